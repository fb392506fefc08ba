import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Grant } from '@/utils/domain/account/grant.ts';
import { chronicleOf } from '@/utils/domain/run/chronicle.ts';
import type { LedgerEntry } from '@/utils/domain/run/run.ts';

const run = (id: string, startedAt: number): LedgerEntry => ({
  id,
  connectionId: 'c',
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

it('tells every run and every grant once, the newest first, a grant with the run that brought it', () => {
  const grants = fc.array(
    fc.record({ runId: fc.constantFrom('r0', 'r1', 'r9', undefined), at: fc.integer({ min: 0, max: 20 }) }),
  );
  fc.assert(
    fc.property(grants, fc.uniqueArray(fc.integer({ min: 0, max: 3 })), (made, runs) => {
      const given = made.map(({ runId, at }, index) => ({
        grant: {
          id: String(index),
          connectionId: 'c',
          kind: 'amazon',
          verdict: 'match',
          at,
          expiry: { basis: 'by-rule', at: at + 1 },
          ...(runId !== undefined && { runId }),
        } satisfies Grant,
      }));
      const events = chronicleOf(
        given,
        runs.map((each) => run(`r${each}`, each * 5)),
      );
      const told = events.flatMap((event) => event.grants.map(({ grant }) => grant.id));
      expect(told.toSorted()).toEqual(given.map(({ grant }) => grant.id).toSorted());
      expect(events.filter((event) => event.run)).toHaveLength(runs.length);
      expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted((a, b) => b - a));
      for (const event of events)
        for (const { grant } of event.grants) if (event.run) expect(grant.runId).toBe(event.run.id);
    }),
  );
});
