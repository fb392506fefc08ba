import type { EntityTable, Table } from 'dexie';
import { isConnection, isGrant, isNotified, isStanding, isUpcoming } from '../domain/rows/rows.ts';
import { isExemption, isItem, isLedgerEntry, isSuggestion } from '../domain/rows/run-rows.ts';
import type { Database } from './database.ts';
import { failureOf } from './failure.ts';

/**
 * What a row of each table must look like. A row that does not is left where it is and kept out of every answer, so that
 * it does no harm to the others.
 */
export const SOUND = {
  connections: isConnection,
  grants: isGrant,
  runs: isLedgerEntry,
  suggestions: isSuggestion,
  exemptions: isExemption,
  standings: isStanding,
  upcoming: isUpcoming,
  reminded: isNotified,
  stamps: isItem,
  bin: (row: unknown) => isConnection((row as { connection?: unknown }).connection),
} as const;

export type CheckedTable = keyof typeof SOUND;

/** Whether a row can be used. */
export const isSoundIn = (table: CheckedTable, row: unknown): boolean => SOUND[table](row);

/** The sound ones of these rows. */
export function soundOnes<T>(table: CheckedTable, rows: readonly T[]): T[] {
  return rows.filter(SOUND[table]);
}

/** The row where it is sound. */
export function ifSound<T>(table: CheckedTable, row: T | undefined): T | undefined {
  return row !== undefined && SOUND[table](row) ? row : undefined;
}

/** One by one, without those that the browser itself cannot read. */
async function oneByOne<T>(table: Table<T>): Promise<T[]> {
  const keys = await table.toCollection().primaryKeys();
  const rows = await Promise.all(keys.map((key) => table.get(key).catch(() => undefined)));
  return rows.filter((row) => row !== undefined);
}

/** All sound rows of a table, read outside of transactions; how many were left out is noted with the database. */
export async function allSound<T, K extends keyof T>(
  db: Database,
  name: CheckedTable,
  table: EntityTable<T, K>,
): Promise<T[]> {
  const found = table as unknown as Table<T>;
  let lost = 0;
  const rows = await found.toArray().catch(async (error: unknown) => {
    if (failureOf(error) !== 'damaged') throw error;
    const readable = await oneByOne(found);
    lost = (await found.count()) - readable.length;
    return readable;
  });
  const sound = soundOnes(name, rows);
  db.unreadable.set(name, lost + rows.length - sound.length);
  return sound;
}
