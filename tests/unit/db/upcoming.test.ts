import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBackupStore } from '@/utils/db/backup.ts';
import { Database } from '@/utils/db/database.ts';
import { createReplica } from '@/utils/db/replica.ts';
import { createConnections, createGrants } from '@/utils/db/repositories.ts';
import { createUpcoming } from '@/utils/db/upcoming.ts';
import type { Connection } from '@/utils/domain/account/connection.ts';
import type { Grant } from '@/utils/domain/account/grant.ts';
import { candidatesOf } from '@/utils/domain/account/grant.ts';
import { upcomingOf } from '@/utils/domain/due/upcoming.ts';
import { beforeOf, firstOf } from '../../fakes/ports/upcoming.ts';
import { connection, grant } from '../domain/data/examples.ts';

let db: Database;
beforeEach(() => {
  db = new Database('upcoming');
});
afterEach(() => db.delete());

const ids = fc.constantFrom('c1', 'c2', 'c3');
const expiry = fc.oneof(
  fc.integer({ min: 1, max: 9 }).map((at) => ({ basis: 'by-rule' as const, at })),
  fc
    .constantFrom('2026-01-01', '2026-01-02', '2026-03-01')
    .map((date) => ({ basis: 'entered' as const, date })),
);
const changes: fc.Arbitrary<Partial<Connection>> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  fc.constant({ muted: true as const }),
  fc.constant({ archivedAt: 1 }),
  fc.constant<Partial<Connection>>({ ladder: [7] }),
  fc.constant({ snoozedUntil: '2026-01-01' }),
  fc.constant({ reported: { what: 'asked-again' as const, at: 1 } }),
  fc.constant<Partial<Connection>>({ finishing: { runId: 'r', since: 1, done: [] } }),
  fc.constantFrom('A1', 'A2').map((id) => ({ account: { id } })),
);

type Step = (at: number) => Promise<unknown>;

/** Everything that writes a connection or a grant. */
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(ids, changes).map(
    ([id, more]): Step =>
      () =>
        createConnections(db).put({ ...connection(id), ...more }),
  ),
  fc.tuple(ids, changes).map(
    ([id, more]): Step =>
      () =>
        createConnections(db).change(id, (known) => ({ ...known, ...more })),
  ),
  ids.map(
    (id): Step =>
      (at) =>
        createConnections(db).remove(id, at),
  ),
  ids.map(
    (id): Step =>
      () =>
        createConnections(db).restore(id),
  ),
  fc
    .tuple(
      ids,
      fc.constantFrom('g1', 'g2', 'g3', 'g4'),
      fc.constantFrom('match', 'first', 'other', 'entered'),
      expiry,
      fc.integer({ min: 0, max: 9 }),
      fc.constantFrom(undefined, 'A1', 'A2'),
      fc.constantFrom('put', 'record', 'remove', 'file', 'sync'),
    )
    .map(([connectionId, id, verdict, ends, at, accountId, way]): Step => {
      const given: Grant = {
        ...grant(id, connectionId, { verdict: verdict as 'match' }),
        expiry: ends,
        at,
        ...(accountId && { accountId }),
      };
      const none = { connections: [], grants: [], runs: [], suggestions: [], exemptions: [], settings: [] };
      return async () => {
        if (way === 'put') return createGrants(db).put(given);
        if (way === 'record')
          return createGrants(db).record(given, (known) => ({ ...known, reported: undefined }));
        if (way === 'remove') return createGrants(db).remove(id);
        const own = connection(connectionId);
        if (way === 'file')
          return createBackupStore(db).merge(() => ({
            ...none,
            connections: [own],
            grants: [{ ...given, id: `${connectionId}-${id}` }],
          }));
        const { kind } = given;
        return createReplica(db).merge(
          () => ({
            put: [own],
            remove: [],
            items: [],
            ends: [{ connectionId, ends: [{ kind, at, expiry: ends, counts: verdict !== 'other' }] }],
          }),
          at,
        );
      };
    }),
);

/** The index as it would be if it were made anew. */
async function anew() {
  const grants = Map.groupBy(await db.grants.toArray(), ({ connectionId }) => connectionId);
  return (await db.connections.toArray()).flatMap(
    (each) => upcomingOf(each, candidatesOf(grants.get(each.id) ?? [])) ?? [],
  );
}

describe('the index over what comes', () => {
  it('says what a look at all rows says, whatever was written, and whatever the time is', async () => {
    const asked = fc.record({
      at: fc.integer({ min: 0, max: 10 }),
      day: fc.constantFrom('', '2026-01-02', '2026-02-01'),
      shared: fc.constantFrom(true as const, undefined),
    });
    let found = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 12 }),
        fc.array(asked, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 0, max: 10 }),
        async (steps, froms, now) => {
          await Promise.all(db.tables.map((each) => each.clear()));
          for (const id of ['c1', 'c2', 'c3']) await createConnections(db).put(connection(id));
          for (const [index, each] of steps.entries()) await each(index);
          const rows = await anew();
          const index = createUpcoming(db);
          expect(await db.upcoming.toArray()).toEqual(rows);
          const first = await index.first(froms, now);
          const wanted = firstOf(rows, froms, now);
          expect({ ...first, apart: first.apart.toSorted() }).toEqual({
            ...wanted,
            apart: wanted.apart.toSorted(),
          });
          for (const from of froms)
            expect((await index.before(from, now)).toSorted()).toEqual(beforeOf(rows, from, now).toSorted());
          expect(await index.mend()).toBe(false);
          found += first.ends.flat().length;
        },
      ),
      { numRuns: 250 },
    );
    expect(found).toBeGreaterThan(20);
  });

  it('is mended where rows were written or lost around it', async () => {
    const index = createUpcoming(db);
    await createConnections(db).put(connection('c1'));
    await createGrants(db).put(grant('g1', 'c1'));
    const [sound] = await db.upcoming.toArray();
    const broken: object[][] = [
      [],
      [{ ...sound, at: 'soon' }],
      [{ ...sound, connectionId: 'nobody' }],
      [{ ...sound, asks: 'all' }],
    ];
    for (const rows of broken) {
      await db.upcoming.clear();
      await db.upcoming.bulkPut(rows as never[]);
      expect((await index.first([{ at: 0, day: '' }], 1e15)).asks).toEqual([]);
      expect(await index.mend()).toBe(true);
      expect(await db.upcoming.toArray()).toEqual([sound]);
      expect(await index.mend()).toBe(false);
    }
  });
});
