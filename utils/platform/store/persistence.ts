/**
 * Asks the browser to keep our database when the disk fills up. Only a page can ask. The permission `unlimitedStorage`
 * spares the person Firefox's question (seen on Firefox 153); Chromium always says no here and goes by that permission
 * (developer.chrome.com, “Storage and cookies”; checked 2026-11-21).
 */
export async function keepStorage(): Promise<void> {
  if (!(await navigator.storage.persisted())) await navigator.storage.persist();
}
