import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '@/utils/db/database.ts';
import { isRefusal } from '@/utils/db/refusal.ts';
import { createConnections, createGrants, createLedger } from '@/utils/db/repositories.ts';
import type { Connection } from '@/utils/domain/connection.ts';
import type { Grant } from '@/utils/domain/grant.ts';
import type { LedgerEntry } from '@/utils/domain/run.ts';

const connection = (id: string): Connection => ({
  id,
  marketplace: 'amazon',
  site: 'de',
  region: 'eu',
  integration: 'microtech',
  name: id,
  apps: [],
  account: {},
  createdAt: 1,
  updatedAt: 1,
});
const grant = (id: string, connectionId: string): Grant => ({
  id,
  connectionId,
  kind: 'amazon',
  verdict: 'match',
  at: 2,
  expiry: { basis: 'by-rule', at: 3 },
});
const entry = (id: string, connectionId: string, startedAt: number): LedgerEntry => ({
  id,
  connectionId,
  marketplace: 'amazon',
  site: 'de',
  mode: 'clear',
  jar: '0',
  kinds: ['amazon'],
  phase: 'consenting',
  legs: [],
  progress: {},
  startedAt,
});

describe('the database', () => {
  let db: Database;
  beforeEach(() => {
    db = new Database();
  });
  afterEach(() => db.delete());

  it('records a grant once, together with what its connection learns', async () => {
    const connections = createConnections(db);
    const grants = createGrants(db);
    await connections.put(connection('c1'));
    const learn = (known: Connection): Connection => ({ ...known, updatedAt: known.updatedAt + 1 });

    expect(await grants.record(grant('g1', 'c1'), learn)).toBe(true);
    expect(await grants.record(grant('g1', 'c1'), learn)).toBe(false);
    expect(await grants.all()).toHaveLength(1);
    expect((await connections.get('c1'))?.updatedAt).toBe(2);
  });

  it('records neither the grant nor what was learned where one of both fails', async () => {
    const connections = createConnections(db);
    const grants = createGrants(db);
    await connections.put(connection('c1'));
    const failing = (): Connection => {
      throw new Error('no');
    };
    await expect(grants.record(grant('g1', 'c1'), failing)).rejects.toThrow('no');
    expect(await grants.all()).toEqual([]);
  });

  it('removes a connection with its grants and runs, and nothing of another', async () => {
    const connections = createConnections(db);
    const grants = createGrants(db);
    const ledger = createLedger(db);
    for (const id of ['c1', 'c2']) {
      await connections.put(connection(id));
      await grants.put(grant(`g-${id}`, id));
      await ledger.put(entry(`r-${id}`, id, 1));
    }
    await connections.remove('c1');
    expect((await connections.all()).map(({ id }) => id)).toEqual(['c2']);
    expect((await grants.all()).map(({ id }) => id)).toEqual(['g-c2']);
    expect((await ledger.unacknowledged()).map(({ id }) => id)).toEqual(['r-c2']);
  });

  it('tells the newest open run first, and none that was put away, even if it changes later', async () => {
    const ledger = createLedger(db);
    await ledger.put(entry('old', 'c', 1));
    await ledger.put(entry('new', 'c', 2));
    expect((await ledger.unacknowledged()).map(({ id }) => id)).toEqual(['new', 'old']);
    await ledger.acknowledge('new');
    await ledger.put({ ...entry('new', 'c', 2), phase: 'ended', result: 'granted' });
    expect((await ledger.unacknowledged()).map(({ id }) => id)).toEqual(['old']);
  });

  it('knows its own refusals from other errors', async () => {
    db.close({ disableAutoOpen: true });
    const error = await createConnections(db)
      .all()
      .catch((refused: unknown) => refused);
    expect(isRefusal(error)).toBe(true);
    expect(isRefusal(new TypeError('no'))).toBe(false);
  });
});
