import { Dexie } from 'dexie';

/** Whether an error is the database's: a full disk, a store that the browser does not open, a private profile. */
export function isRefusal(error: unknown): boolean {
  return error instanceof Dexie.DexieError;
}
