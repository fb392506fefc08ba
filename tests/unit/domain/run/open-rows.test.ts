import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENDED_FOR, leftLying, MOST_ENDED, pressingFirst } from '@/utils/domain/run/open-rows.ts';
import type { LedgerEntry } from '@/utils/domain/run/run.ts';

const NOW = 1_800_000_000_000;

function ended(id: string, endedAt: number, change: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    id,
    marketplace: 'amazon',
    site: 'de',
    mode: 'clear',
    jar: '0',
    kinds: ['amazon'],
    legs: [],
    progress: {},
    startedAt: endedAt - 1000,
    phase: 'ended',
    result: 'granted',
    endedAt,
    ...change,
  } as LedgerEntry;
}

/** What a run can still owe, or be. */
const OWED: Partial<LedgerEntry>[] = [
  { phase: 'consenting' },
  { aside: { cookies: 3, state: 'kept' } },
  { aside: { cookies: 3, state: 'back', missing: 1 } },
  { popups: { host: 'shop.example', state: 'allowed' } },
  { container: { state: 'making' } },
  { container: { state: 'in-use' } },
  { owed: [{ kind: 'amazon', app: 'a', verdict: 'match', at: NOW }] },
] as Partial<LedgerEntry>[];

describe('ended runs that nobody puts away', () => {
  it('go after a month', () => {
    const rows = [ended('old', NOW - ENDED_FOR - 1), ended('young', NOW - ENDED_FOR)];
    expect(leftLying(rows, NOW).map(({ id }) => id)).toEqual(['old']);
  });

  it('stay where something is still to be done for them, however old and however many', () => {
    const rows = OWED.flatMap((change, kind) =>
      Array.from({ length: 60 }, (_, index) => ended(`${kind}-${index}`, 0, change)),
    );
    expect(leftLying(rows, NOW)).toEqual([]);
  });

  it('are never more than so many, and those that go are the oldest', () => {
    const ends = fc.array(fc.integer({ min: NOW - ENDED_FOR, max: NOW + 1000 }), { maxLength: 200 });
    fc.assert(
      fc.property(ends, (all) => {
        const rows = all.map((endedAt, index) => ended(`${index}`, endedAt));
        const gone = leftLying(rows, NOW);
        expect(rows.length - gone.length).toBe(Math.min(rows.length, MOST_ENDED));
        const kept = rows.filter((row) => !gone.includes(row));
        const last = (some: LedgerEntry[]): number[] =>
          some.flatMap((row) => (row.phase === 'ended' ? row.endedAt : []));
        for (const end of last(gone)) expect(end).toBeLessThanOrEqual(Math.min(...last(kept)));
      }),
    );
  });
});

it('what is still to be done comes before what ended later', () => {
  const rows = [
    ended('late', NOW),
    ended('later', NOW + 1),
    ...OWED.map((change, kind) => ended(`owed-${kind}`, 5 - kind, change)),
  ];
  const order = pressingFirst(rows).map(({ id }) => id);
  expect(order.slice(-2)).toEqual(['later', 'late']);
  expect(order[0]).toBe('owed-0');
});
