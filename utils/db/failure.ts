import { Dexie } from 'dexie';
import type { DatabaseFailure } from '../domain/session/obstacle.ts';
import { SilentDatabase } from './patience.ts';

/** Whether an error is the database's: a full disk, a store that the browser does not open, a private profile. */
export function isDatabaseError(error: unknown): boolean {
  return error instanceof Dexie.DexieError || error instanceof SilentDatabase;
}

/**
 * What stands behind a name of an error (IndexedDB 3.0, Web IDL). `UnknownError` is Chromium's for a store that it
 * cannot read; Dexie's own is for a database that we gave up waiting for.
 */
const FAILURES: Record<string, DatabaseFailure> = {
  QuotaExceededError: 'full',
  DatabaseClosedError: 'blocked',
  VersionError: 'newer',
  UnknownError: 'damaged',
  NotFoundError: 'damaged',
  NotReadableError: 'damaged',
  DataError: 'damaged',
  SilentDatabaseError: 'silent',
};

/** Why the database refuses, by the innermost of its errors that says so. */
export function failureOf(error: unknown): DatabaseFailure {
  let found: DatabaseFailure = 'refused';
  for (let each = error; each instanceof Error; each = (each as { inner?: unknown }).inner) {
    found = FAILURES[each.name] ?? found;
  }
  return found;
}
