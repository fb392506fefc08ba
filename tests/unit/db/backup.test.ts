import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBackupStore } from '@/utils/db/backup.ts';
import { Database } from '@/utils/db/database.ts';
import { failureOf } from '@/utils/db/failure.ts';
import { createConnections, createGrants } from '@/utils/db/repositories.ts';
import type { Content } from '@/utils/domain/data/schema.ts';
import type { BackupRows } from '@/utils/flows/ports/records.ts';
import { connection, filled, grant } from '../domain/data/examples.ts';

const asKept = (content: Content): BackupRows => ({ ...content, settings: [] }) as unknown as BackupRows;

/** A connection to the browser's store, as another version of the program opens it. */
async function openedAt(version: number): Promise<IDBDatabase> {
  const { promise, resolve, reject } = Promise.withResolvers<IDBDatabase>();
  const opening = indexedDB.open('grantkeeper', version);
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => resolve(opening.result);
  return promise;
}

describe('the backup', () => {
  let db: Database;
  beforeEach(() => {
    db = new Database();
  });
  afterEach(() => new Database().delete());

  it('is read in pages, whole and in order', async () => {
    const grants = Array.from({ length: 4100 }, (_, at) => grant(`g${String(at).padStart(5, '0')}`, 'c1'));
    await db.grants.bulkPut(grants);
    const backup = createBackupStore(db);
    const read: unknown[] = [];
    const sizes: number[] = [];
    let after: string | undefined;
    do {
      const page = await backup.page('grants', after);
      read.push(...page.rows);
      sizes.push(page.rows.length);
      after = page.next;
    } while (after !== undefined);
    expect(read).toEqual(grants);
    expect(sizes).toEqual([2000, 2000, 100]);
  });

  it('writes all that is decided, and what lists and badge read of it', async () => {
    await createBackupStore(db).merge(() => asKept(filled()));
    expect(await createConnections(db).all()).toEqual(filled().connections);
    expect((await createGrants(db).standings(Number.MAX_SAFE_INTEGER)).length).toBe(2);
  });

  it('counts a grant that goes to another connection there alone', async () => {
    await db.connections.bulkPut([connection('from'), connection('to')]);
    await createGrants(db).put(grant('moved', 'from'));
    await createBackupStore(db).merge((kept) => ({
      ...kept,
      connections: [],
      grants: [grant('moved', 'to')],
    }));
    const standings = await createGrants(db).standings(Number.MAX_SAFE_INTEGER);
    expect(standings.map(({ connectionId }) => connectionId)).toEqual(['to']);
  });

  it('writes nothing where the decision fails', async () => {
    await expectUnchanged(() => {
      throw new Error('no');
    });
  });

  it('writes nothing where the disk is full at the last table', async () => {
    db.use({
      stack: 'dbcore',
      create: (core) => ({
        ...core,
        table: (name) => ({
          ...core.table(name),
          ...(name === 'exemptions' && {
            mutate: () => Promise.reject(new Dexie.QuotaExceededError('full')),
          }),
        }),
      }),
    });
    await expectUnchanged(() => asKept(filled()));
  });

  async function expectUnchanged(decide: () => BackupRows): Promise<void> {
    await db.connections.put(connection('here'));
    await expect(createBackupStore(db).merge(decide)).rejects.toThrow();
    expect((await createConnections(db).all()).map(({ id }) => id)).toEqual(['here']);
    expect(await db.grants.count()).toBe(0);
  }

  it('makes no database where there is none', async () => {
    await expect(createBackupStore(db).page('grants')).rejects.toThrow();
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('grantkeeper');
  });
});

describe('a database', () => {
  afterEach(() => new Database().delete());

  it('that a newer program wrote is not written to, says so, and can be read', async () => {
    const first = new Database();
    await first.connections.put(connection('c1'));
    first.close();
    (await openedAt(70)).close();

    const db = new Database();
    const error = await db.connections.put(connection('c2')).catch((refused: unknown) => refused);
    expect(failureOf(error)).toBe('newer');
    expect((await createBackupStore(db).page('connections')).rows).toEqual([connection('c1')]);
    const open = await openedAt(70);
    expect(open.version).toBe(70);
    open.close();
  });

  it('that something else holds open in an older version makes nobody wait, and is there at the next start', async () => {
    const blocking = await openedAt(10);
    blocking.onversionchange = null;
    const db = new Database();
    const error = await db.connections.toArray().catch((refused: unknown) => refused);
    expect(failureOf(error)).toBe('blocked');
    blocking.close();
    expect(await new Database().connections.toArray()).toEqual([]);
  });

  it('whose row is damaged gives all the others', async () => {
    const db = new Database();
    await db.connections.bulkPut([connection('a'), connection('b'), connection('c')]);
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
      throw new DOMException('Failed to read large IndexedDB value', 'DataError');
    });
    const { get } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      if (key === 'b') throw new DOMException('Failed to read large IndexedDB value', 'DataError');
      return get.call(this, key);
    });
    const page = await createBackupStore(db).page('connections');
    expect(page).toEqual({ rows: [connection('a'), connection('c')], unreadable: 1 });
  });

  it.each([
    [new Dexie.QuotaExceededError('x'), 'full'],
    [new Dexie.AbortError('x', new Dexie.QuotaExceededError('y')), 'full'],
    [new Dexie.VersionError('x'), 'newer'],
    [new Dexie.UnknownError('x'), 'damaged'],
    [new Dexie.DatabaseClosedError('x', new Dexie.UnknownError('y')), 'damaged'],
    [new Dexie.DatabaseClosedError('x'), 'blocked'],
    [new Dexie.OpenFailedError('x', new Dexie.InvalidStateError('y')), 'refused'],
    [new TypeError('x'), 'refused'],
    [undefined, 'refused'],
  ])('%s: %s', (error, reason) => {
    expect(failureOf(error)).toBe(reason);
  });
});
