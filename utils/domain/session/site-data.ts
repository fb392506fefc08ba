/** Kinds of site data that no extension can read back: they are cleared on request. */
export const SITE_DATA = [
  'localStorage',
  'indexedDB',
  'cacheStorage',
  'serviceWorkers',
  'fileSystems',
  'cache',
] as const;
