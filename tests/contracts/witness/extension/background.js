const api = globalThis.browser ?? globalThis.chrome;
const isFirefox = globalThis.browser !== undefined && api.runtime.getURL('').startsWith('moz-');
const urls = ['*://*.shop.test/*'];

// What stands there says that the witness looks from now on.
let line = api.storage.session.get('seen').then(({ seen = [] }) => api.storage.session.set({ seen }));

/** Appends to what was seen; the browser's memory outlives this worker. */
function note(entry) {
  line = line.then(async () => {
    const { seen } = await api.storage.session.get('seen');
    await api.storage.session.set({ seen: [...seen, entry] });
  });
}

for (const event of ['onBeforeRequest', 'onBeforeRedirect', 'onErrorOccurred'])
  api.webRequest[event].addListener(
    ({ url, type, tabId, redirectUrl, error }) => {
      const to = redirectUrl === api.runtime.getURL('guard.html') ? 'guard' : redirectUrl;
      note({ event, url, type, tabless: tabId < 0, to, error });
    },
    { urls },
  );

api.webRequest.onHeadersReceived.addListener(
  ({ url, type, tabId, responseHeaders }) => {
    const to = responseHeaders.find(({ name }) => name.toLowerCase() === 'location')?.value;
    if (to) note({ event: 'onHeadersReceived', url, type, tabless: tabId < 0, to });
  },
  { urls },
  ['responseHeaders'],
);

api.webRequest.onSendHeaders.addListener(
  ({ url, type, requestHeaders }) => {
    const cookies = requestHeaders.find(({ name }) => name.toLowerCase() === 'cookie')?.value;
    note({ event: 'onSendHeaders', url, type, cookies });
  },
  { urls: ['https://shop.test:1/*'] },
  ['requestHeaders', ...(isFirefox ? [] : ['extraHeaders'])],
);

// A browser that starts starts the witness as well.
api.runtime.onStartup.addListener(() => note({ event: 'startup' }));
api.runtime.onMessage.addListener((message) => note({ event: 'message', message }));
api.storage.local.onChanged.addListener(({ letter }) => {
  if (letter?.newValue) note({ event: 'letter' });
});
