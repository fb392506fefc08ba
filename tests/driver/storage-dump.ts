/** The part of the extension API that the dump reads. */
interface DumpedApi {
  storage: Record<string, { get(key: null): Promise<unknown> } | undefined>;
  alarms?: { getAll(): Promise<unknown> };
  notifications?: { getAll(): Promise<unknown> };
}

/**
 * All that an extension keeps, as pretty-printed JSON by store. Evaluated in a page of the extension, so it may
 * use nothing but what it declares itself. A store that refuses (managed storage without a policy, in Firefox)
 * stands there with its error.
 */
export async function dumpEverything(): Promise<string> {
  const scope = globalThis as unknown as { browser?: DumpedApi; chrome: DumpedApi };
  const api = scope.browser ?? scope.chrome;

  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  async function database(name: string): Promise<unknown> {
    const open = await settled(indexedDB.open(name));
    try {
      const stores = [...open.objectStoreNames].map(async (store) => {
        const content = open.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([settled(content.getAllKeys()), settled(content.getAll())]);
        return [store, values.map((value, index) => ({ key: keys[index], value }))] as const;
      });
      return Object.fromEntries(await Promise.all(stores));
    } finally {
      open.close();
    }
  }

  async function databases(): Promise<unknown> {
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    return Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await database(name)] as const)),
    );
  }

  async function cacheStorage(): Promise<unknown> {
    const read = async (name: string) => {
      const cache = await caches.open(name);
      const entries = (await cache.keys()).map(async (request) => ({
        url: request.url,
        body: await (await cache.match(request))?.text(),
      }));
      return [name, await Promise.all(entries)] as const;
    };
    return Object.fromEntries(await Promise.all((await caches.keys()).map(read)));
  }

  const readers: Record<string, () => Promise<unknown>> = {
    databases,
    cacheStorage,
    localStorage: async () =>
      Array.from({ length: localStorage.length }, (_, index) => {
        const key = localStorage.key(index) ?? '';
        return { key, value: localStorage.getItem(key) };
      }),
    alarms: async () => api.alarms?.getAll(),
    notifications: async () => api.notifications?.getAll(),
  };
  for (const area of ['local', 'session', 'sync', 'managed']) {
    readers[`storage.${area}`] = async () => api.storage[area]?.get(null);
  }
  const dump: Record<string, unknown> = {};
  for (const [store, read] of Object.entries(readers)) {
    dump[store] = await read().catch((error: unknown) => `unreadable: ${error}`);
  }

  function plain(this: unknown, _key: string, value: unknown): unknown {
    if (value instanceof Map || value instanceof Set) return [...value];
    if (value instanceof ArrayBuffer) return [...new Uint8Array(value)];
    return typeof value === 'bigint' ? `${value}` : value;
  }
  return JSON.stringify(dump, plain, 2);
}
