import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Connection } from '@/utils/domain/account/connection.ts';
import { finishingSteps } from '@/utils/domain/run/checklist/checklist.ts';
import {
  conditionOf,
  finished,
  withAllSteps,
  withGrant,
  withoutGrant,
  withReport,
  withStep,
} from '@/utils/domain/run/checklist/finishing.ts';

const connection: Connection = {
  id: 'c1',
  marketplace: 'amazon',
  site: 'de',
  region: 'eu',
  integration: 'microtech',
  name: 'Nordlicht',
  apps: [],
  account: {},
  createdAt: 0,
  updatedAt: 0,
};
const grant = { id: 'run-1:amazon', runId: 'run-1', verdict: 'match', at: 5 } as const;
const approved = withGrant(connection, grant);

describe('approved there, working here', () => {
  it('are two states: a grant brings the first, the last tick the second', () => {
    expect(conditionOf(connection)).toBeUndefined();
    expect(conditionOf(approved)).toBe('to-finish');
    const ids = finishingSteps(approved).map(({ step }) => step.id);
    const most = ids.slice(1).reduce((each, id) => withStep(each, id, true, 6), approved);
    expect(conditionOf(most)).toBe('to-finish');
    expect(finished(most)).toEqual({ done: 3, of: 4 });
    const all = withStep(most, ids[0] ?? '', true, 7);
    expect(conditionOf(all)).toBe('working');
    expect(all.finishing?.finishedAt).toBe(7);
  });

  it('a tick that is taken back opens it again', () => {
    const all = withAllSteps(approved, 7);
    expect(conditionOf(all)).toBe('working');
    expect(conditionOf(withStep(all, 'status', false, 8))).toBe('to-finish');
  });

  it('in whatever order the steps are ticked, it works exactly when all are', () => {
    const ids = finishingSteps(approved).map(({ step }) => step.id);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...ids), fc.boolean())), (presses) => {
        const after = presses.reduce((each, [id, done]) => withStep(each, id, done, 9), approved);
        const last = new Map(presses);
        const all = ids.every((id) => last.get(id) === true);
        expect(conditionOf(after)).toBe(all ? 'working' : 'to-finish');
      }),
    );
  });

  it('the second grant of a run keeps what was ticked; the next run begins anew', () => {
    const ticked = withStep(approved, 'active', true, 6);
    expect(withGrant(ticked, { ...grant, id: 'run-1:other' }).finishing?.done).toEqual(['active']);
    expect(withGrant(ticked, { ...grant, id: 'run-2:amazon', runId: 'run-2' }).finishing?.done).toEqual([]);
  });

  it('a grant for another account opens nothing, and one that is denied later closes what it opened', () => {
    expect(withGrant(connection, { ...grant, verdict: 'other' })).toBe(connection);
    expect(withoutGrant(approved, grant).finishing).toBeUndefined();
    expect(withoutGrant(approved, { id: 'x', runId: 'run-0' }).finishing).toBeDefined();
  });
});

describe('what a person reports', () => {
  it('stands before everything else, and is over with the next good grant', () => {
    const reported = withReport(withAllSteps(approved, 7), 'stopped-working', 8);
    expect(conditionOf(reported)).toBe('stopped-working');
    expect(withGrant(reported, { ...grant, verdict: 'other' }).reported).toBeDefined();
    expect(withGrant(reported, { ...grant, runId: 'run-2' }).reported).toBeUndefined();
    expect(conditionOf(withReport(reported, undefined, 9))).toBe('working');
  });
});
