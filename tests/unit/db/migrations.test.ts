import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '@/utils/db/database.ts';
import { createGrants, createSettings } from '@/utils/db/repositories.ts';
import { createUpcoming } from '@/utils/db/upcoming.ts';
import { defaultSettings } from '@/utils/domain/settings/settings.ts';

type Rows = Record<string, { id: string }[]>;

/** Each version of the database as it was made then; Dexie counts in tenths. */
const STORES: Record<number, Record<string, string>> = {
  1: {
    connections: 'id',
    grants: 'id, connectionId',
    runs: 'id, connectionId, open',
    suggestions: 'id',
    exemptions: 'id',
  },
};
STORES[3] = {
  ...STORES[1],
  settings: 'id',
  reminded: 'connectionId',
  stamps: 'id',
  standings: 'connectionId',
  bin: 'id, at',
};

const example = (version: number): Rows =>
  JSON.parse(readFileSync(join(import.meta.dirname, `examples/v${version}.json`), 'utf8'));

/** Writes an example down, as the program of that version did: without any help of the present one. */
async function kept(version: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const opening = indexedDB.open('grantkeeper', version * 10);
  opening.onerror = () => reject(opening.error);
  opening.onupgradeneeded = () => {
    for (const [name, spec] of Object.entries(STORES[version] ?? {})) {
      const [keyPath = '', ...indexes] = spec.split(', ');
      const store = opening.result.createObjectStore(name, { keyPath });
      for (const index of indexes) store.createIndex(index, index);
      for (const row of example(version)[name] ?? []) store.put(row);
    }
  };
  opening.onsuccess = () => {
    opening.result.close();
    resolve();
  };
  await promise;
}

describe('a database of an older version', () => {
  let db: Database;
  beforeEach(() => {
    db = new Database();
  });
  afterEach(() => db.delete());

  it('1 is taken over with every row, and gets what came since', async () => {
    await kept(1);
    const rows = example(1);
    for (const [table, wanted] of Object.entries(rows)) {
      expect(await db.table(table).orderBy('id').toArray(), table).toEqual(
        wanted.toSorted((a, b) => a.id.localeCompare(b.id)),
      );
    }
    expect(await createSettings(db).get()).toEqual(defaultSettings());
    expect(
      (await createGrants(db).standings(Number.MAX_SAFE_INTEGER))
        .map(({ connectionId }) => connectionId)
        .sort(),
    ).toEqual(['c1', 'c2']);
    expect(db.verno).toBe(4);
  });

  it('has an example for each version that there was', () => {
    const versions = Array.from({ length: new Database('none').verno }, (_, index) => index + 1);
    for (const version of versions) expect(Object.keys(example(version))).toContain('connections');
  });

  it('3 gets the index over what comes of its connections', async () => {
    await kept(3);
    expect(await db.upcoming.toArray()).toEqual(example(4).upcoming);
    expect(await createUpcoming(db).mend()).toBe(false);
  });

  it('2 holds its example', async () => {
    const rows = example(2);
    for (const [table, wanted] of Object.entries(rows)) await db.table(table).bulkPut(wanted);
    for (const [table, wanted] of Object.entries(rows)) {
      expect(await db.table(table).count(), table).toBe(wanted.length);
    }
    expect(await createSettings(db).get()).toMatchObject({ reminders: { on: true, ladder: [30, 7, 0] } });
  });
});
