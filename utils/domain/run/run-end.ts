import type { LedgerEntry, LivingRun, Run, RunEnded, RunReason, RunResult } from './run.ts';
import { isAlive } from './run.ts';
import type { RunEffect, Step } from './run-events.ts';
import { popupsBack } from './run-popups.ts';

/**
 * Ends a run; its authorise addresses are forgotten with it. Its grant is recorded, what was set aside comes back, and
 * the user is told; none of these waits for another one to succeed.
 *
 * @param at UTC instant in ms.
 */
export function end(
  { legs, ...living }: Run,
  result: RunResult,
  at: number,
  reason?: RunReason,
  record: RunEffect[] = [],
): Step {
  const {
    quietSince: _,
    askedAt: __,
    reason: ___,
    returned: _____,
    ...rest
  } = {
    quietSince: undefined,
    askedAt: undefined,
    reason: undefined,
    returned: undefined,
    ...living,
  };
  const run: RunEnded = {
    ...rest,
    legs: legs.map(({ url: ____, ...leg }) => leg),
    phase: 'ended',
    result,
    endedAt: at,
    ...(reason && { reason }),
  };
  // A run that went wrong is no beginning for another one.
  const shares = run.shares === true && result === 'granted' && reason === undefined;
  const proven = run.receipt?.clean === true || run.follows !== undefined;
  return {
    run,
    effects: [
      ...record,
      ...(run.popups?.state === 'allowed' ? [{ type: 'forbid-popups' } as const] : []),
      ...(run.aside?.state === 'kept' && !shares ? [{ type: 'put-back' } as const] : []),
      ...(shares && proven ? [{ type: 'note-left' } as const] : []),
      { type: 'present' },
      ...(result === 'granted' && run.container?.state === 'in-use'
        ? [{ type: 'note-logins' } as const]
        : []),
    ],
  };
}

/** Ends a run that got no further answer. If one kind of grant came back, the run still counts as granted. */
export function giveUp(run: LivingRun, at: number, reason: RunReason): Step {
  const some = run.legs.some(({ outcome }) => outcome === 'granted');
  return some ? end(run, 'granted', at, 'finished-early') : end(run, 'abandoned', at, reason);
}

/** A closed tab is often the first sign of a lost container, or of another extension at work. */
export function explain(run: RunEnded, reason: 'container-gone' | 'moved'): RunEnded {
  return run.result === 'abandoned' && run.reason === 'tab-closed' ? { ...run, reason } : run;
}

/** The run's container no longer exists. */
export function gone<T extends Run>(run: T): T {
  return { ...run, ...(run.container && { container: { state: 'gone' } }) };
}

/** Brings back what an ended run had kept aside for the next one of its account. */
export function release(run: RunEnded): Step {
  if (!run.shares) return { run, effects: [] };
  const { shares: _, ...alone } = run;
  return { run: alone, effects: run.aside?.state === 'kept' ? [{ type: 'put-back' }] : [] };
}

/**
 * Whether an answer can still be the run's. Once the earlier sign-in is back, or the next run has the session, what comes
 * was given with another sign-in than the run's.
 *
 * @param at When the answer was given: UTC instant in ms.
 */
export function takesAnswer(run: Run, at: number): boolean {
  if (isAlive(run)) return true;
  const { state } = run.aside ?? {};
  return (state !== 'back' && state !== 'handed-on') || at < run.endedAt;
}

/**
 * A run whose memory is gone: it is over, what it had set aside is lost, and its pop-ups are forbidden again.
 *
 * @param at UTC instant in ms.
 */
export function cutOff(entry: LedgerEntry, at: number): LedgerEntry {
  const { aside, ...rest } = popupsBack(entry);
  const lost = aside && (aside.state === 'kept' ? { ...aside, state: 'lost' as const } : aside);
  const left = { ...rest, ...(lost && { aside: lost }) };
  if (!isAlive(left)) return left;
  const { quietSince: _, askedAt: __, returned: ___, ...over } = left;
  const some = left.legs.some(({ outcome }) => outcome === 'granted');
  const ended = { phase: 'ended', endedAt: at } as const;
  return some
    ? { ...over, ...ended, result: 'granted', reason: 'finished-early' }
    : { ...over, ...ended, result: 'abandoned', reason: 'browser-closed' };
}
