import { isPrivate } from '../session/private.ts';
import {
  isAlive,
  kindsMissing,
  type Leg,
  type LivingRun,
  openLeg,
  type Run,
  type RunEnded,
  type RunProgress,
} from './run.ts';
import { clean, enter, goOn, onCleaned, onCounted, onEntered, onMaking, onSetAside } from './run-begin.ts';
import { end, explain, giveUp, gone, release, takesAnswer } from './run-end.ts';
import type { RunEffect, RunEvent, Step } from './run-events.ts';
import { onPopups, popupsBack } from './run-popups.ts';

/** After this long away from the marketplace the user is asked whether the run is still wanted: ms. */
export const QUIET_LIMIT = 30 * 60 * 1000;

/**
 * Whether so much time lies between two instants that what began with the first one is over. Either way round: a clock
 * that was set back must not keep anything waiting until it has caught up.
 */
export function isQuiet(since: number, now: number): boolean {
  return Math.abs(now - since) >= QUIET_LIMIT;
}

const stay = (run: Run): Step => ({ run, effects: [] });

function onCallback(run: Run, event: Extract<RunEvent, { type: 'callback' }>): Step {
  const index = run.legs.findLastIndex(({ kind, outcome }) => kind === event.kind && outcome === undefined);
  const leg = run.legs[index];
  if (!leg) return stay(run);
  const legs = run.legs.with(index, { ...leg, outcome: event.outcome });
  const answered = {
    ...run,
    legs,
    ...(event.connectionId && { connectionId: event.connectionId }),
    ...(event.showsCode && { showsCode: event.showsCode }),
  };
  if (event.outcome === 'declined') {
    return end(answered, 'declined', event.at);
  }
  const { type: _, outcome: __, showsCode: ___, connectionId, ...proof } = event;
  if (isPrivate(run)) {
    const named = event.accountId !== undefined && { namedAccount: event.accountId };
    return end({ ...answered, ...named }, 'granted', event.at);
  }
  const record: RunEffect = {
    type: 'record',
    ...proof,
    ...(leg.app !== undefined && { app: leg.app }),
    ...(run.progress.label !== undefined && { label: run.progress.label }),
    // What was typed to sign in is not the name that cookies know the user by.
    ...(run.progress.user?.includes('@') === false && { user: run.progress.user }),
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

function onAsked(run: LivingRun, event: Extract<RunEvent, { type: 'asked' }>): Step {
  if (run.phase === 'cleaning' || run.phase === 'not-clean') return stay(run);
  // The second press of two has nothing left to do.
  const isOpen = run.phase === 'consenting' && openLeg(run)?.url === event.leg.url;
  if (isOpen && event.mode === 'joined' && run.container) return stay(run);
  // The answer to a leg of another kind may still come.
  const stays = ({ kind }: Leg): boolean => event.mode === 'joined' && kind !== event.leg.kind;
  const others = run.legs.filter((leg) => leg.outcome !== undefined || stays(leg));
  const needed = run.kinds.includes(event.leg.kind)
    ? run.kinds
    : [...others.map(({ kind }) => kind), event.leg.kind];
  const { showsCode: _, ...before } = run;
  const joined: LivingRun = {
    ...before,
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
  const chosen: LivingRun = { ...joined, mode: event.mode, ...(letsGo && { keepsLogin: true }) };
  if (event.mode === 'as-is') return goOn(chosen, event.at);
  return clean(chosen);
}

/** What is open already goes on under its new address. */
function onFollowed(run: LivingRun, { leg }: Extract<RunEvent, { type: 'followed' }>): Step {
  const index = run.legs.findLastIndex(({ kind, outcome }) => kind === leg.kind && outcome === undefined);
  if (run.phase !== 'consenting' || index < 0) return stay(run);
  const { quietSince: _, askedAt: __, ...active } = run;
  return stay({ ...active, legs: run.legs.with(index, leg), progress: {} });
}

/** The marketplace's own list of programs confirms it: the run only looks on from here. */
function onConfirming(run: LivingRun, { leg, tabId }: Extract<RunEvent, { type: 'confirming' }>): Step {
  if (run.phase !== 'awaiting' && run.phase !== 'consenting') return stay(run);
  const { quietSince: _, askedAt: __, ...active } = run;
  const legs = [...run.legs.filter(({ outcome }) => outcome !== undefined), leg];
  return stay({ ...active, phase: 'consenting', legs, tabId, progress: {}, appstore: true });
}

/** Back at the software, it seems, and nothing was understood: the user knows what came of it. */
function onReturned(run: LivingRun, { host, at }: Extract<RunEvent, { type: 'returned' }>): Step {
  if (run.phase !== 'consenting' || run.returned) return stay(run);
  return {
    run: { ...run, returned: { ...(host !== undefined && { host }) }, quietSince: at },
    effects: [{ type: 'present' }],
  };
}

function onTold(run: LivingRun, { what, at }: Extract<RunEvent, { type: 'told' }>): Step {
  const { returned, ...rest } = run;
  const leg = openLeg(run);
  if (!returned || !leg) return stay(run);
  if (what === 'still-at-it') return stay({ ...rest, quietSince: at });
  if (what === 'not-worked') return giveUp(rest, at, 'not-finished');
  const { kind } = leg;
  return onCallback(rest, { type: 'callback', kind, outcome: 'granted', verdict: 'unverified', at });
}

function onPage(run: LivingRun, event: Extract<RunEvent, { type: 'page' }>): Step {
  const { quietSince: _, askedAt: __, returned: ___, ...present } = run;
  const { refusedAnswer } = run.progress;
  const before = event.arrived ? { ...(refusedAnswer && { refusedAnswer }) } : run.progress;
  const progress: RunProgress = {
    ...before,
    ...event.progress,
    signInSeen: run.progress.signInSeen || event.progress.signInSeen,
    consentSeen: run.progress.consentSeen || event.progress.consentSeen,
  };
  const seen: LivingRun = { ...present, progress };
  if (!event.endsWith) return stay(seen);
  return end(seen, 'failed', event.at, event.endsWith);
}

function onTick(run: LivingRun, at: number): Step {
  if (run.quietSince === undefined || run.askedAt !== undefined) return stay(run);
  if (!isQuiet(run.quietSince, at)) return stay(run);
  return { run: { ...run, askedAt: at }, effects: [{ type: 'present' }] };
}

function onTabClosed(run: LivingRun, tabId: number, at: number): Step {
  if (run.tabId !== tabId) return stay(run);
  if (run.phase !== 'between-legs') return giveUp(run, at, 'tab-closed');
  const { tabId: _, ...rest } = run;
  return stay(rest);
}

/** Ticks a step of the checklist by hand, or takes the tick back. */
function onTicked(run: LivingRun, { id, done }: Extract<RunEvent, { type: 'step-ticked' }>): Step {
  const others = (run.ticked ?? []).filter((each) => each !== id);
  return stay({ ...run, ticked: done ? [...others, id] : others });
}

function stepAlive(run: LivingRun, event: RunEvent): Step {
  switch (event.type) {
    case 'step-ticked':
      return onTicked(run, event);
    case 'want-popups':
      return onPopups(run, event);
    case 'popups-back':
      return stay(popupsBack(run));
    case 'counted':
      return onCounted(run, event.found);
    case 'set-aside':
      return onSetAside(run, event.cookies);
    case 'keep-login':
      return run.aside?.state === 'kept' ? stay({ ...run, keepsLogin: true }) : stay(run);
    case 'put-back':
      return stay({ ...run, aside: event.aside });
    case 'making':
      return onMaking(run, event.before);
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
    case 'put-back-again':
      return stay(run);
    case 'release': {
      const { shares: _, ...alone } = run;
      return stay(run.shares ? alone : run);
    }
    case 'cleaned':
      return onCleaned(run, event);
    case 'cleaning-failed':
      if (run.phase !== 'cleaning') return stay(run);
      return {
        run: { ...run, phase: 'not-clean', cleaningFailed: event.why },
        effects: [{ type: 'present' }],
      };
    case 'clean-again': {
      if (run.phase !== 'not-clean') return stay(run);
      const { cleaningFailed: _, ...again } = run;
      // A run in a container stays one.
      return clean({ ...again, mode: (!run.container && event.mode) || run.mode });
    }
    case 'go-on-unclean':
      return run.phase === 'not-clean' ? goOn({ ...run, mode: 'as-is' }, event.at) : stay(run);
    case 'asked':
      return onAsked(run, event);
    case 'followed':
      return onFollowed(run, event);
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
    case 'returned':
      return onReturned(run, event);
    case 'told':
      return onTold(run, event);
    case 'error':
      return end(run, 'failed', event.at, `error:${event.code}`);
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

function stepEnded(run: RunEnded, event: RunEvent): Step {
  switch (event.type) {
    case 'put-back-again':
      return run.aside?.state === 'back' && run.aside.missing
        ? { run, effects: [{ type: 'put-back' }] }
        : stay(run);
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
      return takesAnswer(run, event.at) ? onCallback(run, event) : stay(run);
    default:
      return stay(run);
  }
}

/**
 * The next state of a run and what is to be done for it. Pure: the caller keeps the state first and acts then.
 *
 * An ended run hears little: that what was set aside is back, what becomes of its container, that its account was not
 * the right one, and a late callback for a leg that nobody answered, which upgrades it.
 */
export function step(run: Run, event: RunEvent): Step {
  if (isAlive(run)) return stepAlive(run, event);
  return stepEnded(run, event);
}
