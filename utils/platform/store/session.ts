import { browser } from '../browser.ts';
import { IN_PRIVATE_INSTANCE } from '../instance.ts';

/** Memory that outlives the worker and is never written to disk. */
export interface SessionArea {
  get(key: string): Promise<Record<string, unknown>>;
  /** What lies under keys that begin so. Nothing else is read: cookies set aside may be many. */
  under(prefix: string): Promise<Record<string, unknown>>;
  /** The keys that begin so. */
  keys(prefix: string): Promise<string[]>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

const STORE = 'session';

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open(STORE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  return settled(opening);
}

/** Does something with the store, all or nothing. */
async function within<T>(mode: IDBTransactionMode, task: (store: IDBObjectStore) => T): Promise<T> {
  const db = await open();
  try {
    const transaction = db.transaction(STORE, mode);
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    const [result] = await Promise.all([task(transaction.objectStore(STORE)), done]);
    return result;
  } finally {
    db.close();
  }
}

/**
 * The private instance's memory: its database, which Chromium keeps in memory and drops with the last private window.
 * `storage.session` would be read by the other instance, and would outlive the window.
 */
const privateArea: SessionArea = {
  async get(key) {
    return within('readonly', async (store) => ({ [key]: await settled(store.get(key)) }));
  },
  async keys(prefix) {
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    return within('readonly', async (store) => (await settled(store.getAllKeys(range))).map(String));
  },
  async under(prefix) {
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    return within('readonly', async (store) => {
      const [keys, values] = await Promise.all([
        settled(store.getAllKeys(range)),
        settled(store.getAll(range)),
      ]);
      return Object.fromEntries(keys.map((each, index) => [String(each), values[index]]));
    });
  },
  async set(items) {
    await within('readwrite', (store) => {
      for (const [key, value] of Object.entries(items)) store.put(value, key);
    });
  },
  async remove(keys) {
    await within('readwrite', (store) => {
      for (const key of [keys].flat()) store.delete(key);
    });
  },
};

async function normalKeys(prefix: string): Promise<string[]> {
  return (await browser.storage.session.getKeys()).filter((key) => key.startsWith(prefix));
}

/** Normal windows' memory: `storage.session`, which ends with the browser. */
const normalArea: SessionArea = {
  get: (key) => browser.storage.session.get(key),
  keys: normalKeys,
  async under(prefix) {
    const keys = await normalKeys(prefix);
    return keys.length === 0 ? {} : browser.storage.session.get(keys);
  },
  set: (items) => browser.storage.session.set(items),
  remove: (keys) => browser.storage.session.remove(keys),
};

/** Where this instance keeps its runs and stops. */
export const session: SessionArea = IN_PRIVATE_INSTANCE ? privateArea : normalArea;
