// Fills the kinds of site data that the address asks for (`?fill=localStorage,indexedDB,…` or `all`) and tells what
// is there. Values begin with `cky-`, as cookies' do.
const database = 'simulator';
const asked = (new URL(location.href).searchParams.get('fill') ?? '').split(',');
const value = document.querySelector('[data-canary]').dataset.canary;

function request(idb) {
  return new Promise((resolve, reject) => {
    idb.onsuccess = () => resolve(idb.result);
    idb.onerror = () => reject(idb.error);
  });
}

const kinds = {
  localStorage: {
    fill: () => localStorage.setItem('simulator', value),
    read: () => Object.keys(localStorage),
  },
  indexedDB: {
    async fill() {
      const opening = indexedDB.open(database, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('kept').put(value, 'simulator');
      (await request(opening)).close();
    },
    read: async () => (await indexedDB.databases()).map(({ name }) => name),
  },
  cacheStorage: {
    fill: async () => (await caches.open('simulator')).put('/__sim/kept', new Response(value)),
    read: () => caches.keys(),
  },
  opfs: {
    async fill() {
      const root = await navigator.storage.getDirectory();
      const writable = await (await root.getFileHandle('simulator.txt', { create: true })).createWritable();
      await writable.write(value);
      await writable.close();
    },
    async read() {
      const names = [];
      for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
      return names;
    },
  },
  serviceWorker: {
    async fill() {
      await navigator.serviceWorker.register('/service-worker.js?mode=idle', { scope: '/' });
      await navigator.serviceWorker.ready;
    },
    read: async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  },
};

/** What is there, by kind; a kind that the browser refuses is told as its error's name. */
globalThis.simStorage = async () => {
  const found = {};
  for (const [name, kind] of Object.entries(kinds))
    found[name] = await (async () => kind.read())().catch((error) => [`error: ${error.name}`]);
  return found;
};

async function run() {
  for (const [name, kind] of Object.entries(kinds))
    if (asked.includes(name) || asked.includes('all')) await kind.fill();
  document.getElementById('found').textContent = JSON.stringify(await simStorage(), null, 2);
  document.documentElement.dataset.storage = 'ready';
}
run();
