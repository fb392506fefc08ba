import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '@/utils/db/database.ts';
import { createReplica } from '@/utils/db/replica.ts';
import { createConnections, createGrants } from '@/utils/db/repositories.ts';
import type { Item } from '@/utils/domain/sync/item.ts';
import { connection, grant, NOW } from '../domain/data/examples.ts';

const item = (id: string): Item => ({ id, life: 0, registers: { n: { value: id, n: 1, by: 'a' } } });
const end = { kind: 'amazon', at: NOW, expiry: { basis: 'exact', at: NOW + 1 }, counts: true } as const;

describe('what is kept beside the sync', () => {
  let db: Database;
  beforeEach(async () => {
    db = new Database();
    await createConnections(db).put(connection('old'));
    await createGrants(db).put(grant('g-old', 'old'));
    await db.stamps.bulkPut([item('old'), item('forgotten')]);
  });
  afterEach(() => db.delete());

  it('changes as a whole: connections, dates, removals, and what was known', async () => {
    await createReplica(db).merge(({ connections, standings, items }) => {
      expect([connections.length, standings.length, items.length]).toEqual([1, 1, 2]);
      const put = [connection('new')];
      const ends = [{ connectionId: 'new', ends: [end] }];
      return { put, ends, remove: ['old'], items: [item('new')] };
    }, NOW);
    expect((await createConnections(db).all()).map(({ id }) => id)).toEqual(['new']);
    expect(await createGrants(db).standings(Number.MAX_SAFE_INTEGER)).toMatchObject([
      { connectionId: 'new', grants: [{ verdict: 'entered', at: NOW }] },
    ]);
    expect(await createConnections(db).removed()).toMatchObject([{ connection: { id: 'old' }, at: NOW }]);
    expect((await db.stamps.toArray()).map(({ id }) => id)).toEqual(['new']);
  });

  it('brings back with its history what was removed here and lives elsewhere', async () => {
    const replica = createReplica(db);
    await replica.merge(() => ({ put: [], ends: [], remove: ['old'], items: [] }), NOW);
    await replica.merge(
      () => ({ put: [connection('old', { name: 'Back' })], ends: [], remove: [], items: [] }),
      NOW,
    );
    expect(await createConnections(db).get('old')).toMatchObject({ name: 'Back' });
    expect(await createGrants(db).of('old')).toMatchObject([{ id: 'g-old' }]);
    expect(await createGrants(db).standings(Number.MAX_SAFE_INTEGER)).toMatchObject([
      { connectionId: 'old' },
    ]);
    expect(await createConnections(db).removed()).toEqual([]);
  });

  it('does not change where one of it fails', async () => {
    const impossible = { ...connection('new'), id: undefined as unknown as string };
    const merging = createReplica(db).merge(
      () => ({ put: [impossible], ends: [], remove: ['old'], items: [] }),
      NOW,
    );
    await expect(merging).rejects.toThrow();
    expect((await createConnections(db).all()).map(({ id }) => id)).toEqual(['old']);
    expect(await db.stamps.count()).toBe(2);
  });
});
