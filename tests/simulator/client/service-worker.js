// What this worker does stands in its address: nothing ("idle"), fetch everything itself ("fetch-through"),
// or answer the consent page from its cache ("cached-consent").
const settings = new URL(location.href).searchParams;
const mode = settings.get('mode');
const cacheName = 'simulator-shell';

async function keepShell() {
  const cache = await caches.open(cacheName);
  await cache.add(settings.get('shell'));
}

async function answerFromCache(request) {
  const kept = await caches.match(settings.get('shell'), { cacheName });
  return kept ?? fetch(request);
}

addEventListener('install', (event) => {
  skipWaiting();
  if (mode === 'cached-consent') event.waitUntil(keepShell());
});
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

if (mode !== 'idle') {
  addEventListener('fetch', (event) => {
    const { pathname } = new URL(event.request.url);
    const isConsent = event.request.mode === 'navigate' && pathname === settings.get('path');
    event.respondWith(
      mode === 'cached-consent' && isConsent ? answerFromCache(event.request) : fetch(event.request),
    );
  });
}
