import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '@/utils/db/database.ts';
import { isDatabaseError } from '@/utils/db/failure.ts';
import { createConnections, createGrants, createLedger, createSuggestions } from '@/utils/db/repositories.ts';
import { type StandingRow, standingRow } from '@/utils/db/standing-row.ts';
import type { Connection } from '@/utils/domain/account/connection.ts';
import type { Grant } from '@/utils/domain/account/grant.ts';
import type { LedgerEntry } from '@/utils/domain/run/run.ts';

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

  it('changes a connection as it stands then: of two changes at once none is lost', async () => {
    const connections = createConnections(db);
    await connections.put(connection('c1'));
    const [first, second] = await Promise.all([
      connections.change('c1', (known) => ({ ...known, note: 'call Anna' })),
      connections.change('c1', (known) => ({ ...known, muted: true })),
    ]);
    expect(first).toMatchObject({ note: 'call Anna' });
    expect(second).toMatchObject({ note: 'call Anna', muted: true });
    expect(await connections.get('c1')).toEqual(second);
    expect(await connections.change('gone', (known) => known)).toBeUndefined();
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

  const ended = (id: string, connectionId: string): LedgerEntry => ({
    ...entry(id, connectionId, 1),
    phase: 'ended',
    result: 'abandoned',
    endedAt: 2,
  });

  it('keeps a run that lives, or that still has cookies aside, in sight', async () => {
    const connections = createConnections(db);
    const ledger = createLedger(db);
    await connections.put(connection('c1'));
    await ledger.put(entry('living', 'c1', 1));
    await ledger.put({ ...ended('aside', 'c1'), aside: { cookies: 3, state: 'kept' } });
    await ledger.put(ended('over', 'c1'));
    await connections.remove('c1', 5);
    const ids = (await ledger.unacknowledged()).map(({ id }) => id);
    expect(ids.toSorted()).toEqual(['aside', 'living']);
  });

  it('brings nothing back over what is newer', async () => {
    const connections = createConnections(db);
    const grants = createGrants(db);
    const ledger = createLedger(db);
    await connections.put(connection('c1'));
    await grants.put(grant('g1', 'c1'));
    await ledger.put(ended('r1', 'c1'));
    await connections.remove('c1', 5);
    await connections.put({ ...connection('c1'), note: 'newer' });
    await grants.put({ ...grant('g1', 'c1'), accountId: 'newer' });
    await ledger.put({ ...ended('r1', 'c1'), result: 'granted', endedAt: 9 } as LedgerEntry);
    expect(await connections.restore('c1')).toBe(true);
    expect(await connections.get('c1')).toMatchObject({ note: 'newer' });
    expect(await grants.of('c1')).toMatchObject([{ accountId: 'newer' }]);
    expect(await ledger.of('c1')).toMatchObject([{ result: 'granted', endedAt: 9 }]);
  });

  it('records no grant for a connection that is gone', async () => {
    const grants = createGrants(db);
    expect(await grants.record(grant('g1', 'gone'), (known) => known)).toBe('no-connection');
    expect(await grants.all()).toEqual([]);
  });

  it('takes a suggestion up together with its grant, and leaves the others', async () => {
    const suggestions = createSuggestions(db);
    await createConnections(db).put(connection('c1'));
    for (const id of ['s1', 's2']) {
      await suggestions.put({ id, marketplace: 'amazon', site: 'eu', kind: 'amazon', at: 1 });
    }
    expect(await createGrants(db).record(grant('s1', 'c1'), (known) => known)).toBe(true);
    expect((await suggestions.all()).map(({ id }) => id)).toEqual(['s2']);
  });

  it('removes a connection with all it has and nothing of another, and brings it back as it was', async () => {
    const connections = createConnections(db);
    const grants = createGrants(db);
    const ledger = createLedger(db);
    for (const id of ['c1', 'c2']) {
      await connections.put(connection(id));
      await grants.put(grant(`g-${id}`, id));
      await ledger.put(ended(`r-${id}`, id));
    }
    const before = await db.transaction('r', db.tables, () =>
      Promise.all(db.tables.map((each) => each.toArray())),
    );
    await connections.remove('c1', 5);
    expect((await connections.all()).map(({ id }) => id)).toEqual(['c2']);
    expect((await grants.all()).map(({ id }) => id)).toEqual(['g-c2']);
    expect((await grants.standings(Number.MAX_SAFE_INTEGER)).map(({ connectionId }) => connectionId)).toEqual(
      ['c2'],
    );
    expect((await ledger.unacknowledged()).map(({ id }) => id)).toEqual(['r-c2']);
    expect(await connections.removed()).toEqual([{ connection: connection('c1'), at: 5 }]);

    expect(await connections.restore('c1')).toBe(true);
    expect(await connections.restore('c1')).toBe(false);
    const after = await db.transaction('r', db.tables, () =>
      Promise.all(db.tables.map((each) => each.toArray())),
    );
    expect(after).toEqual(before);
  });

  it('forgets removed connections that are older than an instant, and no younger one', async () => {
    const connections = createConnections(db);
    for (const [index, id] of ['c1', 'c2', 'c3'].entries()) {
      await connections.put(connection(id));
      await connections.remove(id, index);
    }
    expect((await connections.removed()).map(({ at }) => at)).toEqual([2, 1, 0]);
    await connections.forgetRemovedBefore(2);
    expect((await connections.removed()).map(({ at }) => at)).toEqual([2]);
    expect(await connections.restore('c1')).toBe(false);
  });

  it('knows where each connection stands, whatever is written to its grants', async () => {
    const connections = createConnections(db);
    const grants = createGrants(db);
    const change = fc.record({
      id: fc.integer({ min: 0, max: 9 }).map((each) => `g${each}`),
      kind: fc.constantFrom('ebay-oauth' as const, 'ebay-authnauth' as const),
      verdict: fc.constantFrom('match' as const, 'other' as const, 'first' as const),
      at: fc.integer({ min: 0, max: 5 }),
      way: fc.constantFrom('put', 'record', 'remove', 'restore'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
        await Promise.all(db.tables.map((each) => each.clear()));
        for (const { way, ...changed } of changes) {
          const connectionId = `c${Number(changed.id.slice(1)) % 3}`;
          const row = { ...grant(changed.id, connectionId), ...changed };
          if (way === 'put') await grants.put(row);
          else if (way === 'record') await grants.record(row, (known) => known);
          else if (way === 'restore') await connections.restore(connectionId);
          else {
            await connections.put(connection(connectionId));
            await connections.remove(connectionId, 1);
          }
        }
        const byConnection = Map.groupBy(await grants.all(), ({ connectionId }) => connectionId);
        const wanted = [...byConnection].map(([id, own]) => standingRow(id, own));
        const order = (all: StandingRow[]): StandingRow[] =>
          all.toSorted((a, b) => a.connectionId.localeCompare(b.connectionId));
        expect(order(await grants.standings(Number.MAX_SAFE_INTEGER))).toEqual(order(wanted));
      }),
      { numRuns: 60 },
    );
  });

  it('knows it of both where a grant goes over to another connection', async () => {
    const grants = createGrants(db);
    for (const id of ['c1', 'c2']) await grants.put(grant(`g-${id}`, id));
    await grants.put({ ...grant('g-moved', 'c1'), at: 9 });
    await grants.put({ ...grant('g-moved', 'c2'), at: 9 });
    const standings = await grants.standings(Number.MAX_SAFE_INTEGER);
    expect(standings.map((each) => [each.connectionId, each.grants[0]?.id])).toEqual([
      ['c1', 'g-c1'],
      ['c2', 'g-moved'],
    ]);
  });

  it('takes up what version 1 left: every grant, and where each connection stands', async () => {
    const name = 'of-version-1';
    const old = new Dexie(name);
    old.version(1).stores({
      connections: 'id',
      grants: 'id, connectionId',
      runs: 'id, connectionId, open',
      suggestions: 'id',
      exemptions: 'id',
    });
    await old.table('connections').put(connection('c1'));
    await old.table('grants').bulkPut([
      { ...grant('g1', 'c1'), at: 1 },
      { ...grant('g2', 'c1'), at: 2 },
      { ...grant('g3', 'c1'), at: 3, verdict: 'other' },
    ]);
    old.close();

    const now = new Database(name);
    const grants = createGrants(now);
    expect(await grants.all()).toHaveLength(3);
    expect(await grants.standings(Number.MAX_SAFE_INTEGER)).toMatchObject([
      { connectionId: 'c1', grants: [{ id: 'g2' }, { id: 'g3' }] },
    ]);
    await now.delete();
  });

  it('tells the newest open run first, and none that was put away, even if it changes later', async () => {
    const ledger = createLedger(db);
    await ledger.put(entry('old', 'c', 1));
    await ledger.put(entry('new', 'c', 2));
    expect((await ledger.unacknowledged()).map(({ id }) => id)).toEqual(['new', 'old']);
    await ledger.acknowledge('new');
    await ledger.put({ ...entry('new', 'c', 2), phase: 'ended', result: 'granted', endedAt: 2 });
    expect((await ledger.unacknowledged()).map(({ id }) => id)).toEqual(['old']);
  });

  it('knows its own refusals from other errors', async () => {
    db.close({ disableAutoOpen: true });
    const error = await createConnections(db)
      .all()
      .catch((refused: unknown) => refused);
    expect(isDatabaseError(error)).toBe(true);
    expect(isDatabaseError(new TypeError('no'))).toBe(false);
  });
});
