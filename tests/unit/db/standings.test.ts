import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Database } from '@/utils/db/database.ts';
import { createGrants } from '@/utils/db/repositories.ts';
import { type Grant, standingOf } from '@/utils/domain/account/grant.ts';
import { connection, grant } from '../domain/data/examples.ts';

let db: Database;
beforeEach(() => {
  db = new Database('standings');
});
afterEach(() => db.delete());

const grants = fc.array(
  fc.record({
    kind: fc.constantFrom('ebay-oauth', 'ebay-authnauth'),
    verdict: fc.constantFrom('match', 'first', 'unverified', 'other', 'entered'),
    accountId: fc.option(fc.constantFrom('A1', 'a1 ', 'A2', 'A3'), { nil: undefined }),
    at: fc.integer({ min: 0, max: 9 }),
  }),
  { maxLength: 12 },
);

it('has what is needed, whichever account is expected and whatever the time is', async () => {
  await fc.assert(
    fc.asyncProperty(
      grants,
      fc.constantFrom(undefined, 'A1', 'A2', 'A9'),
      fc.integer({ min: 0, max: 10 }),
      async (given, expected, now) => {
        await Promise.all(db.tables.map((each) => each.clear()));
        await db.connections.put(connection('c'));
        const all = given.map(
          ({ accountId, ...each }, index): Grant => ({
            ...grant(`g${index}`, 'c', { ...each, kind: each.kind as 'ebay-oauth' }),
            // No two of the same instant: which of them is the newer one nobody can say.
            at: each.at + index / 100,
            accountId,
          }),
        );
        const stored = createGrants(db);
        for (const each of all) await stored.put(each);
        const judging = { account: expected === undefined ? {} : { id: expected }, now };
        const [row] = await stored.standings(now);
        // Of some of them as of all.
        expect(await stored.standings(now, ['c', 'gone'])).toEqual(await stored.standings(now));
        const order = ({ grants: own, ...rest }: ReturnType<typeof standingOf>) => ({
          ...rest,
          grants: own.toSorted((a, b) => a.kind.localeCompare(b.kind)),
        });
        expect(order(standingOf('c', row?.grants ?? [], judging))).toEqual(
          order(standingOf('c', all, judging)),
        );
      },
    ),
    { numRuns: 150 },
  );
});
