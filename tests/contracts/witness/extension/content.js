const api = globalThis.browser ?? globalThis.chrome;

// A page's first use of its storage is its slowest.
if (location.search === '?warm') api.storage.local.get('letter');

// Both ways in which a page that is being left can tell the background.
navigation.addEventListener('navigate', ({ destination }) => {
  if (!destination.url.includes('//vendor.test/')) return;
  api.runtime.sendMessage('left').catch(() => undefined);
  api.storage.local.set({ letter: destination.url });
});
