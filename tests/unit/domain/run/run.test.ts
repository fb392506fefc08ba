import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAlive, type Leg, type Run, resultOf, withoutSecrets } from '@/utils/domain/run/run.ts';
import { beginRun } from '@/utils/domain/run/run-begin.ts';
import type { RunEffect, RunEvent } from '@/utils/domain/run/run-events.ts';
import { QUIET_LIMIT, step } from '@/utils/domain/run/run-step.ts';
import type { Receipt } from '@/utils/domain/session/cleaning.ts';

const leg = (change: Partial<Leg> = {}): Leg => ({
  kind: 'amazon',
  app: 'app-1',
  url: 'https://sellercentral.amazon.de/apps/authorize/consent?application_id=app-1&state=secret-state',
  state: 'digest-of-it',
  ...change,
});

const receipt = (clean: boolean): Receipt => ({
  at: 2,
  domains: [{ domain: 'amazon.de', found: 3, removed: clean ? 3 : 2, remaining: clean ? 0 : 1, logins: [] }],
  siteData: {},
  clean,
});

const start = {
  id: 'r',
  connectionId: 'c',
  marketplace: 'amazon',
  site: 'de',
  jar: '0',
  kinds: ['amazon'],
} as const;

const fromGuard = (mode: Run['mode'] = 'clear') =>
  beginRun({ ...start, kinds: ['amazon'], mode, leg: leg(), tabId: 5, at: 1 });
const fromPopup = () => beginRun({ ...start, kinds: ['amazon'], mode: 'clear', at: 1 });

/** Plays events one after the other; tells the last state and everything that was to be done. */
function play(run: Run, ...events: RunEvent[]): { run: Run; effects: RunEffect[] } {
  return events.reduce(
    (so, event) => {
      const next = step(so.run, event);
      return { run: next.run, effects: [...so.effects, ...next.effects] };
    },
    { run, effects: [] as RunEffect[] },
  );
}

const consenting = (): Run => play(fromGuard().run, { type: 'cleaned', receipt: receipt(true), at: 2 }).run;
const granted = (change: Partial<Extract<RunEvent, { type: 'callback' }>> = {}): RunEvent => ({
  type: 'callback',
  kind: 'amazon',
  outcome: 'granted',
  accountId: 'A1',
  verdict: 'match',
  at: 9,
  ...change,
});

describe('a run from the guard', () => {
  it('cleans before it opens anything', () => {
    const { run, effects } = fromGuard();
    expect(run.phase).toBe('cleaning');
    expect(effects).toEqual([{ type: 'count' }]);
    expect(play(run, { type: 'counted', found: {} }).effects).toEqual([{ type: 'clean' }]);
  });

  it('opens the address once the receipt is clean', () => {
    const { run, effects } = play(fromGuard().run, { type: 'cleaned', receipt: receipt(true), at: 2 });
    expect(run.phase).toBe('consenting');
    expect(effects).toEqual([{ type: 'open', leg: 0 }]);
  });

  it('opens nothing while something of the old session is left', () => {
    const { run, effects } = play(fromGuard().run, { type: 'cleaned', receipt: receipt(false), at: 2 });
    expect(run.phase).toBe('not-clean');
    expect(effects).toEqual([{ type: 'present' }]);
  });

  it('does not call itself clean when the person goes on all the same', () => {
    const left = play(fromGuard().run, { type: 'cleaned', receipt: receipt(false), at: 2 });
    const { run, effects } = play(left.run, { type: 'go-on-unclean', at: 3 });
    expect(run).toMatchObject({ phase: 'consenting', mode: 'as-is' });
    expect(effects).toEqual([{ type: 'open', leg: 0 }]);
  });

  it('cleans again after a clean that could not be done', () => {
    const { run, effects } = play(
      fromGuard().run,
      { type: 'cleaning-failed', why: 'refused' },
      { type: 'clean-again' },
    );
    expect(run.phase).toBe('cleaning');
    expect(run.cleaningFailed).toBeUndefined();
    expect(effects.at(-1)).toEqual({ type: 'count' });
  });

  it('cleans nothing when the person is signed in already', () => {
    const { run, effects } = fromGuard('as-is');
    expect(run.phase).toBe('consenting');
    expect(effects).toEqual([{ type: 'open', leg: 0 }]);
  });

  it('records the grant and shows it', () => {
    const { run, effects } = play(consenting(), granted());
    expect(run).toMatchObject({ phase: 'ended', result: 'granted', endedAt: 9 });
    expect(effects).toEqual([
      { type: 'record', kind: 'amazon', app: 'app-1', accountId: 'A1', verdict: 'match', at: 9 },
      { type: 'present' },
    ]);
  });

  it('ends with the wrong account where another one came back', () => {
    const { run, effects } = play(consenting(), granted({ verdict: 'other', accountId: 'A2' }));
    expect(resultOf(run)).toBe('wrong-account');
    expect(effects[0]).toMatchObject({ type: 'record', verdict: 'other', accountId: 'A2' });
  });

  it('records nothing for a refusal', () => {
    const { run, effects } = play(consenting(), granted({ outcome: 'declined' }));
    expect(resultOf(run)).toBe('declined');
    expect(effects).toEqual([{ type: 'present' }]);
  });

  it('ends where only the maker of the software can mend the error', () => {
    const { run } = play(consenting(), { type: 'page', progress: {}, endsWith: 'error:MD5101', at: 4 });
    expect(run).toMatchObject({ phase: 'ended', result: 'failed', reason: 'error:MD5101' });
  });

  it('is abandoned when its tab is closed, and only then', () => {
    expect(play(consenting(), { type: 'tab-closed', tabId: 6, at: 4 }).run.phase).toBe('consenting');
    expect(play(consenting(), { type: 'tab-closed', tabId: 5, at: 4 }).run).toMatchObject({
      result: 'abandoned',
      reason: 'tab-closed',
    });
  });

  it('is upgraded by an answer that comes late', () => {
    const { run, effects } = play(consenting(), { type: 'tab-closed', tabId: 5, at: 4 }, granted());
    expect(run).toMatchObject({ result: 'granted', endedAt: 9 });
    expect(run).not.toHaveProperty('reason');
    expect(effects.filter(({ type }) => type === 'record')).toHaveLength(1);
  });

  it('asks after half an hour away, once, and not before', () => {
    const away = play(consenting(), { type: 'away', at: 10 }).run;
    expect(play(away, { type: 'tick', at: 9 + QUIET_LIMIT }).effects).toEqual([]);
    const asked = play(away, { type: 'tick', at: 10 + QUIET_LIMIT }, { type: 'tick', at: 11 + QUIET_LIMIT });
    expect(asked.effects).toEqual([{ type: 'present' }]);
    expect(asked.run).toMatchObject({ phase: 'consenting', askedAt: 10 + QUIET_LIMIT });
  });

  it('does not ask while its tab is with the marketplace, however long', () => {
    const there = play(consenting(), { type: 'away', at: 10 }, { type: 'page', progress: {}, at: 11 }).run;
    expect(play(there, { type: 'tick', at: 10 * QUIET_LIMIT }).effects).toEqual([]);
  });
});

describe('a run from the pop-up', () => {
  const awaiting = (): Run => play(fromPopup().run, { type: 'cleaned', receipt: receipt(true), at: 2 }).run;

  it('waits for the software once it is clean', () => {
    expect(awaiting()).toMatchObject({ phase: 'awaiting', legs: [] });
  });

  it('opens the awaited address without cleaning again', () => {
    const { run, effects } = play(awaiting(), { type: 'asked', leg: leg(), tabId: 8, mode: 'joined', at: 3 });
    expect(run).toMatchObject({ phase: 'consenting', tabId: 8 });
    expect(effects).toEqual([{ type: 'open', leg: 0 }]);
  });

  it('cleans again where the person asks for it', () => {
    const { run, effects } = play(awaiting(), { type: 'asked', leg: leg(), tabId: 8, mode: 'clear', at: 3 });
    expect(run.phase).toBe('cleaning');
    expect(effects).toEqual([{ type: 'count' }]);
    expect(play(run, { type: 'counted', found: {} }).effects).toEqual([{ type: 'clean' }]);
  });

  it('asks after half an hour of waiting', () => {
    expect(play(awaiting(), { type: 'tick', at: 2 + QUIET_LIMIT }).effects).toEqual([{ type: 'present' }]);
  });
});

describe('a run that needs two kinds', () => {
  const two = (): Run => {
    const first = leg({ kind: 'ebay-authnauth', app: 'ru' });
    const begun = beginRun({
      ...start,
      marketplace: 'ebay',
      kinds: ['ebay-authnauth', 'ebay-oauth'],
      mode: 'as-is',
      leg: first,
      tabId: 5,
      at: 1,
    });
    return play(begun.run, granted({ kind: 'ebay-authnauth' })).run;
  };
  const second = leg({ kind: 'ebay-oauth', app: 'client', state: 's2' });

  it('waits for the second one', () => {
    expect(two()).toMatchObject({ phase: 'between-legs' });
  });

  it('survives the first pop-up’s end, and is done when both are back', () => {
    const { run, effects } = play(
      two(),
      { type: 'tab-closed', tabId: 5, at: 10 },
      { type: 'asked', leg: second, tabId: 6, mode: 'joined', at: 11 },
      granted({ kind: 'ebay-oauth', at: 12 }),
    );
    expect(run).toMatchObject({ phase: 'ended', result: 'granted' });
    expect(effects.map(({ type }) => type)).toEqual(['open', 'record', 'present']);
  });

  it('ends where the person says that the first account is another one', () => {
    expect(play(two(), { type: 'denied', at: 10 }).run).toMatchObject({ result: 'wrong-account' });
  });

  it('is renewed in part where the person says that this was all', () => {
    expect(play(two(), { type: 'finish', at: 10 }).run).toMatchObject({
      result: 'granted',
      reason: 'finished-early',
    });
  });
});

describe('every run', () => {
  const events: fc.Arbitrary<RunEvent> = fc.oneof(
    fc.constant<RunEvent>({ type: 'counted', found: { 'amazon.de': 3 } }),
    fc.boolean().map((clean): RunEvent => ({ type: 'cleaned', receipt: receipt(clean), at: 2 })),
    fc.constantFrom<RunEvent>(
      { type: 'cleaning-failed', why: 'refused' },
      { type: 'set-aside', cookies: 3 },
      { type: 'put-back', aside: { cookies: 3, state: 'back', missing: 0 } },
      { type: 'clean-again' },
      { type: 'go-on-unclean', at: 3 },
      { type: 'reopen', at: 3 },
      { type: 'page', progress: { consentSeen: true }, at: 3 },
      { type: 'page', progress: {}, endsWith: 'error:MD1000', at: 3 },
      { type: 'away', at: 3 },
      { type: 'tick', at: 3 + QUIET_LIMIT },
      { type: 'still-wanted', at: 3 },
      { type: 'state-mismatch', at: 3 },
      { type: 'denied', at: 3 },
      { type: 'finish', at: 3 },
      { type: 'tab-closed', tabId: 5, at: 3 },
      { type: 'end', reason: 'cancelled', at: 3 },
    ),
    fc.constantFrom<RunEvent>(
      { type: 'making', before: ['jar-1'] },
      { type: 'entered', jar: 'jar-2', tabId: 6, from: 5, closes: true, pure: false, at: 3 },
      { type: 'entered', jar: 'jar-2', tabId: 6, closes: false, pure: true, at: 3 },
      { type: 'no-container', at: 3 },
      { type: 'container-gone', at: 3 },
      { type: 'moved', at: 3 },
      { type: 'leave' },
      { type: 'left', state: 'removed' },
      { type: 'asked', leg: leg(), tabId: 5, mode: 'container', at: 3 },
    ),
    fc.constantFrom<RunEvent>(
      { type: 'asked', leg: leg(), tabId: 5, mode: 'joined', at: 3 },
      { type: 'asked', leg: leg(), tabId: 5, mode: 'clear', at: 3 },
      granted(),
      granted({ outcome: 'declined' }),
      granted({ verdict: 'other' }),
    ),
  );

  const starts = fc.constantFrom(
    fromGuard,
    fromPopup,
    () => fromGuard('container'),
    () => beginRun({ ...start, kinds: ['amazon'], mode: 'container', at: 1 }),
  );

  /** In its container, which is clean, holds the account's own sign-in, or that of the first leg. */
  const isReady = ({ container, jar, receipt: clean, legs }: Run): boolean =>
    container?.state === 'in-use' &&
    jar === 'jar-2' &&
    (container.pure === true || clean?.clean === true || legs.some(({ outcome }) => outcome === 'granted'));

  it('records at most one grant a kind and leg, ends once, and opens nothing after its end', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 30 }), starts, (list, begin) => {
        let { run } = begin();
        let opened = 0;
        let recorded = 0;
        for (const event of list) {
          const before = run;
          const next = step(run, event);
          run = next.run;
          opened += run.legs.length > before.legs.length ? 1 : 0;
          recorded += next.effects.filter(({ type }) => type === 'record').length;
          if (!isAlive(before))
            expect(next.effects.some(({ type }) => type === 'open' || type === 'clean')).toBe(false);
          if (next.effects.some(({ type }) => type === 'open')) expect(run.phase).toBe('consenting');
          if (run.phase === 'consenting' && run.mode === 'clear') expect(run.receipt?.clean).toBe(true);
          if (run.phase === 'consenting' && run.mode === 'container') expect(isReady(run)).toBe(true);
          if (isAlive(before)) expect(next.effects.some(({ type }) => type === 'leave')).toBe(false);
          expect(run.phase === 'ended').toBe('result' in run);
        }
        expect(recorded).toBeLessThanOrEqual(opened + 1);
      }),
      { numRuns: 3000 },
    );
  });

  it('leaves its secrets out of the ledger', () => {
    expect(JSON.stringify(withoutSecrets(fromGuard().run))).not.toMatch(/secret-state|digest-of-it/);
  });

  it('forgets its addresses when it ends', () => {
    expect(JSON.stringify(play(consenting(), granted()).run)).not.toContain('secret-state');
  });
});
