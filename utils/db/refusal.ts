import { Dexie } from 'dexie';
import type { Refusal } from '../domain/settings/refusal.ts';

/** Whether an error is the database's: a full disk, a store that the browser does not open, a private profile. */
export function isRefusal(error: unknown): boolean {
  return error instanceof Dexie.DexieError;
}

/**
 * What stands behind a name of an error (IndexedDB 3.0, Web IDL). `UnknownError` is Chromium's for a store that it
 * cannot read; Dexie's own is for a database that we gave up waiting for.
 */
const REFUSALS: Record<string, Refusal> = {
  QuotaExceededError: 'full',
  DatabaseClosedError: 'blocked',
  VersionError: 'newer',
  UnknownError: 'damaged',
  NotFoundError: 'damaged',
  NotReadableError: 'damaged',
  DataError: 'damaged',
};

/** Why the database refuses, by the innermost of its errors that says so. */
export function refusalOf(error: unknown): Refusal {
  let found: Refusal = 'refused';
  for (let each = error; each instanceof Error; each = (each as { inner?: unknown }).inner) {
    found = REFUSALS[each.name] ?? found;
  }
  return found;
}
