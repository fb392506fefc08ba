const api = globalThis.browser ?? globalThis.chrome;

// Both ways in which a page that is being left can tell the background.
navigation.addEventListener('navigate', ({ destination }) => {
  if (!destination.url.includes('//vendor.test/')) return;
  api.runtime.sendMessage('left').catch(() => undefined);
  api.storage.local.set({ letter: destination.url });
});
