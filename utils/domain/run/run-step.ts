import type { RunContainer } from '../session/container.ts';
import { isPrivate } from '../session/private.ts';
import {
  isAlive,
  kindsMissing,
  type Leg,
  type Run,
  type RunProgress,
  type RunReason,
  type RunResult,
} from './run.ts';
import type { RunEffect, RunEvent, Step } from './run-events.ts';
import { onPopups, popupsBack } from './run-popups.ts';

/** After this long away from the marketplace the person is asked whether the run is still wanted: ms. */
export const QUIET_LIMIT = 30 * 60 * 1000;

/** Begins a run: with a clean or, on the person's word, without one. */
export function beginRun(
  start: Pick<
    Run,
    | 'id'
    | 'connectionId'
    | 'marketplace'
    | 'site'
    | 'mode'
    | 'jar'
    | 'kinds'
    | 'appstore'
    | 'shares'
    | 'follows'
    | 'aside'
    | 'keepsLogin'
  > & {
    leg?: Leg;
    tabId?: number;
    at: number;
  },
): Step {
  const { leg, tabId, at, ...rest } = start;
  const run: Run = {
    ...rest,
    phase: 'cleaning',
    legs: leg ? [leg] : [],
    progress: {},
    startedAt: at,
    ...(tabId !== undefined && { tabId }),
  };
  switch (run.mode) {
    case 'as-is':
      return goOn(run, at);
    case 'container':
      // Without an address there is nothing to open in it yet.
      return leg ? enter(run) : goOn(run, at);
    default:
      return { run, effects: [{ type: 'clean' }] };
  }
}

const stay = (run: Run): Step => ({ run, effects: [] });

/** From a jar that is ready to the marketplace, or to waiting for the software. */
function goOn(run: Run, at: number, again?: true): Step {
  const leg = run.legs.findLastIndex(({ outcome }) => outcome === undefined);
  if (leg < 0) return stay({ ...run, phase: 'awaiting', quietSince: at });
  const { quietSince: _, askedAt: __, ...active } = run;
  return {
    run: { ...active, phase: 'consenting' },
    effects: [{ type: 'open', leg, ...(again && { again }) }],
  };
}

/** Into the container: first of all it must be there. */
function enter(run: Run): Step {
  const container: RunContainer = run.container ?? { state: 'making' };
  return { run: { ...run, phase: 'cleaning', container }, effects: [{ type: 'enter' }] };
}

function onEntered(run: Run, event: Extract<RunEvent, { type: 'entered' }>): Step {
  if (run.phase !== 'cleaning' || run.mode !== 'container' || !run.container) return stay(run);
  const { jar, tabId, from, closes, at } = event;
  // What the first leg's sign-in left there is what the second one needs.
  const ready = event.pure || run.legs.some(({ outcome }) => outcome === 'granted');
  const container: RunContainer = {
    state: 'in-use',
    ...(event.pure && { pure: true }),
    ...(from !== undefined && !closes && { from }),
  };
  const closing: RunEffect[] = from !== undefined && closes ? [{ type: 'close-guard', tabId: from }] : [];
  const inside: Run = { ...run, jar, tabId, container };
  if (!ready) return { run: inside, effects: [...closing, { type: 'clean' }] };
  const next = goOn(inside, at);
  return { run: next.run, effects: [...closing, ...next.effects] };
}

/** A tab that was closed is often the first that is heard of a lost container or of another extension at work. */
function explain(run: Run, reason: 'container-gone' | 'moved'): Run {
  return run.result === 'abandoned' && run.reason === 'tab-closed' ? { ...run, reason } : run;
}

const gone = (run: Run): Run => ({ ...run, ...(run.container && { container: { state: 'gone' } }) });

/**
 * Ends a run; its authorise addresses are forgotten with it. First of all its grant is recorded, then what was set
 * aside comes back, then the person is told.
 */
function end(run: Run, result: RunResult, at: number, reason?: RunReason, record: RunEffect[] = []): Step {
  const { quietSince: _, askedAt: __, reason: ___, legs, ...rest } = run;
  // A run that went wrong is no beginning for another one.
  const shares = run.shares === true && result === 'granted' && reason === undefined;
  const proven = run.receipt?.clean === true || run.follows !== undefined;
  return {
    run: {
      ...rest,
      legs: legs.map(({ url: ____, ...leg }) => leg),
      phase: 'ended',
      result,
      endedAt: at,
      ...(reason && { reason }),
    },
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

/** What becomes of a run that ends without an answer: one kind that came back is worth keeping. */
function giveUp(run: Run, at: number, reason: RunReason): Step {
  const some = run.legs.some(({ outcome }) => outcome === 'granted');
  return some ? end(run, 'granted', at, 'finished-early') : end(run, 'abandoned', at, reason);
}

function onCallback(run: Run, event: Extract<RunEvent, { type: 'callback' }>): Step {
  const index = run.legs.findLastIndex(({ kind, outcome }) => kind === event.kind && outcome === undefined);
  const leg = run.legs[index];
  if (!leg) return stay(run);
  const legs = run.legs.with(index, { ...leg, outcome: event.outcome });
  const answered = { ...run, legs, ...(event.connectionId && { connectionId: event.connectionId }) };
  if (event.outcome === 'declined') {
    return end(answered, 'declined', event.at);
  }
  const { type: _, outcome: __, connectionId, ...proof } = event;
  if (isPrivate(run)) {
    const named = event.accountId !== undefined && { namedAccount: event.accountId };
    return end({ ...answered, ...named }, 'granted', event.at);
  }
  const record: RunEffect = {
    type: 'record',
    ...proof,
    app: leg.app,
    ...(run.progress.label !== undefined && { label: run.progress.label }),
    ...(run.progress.user !== undefined && { user: run.progress.user }),
  };
  if (event.verdict === 'other') return end(answered, 'wrong-account', event.at, undefined, [record]);
  if (kindsMissing(answered).length === 0 || !isAlive(run)) {
    return end(answered, 'granted', event.at, undefined, [record]);
  }
  return {
    run: { ...answered, phase: 'between-legs', quietSince: event.at, progress: {} },
    effects: [record, { type: 'present' }],
  };
}

function onAsked(run: Run, event: Extract<RunEvent, { type: 'asked' }>): Step {
  if (run.phase === 'cleaning' || run.phase === 'not-clean') return stay(run);
  const others = run.legs.filter(({ outcome }) => outcome !== undefined);
  const needed = run.kinds.includes(event.leg.kind)
    ? run.kinds
    : [...others.map(({ kind }) => kind), event.leg.kind];
  const joined: Run = {
    ...run,
    kinds: needed,
    legs: [...others, event.leg],
    tabId: event.tabId,
    progress: {},
  };
  const inContainer = joined.mode === 'container' || joined.container !== undefined;
  if (event.mode === 'container' || (event.mode === 'joined' && inContainer))
    return enter({ ...joined, mode: 'container' });
  if (event.mode === 'joined') return goOn(joined, event.at);
  // "Sign out for good" is said of what was set aside before, too.
  const letsGo = event.mode === 'clear' && run.aside?.state === 'kept';
  const chosen: Run = { ...joined, mode: event.mode, ...(letsGo && { keepsLogin: true }) };
  if (event.mode === 'as-is') return goOn(chosen, event.at);
  return { run: { ...chosen, phase: 'cleaning' }, effects: [{ type: 'clean' }] };
}

/** The marketplace's own list of programs confirms it: the run only looks on from here. */
function onConfirming(run: Run, { leg, tabId }: Extract<RunEvent, { type: 'confirming' }>): Step {
  if (run.phase !== 'awaiting' && run.phase !== 'consenting') return stay(run);
  const { quietSince: _, askedAt: __, ...active } = run;
  const legs = [...run.legs.filter(({ outcome }) => outcome !== undefined), leg];
  return stay({ ...active, phase: 'consenting', legs, tabId, progress: {}, appstore: true });
}

function onPage(run: Run, event: Extract<RunEvent, { type: 'page' }>): Step {
  const { quietSince: _, askedAt: __, ...present } = run;
  const { refusedAnswer } = run.progress;
  const before = event.arrived ? { ...(refusedAnswer && { refusedAnswer }) } : run.progress;
  const progress: RunProgress = {
    ...before,
    ...event.progress,
    signInSeen: run.progress.signInSeen || event.progress.signInSeen,
    consentSeen: run.progress.consentSeen || event.progress.consentSeen,
  };
  const seen: Run = { ...present, progress };
  if (!event.endsWith) return stay(seen);
  return end(seen, 'failed', event.at, event.endsWith);
}

function onTick(run: Run, at: number): Step {
  if (run.quietSince === undefined || run.askedAt !== undefined || at - run.quietSince < QUIET_LIMIT)
    return stay(run);
  return { run: { ...run, askedAt: at }, effects: [{ type: 'present' }] };
}

function onTabClosed(run: Run, tabId: number, at: number): Step {
  if (run.tabId !== tabId) return stay(run);
  if (run.phase !== 'between-legs') return giveUp(run, at, 'tab-closed');
  const { tabId: _, ...rest } = run;
  return stay(rest);
}

/** Ticks a step of the checklist by hand, or takes the tick back. */
function onTicked(run: Run, { id, done }: Extract<RunEvent, { type: 'step-ticked' }>): Step {
  const others = (run.ticked ?? []).filter((each) => each !== id);
  return stay({ ...run, ticked: done ? [...others, id] : others });
}

function stepAlive(run: Run, event: RunEvent): Step {
  switch (event.type) {
    case 'step-ticked':
      return onTicked(run, event);
    case 'want-popups':
      return onPopups(run, event);
    case 'popups-back':
      return stay(popupsBack(run));
    case 'counted':
      return stay({ ...run, found: { ...event.found, ...run.found } });
    case 'set-aside':
      return stay({ ...run, aside: { cookies: event.cookies, state: 'kept' } });
    case 'keep-login':
      return run.aside?.state === 'kept' ? stay({ ...run, keepsLogin: true }) : stay(run);
    case 'put-back':
      return stay({ ...run, aside: event.aside });
    case 'making':
      return run.container?.state === 'making'
        ? stay({ ...run, container: { state: 'making', before: event.before } })
        : stay(run);
    case 'entered':
      return onEntered(run, event);
    case 'no-container':
      return run.phase === 'cleaning' ? end(run, 'failed', event.at, 'no-container') : stay(run);
    case 'container-gone':
      return giveUp(gone(run), event.at, 'container-gone');
    case 'moved':
      return giveUp(run, event.at, 'moved');
    case 'leave':
    case 'left':
    case 'noted':
    case 'handed-on':
      return stay(run);
    case 'release': {
      const { shares: _, ...alone } = run;
      return stay(run.shares ? alone : run);
    }
    case 'cleaned':
      if (run.phase !== 'cleaning' || run.container?.state === 'making') return stay(run);
      return event.receipt.clean
        ? goOn({ ...run, receipt: event.receipt }, event.at)
        : { run: { ...run, receipt: event.receipt, phase: 'not-clean' }, effects: [{ type: 'present' }] };
    case 'cleaning-failed':
      if (run.phase !== 'cleaning') return stay(run);
      return {
        run: { ...run, phase: 'not-clean', cleaningFailed: event.why },
        effects: [{ type: 'present' }],
      };
    case 'clean-again': {
      if (run.phase !== 'not-clean') return stay(run);
      const { cleaningFailed: _, ...again } = run;
      return {
        // A run in a container stays one.
        run: { ...again, phase: 'cleaning', mode: (!run.container && event.mode) || run.mode },
        effects: [{ type: 'clean' }],
      };
    }
    case 'go-on-unclean':
      return run.phase === 'not-clean' ? goOn({ ...run, mode: 'as-is' }, event.at) : stay(run);
    case 'asked':
      return onAsked(run, event);
    case 'confirming':
      return onConfirming(run, event);
    case 'reopen':
      return run.phase === 'consenting' ? goOn({ ...run, progress: {} }, event.at, true) : stay(run);
    case 'page':
      return run.phase === 'consenting' ? onPage(run, event) : stay(run);
    case 'away':
      return stay(run.quietSince === undefined ? { ...run, quietSince: event.at } : run);
    case 'tick':
      return onTick(run, event.at);
    case 'still-wanted': {
      const { askedAt: _, ...wanted } = run;
      return stay({ ...wanted, quietSince: event.at });
    }
    case 'callback':
      return onCallback(run, event);
    case 'state-mismatch':
      return end(run, 'failed', event.at, 'state-mismatch');
    case 'denied':
      return run.phase === 'between-legs' ? end(run, 'wrong-account', event.at) : stay(run);
    case 'out-of-reach':
      return end(run, 'failed', event.at, 'out-of-reach');
    case 'finish':
      return run.phase === 'between-legs' ? giveUp(run, event.at, 'finished-early') : stay(run);
    case 'tab-closed':
      return onTabClosed(run, event.tabId, event.at);
    case 'end':
      return giveUp(run, event.at, event.reason);
  }
}

/** Brings back what an ended run had kept aside for the next one of its account. */
function release(run: Run): Step {
  if (!run.shares) return stay(run);
  const { shares: _, ...alone } = run;
  return { run: alone, effects: run.aside?.state === 'kept' ? [{ type: 'put-back' }] : [] };
}

/**
 * The next state of a run and what is to be done for it. Pure: the caller keeps the state first and acts then.
 *
 * An ended run hears little: that what was set aside is back, what becomes of its container, that its account was not
 * the right one, and a late callback for a leg that nobody answered, which upgrades it.
 */
export function step(run: Run, event: RunEvent): Step {
  if (isAlive(run)) return stepAlive(run, event);
  switch (event.type) {
    case 'put-back':
      return stay({ ...run, aside: event.aside });
    case 'popups-back':
      return stay(popupsBack(run));
    case 'noted':
      return stay({ ...run, left: event.left });
    case 'denied':
      return run.result === 'granted' ? release({ ...run, result: 'wrong-account' }) : stay(run);
    case 'release':
      return release(run);
    case 'handed-on':
      return stay(run.aside ? { ...run, aside: { ...run.aside, state: 'handed-on' } } : run);
    case 'leave':
      return run.container?.state === 'in-use' ? { run, effects: [{ type: 'leave' }] } : stay(run);
    case 'left':
      return stay({ ...run, container: { state: event.state } });
    case 'container-gone':
      return stay(run.container?.state === 'in-use' ? gone(explain(run, 'container-gone')) : run);
    case 'moved':
      return stay(explain(run, 'moved'));
    case 'callback':
      return onCallback(run, event);
    default:
      return stay(run);
  }
}
