import type { Receipt } from './cleaning.ts';
import type { ConsentStep } from './consent-url.ts';
import type { RunContainer } from './container.ts';
import type { AccountVerdict } from './grant.ts';
import type { GrantKind, MarketplaceId } from './marketplaces/schema.ts';
import { isPrivate } from './private.ts';

/**
 * How a run makes its jar ready.
 *
 * - `set-aside`: cleared; the cookies come back when the run is over.
 * - `clear`: cleared for good.
 * - `container`: the run goes on in a Firefox container of the connection's own; the jar it came from is left alone.
 * - `as-is`: left as it is, on the person's word.
 */
export type RunMode = 'set-aside' | 'clear' | 'container' | 'as-is';

/** The modes of a clean start. */
export type CleanMode = Exclude<RunMode, 'as-is'>;

/**
 * Where a run stands.
 *
 * - `cleaning`: the clean is under way.
 * - `not-clean`: something of the old session is left, or the clean failed; the person decides.
 * - `awaiting`: clean, and the software has not yet opened its authorise address.
 * - `consenting`: the address was let through; the person is with the marketplace.
 * - `between-legs`: one kind of grant is back, another one is still to come.
 * - `ended`: see the result.
 */
export type RunPhase = 'cleaning' | 'not-clean' | 'awaiting' | 'consenting' | 'between-legs' | 'ended';

export type RunResult = 'granted' | 'declined' | 'wrong-account' | 'failed' | 'abandoned';

/** Why a run ended without a grant, or what is wrong while it lives. */
export type RunReason =
  | 'cancelled'
  | 'tab-closed'
  | 'not-finished'
  | 'browser-closed'
  | 'taken-over'
  | 'state-mismatch'
  | 'finished-early'
  /** Somebody else removed the container. */
  | 'container-gone'
  /** The browser made no container. */
  | 'no-container'
  /** Another extension opened the address in another jar. */
  | 'moved'
  | `error:${string}`;

/** One authorise address and what came of it. */
export interface Leg {
  kind: GrantKind;
  app: string;
  /** A secret, in memory alone and only while the run lives: the address as it came. */
  url?: string;
  /** Digest of the state in the address: enough to know the answer by, even a late one. */
  state?: string;
  outcome?: 'granted' | 'declined';
}

/** What was seen on the marketplace's pages; hints for the checklist. */
export interface RunProgress {
  /** The step of the page that the run's tab shows. */
  step?: ConsentStep;
  signInSeen?: boolean;
  consentSeen?: boolean;
  boxTicked?: boolean;
  /** Who the page says is signed in: scraped, bounded, never a proof. */
  label?: string;
  /** The address of the consent came back without its application (Amazon's account picker). */
  lostApp?: boolean;
  errorCode?: string;
  /** Something that looks like an answer came from a page that is no consent; it was not counted. */
  refusedAnswer?: boolean;
}

/** What was set aside, and what became of it. The cookies themselves are in memory alone. */
export interface Aside {
  /** How many cookies were set aside. */
  cookies: number;
  /** `let-go`: the person kept the new login. `lost`: the browser ended, and its memory with it. */
  state: 'kept' | 'back' | 'let-go' | 'lost';
  /** How many of them a fresh read did not find after they were put back; those whose time was over do not count. */
  missing?: number;
}

/** One attempt at renewing a connection, from cleaning to result. */
export interface Run {
  id: string;
  /** Absent in private windows: nothing is noted of them. */
  connectionId?: string;
  marketplace: MarketplaceId;
  site: string;
  mode: RunMode;
  /** The cookie store that the run uses; empty while its container is not made yet. */
  jar: string;
  /** The kinds of grant that make the run complete. */
  kinds: GrantKind[];
  phase: RunPhase;
  tabId?: number;
  legs: Leg[];
  /** Cookies by domain before the first attempt at cleaning, so that a repeated one does not forget them. */
  found?: Record<string, number>;
  receipt?: Receipt;
  /** The clean could not be done at all; `too-much`: what was to be set aside did not fit, and nothing was removed. */
  cleaningFailed?: 'refused' | 'too-much';
  aside?: Aside;
  /** The person wants the new login to stay: what was set aside does not come back. */
  keepsLogin?: true;
  container?: RunContainer;
  progress: RunProgress;
  /** In private windows, where no grant is recorded: the account that the callback named. */
  namedAccount?: string;
  /** UTC instants in ms. */
  startedAt: number;
  endedAt?: number;
  /** Since when the run's tab has been away from the marketplace. */
  quietSince?: number;
  /** When the person was asked whether the run is still wanted. */
  askedAt?: number;
  result?: RunResult;
  reason?: RunReason;
}

export type RunEvent =
  | { type: 'counted'; found: Record<string, number> }
  | { type: 'cleaned'; receipt: Receipt; at: number }
  | { type: 'cleaning-failed'; why: 'refused' | 'too-much' }
  /** Cookies were set aside; nothing is removed before. */
  | { type: 'set-aside'; cookies: number }
  /** What was set aside is dealt with. */
  | { type: 'put-back'; aside: Aside }
  | { type: 'keep-login' }
  /** The container is about to be made; these are there already. */
  | { type: 'making'; before: string[] }
  /**
   * The run's own container is there, and in it a tab on the guard. `closes`: the tab that the address came to is not
   * needed any more. `pure`: the container holds the account's own session and needs no clean.
   */
  | { type: 'entered'; jar: string; tabId: number; from?: number; closes: boolean; pure: boolean; at: number }
  | { type: 'no-container'; at: number }
  | { type: 'container-gone'; at: number }
  | { type: 'moved'; at: number }
  /** The ended run's container is not needed any more. */
  | { type: 'leave' }
  | { type: 'left'; state: 'kept' | 'removed' }
  | { type: 'clean-again'; mode?: 'clear' }
  | { type: 'go-on-unclean'; at: number }
  /** The authorise address that the run waits for, or a further one of the same connection. */
  | { type: 'asked'; leg: Leg; tabId: number; mode: RunMode | 'joined'; at: number }
  | { type: 'reopen'; at: number }
  | { type: 'page'; progress: RunProgress; endsWith?: `error:${string}`; at: number }
  | { type: 'away'; at: number }
  | { type: 'tick'; at: number }
  | { type: 'still-wanted'; at: number }
  | {
      type: 'callback';
      kind: GrantKind;
      outcome: 'granted' | 'declined';
      accountId?: string;
      verdict: AccountVerdict;
      expiresAt?: number;
      at: number;
    }
  | { type: 'state-mismatch'; at: number }
  | { type: 'finish'; at: number }
  | { type: 'tab-closed'; tabId: number; at: number }
  | { type: 'end'; reason: 'cancelled' | 'not-finished' | 'browser-closed' | 'taken-over'; at: number };

/** What is to be done in the browser; each can be repeated without harm. */
export type RunEffect =
  | { type: 'clean' }
  /** Find or make the connection's container, and a tab in it on the guard. */
  | { type: 'enter' }
  /** Close the guard's tab that was left for the container. */
  | { type: 'close-guard'; tabId: number }
  /** Remember whose sign-in the container holds now. */
  | { type: 'note-logins' }
  /** Remove the container, unless the person keeps it. */
  | { type: 'leave' }
  /** Bring back what was set aside, or let it go where the person keeps the new login. */
  | { type: 'put-back' }
  /** Take the run's tab from the guard to a leg's address; with `again`, from wherever it is. */
  | { type: 'open'; leg: number; again?: true }
  | {
      type: 'record';
      kind: GrantKind;
      app: string;
      accountId?: string;
      label?: string;
      verdict: AccountVerdict;
      expiresAt?: number;
      at: number;
    }
  /** Show the person what came of it, or ask. */
  | { type: 'present' };

export interface Step {
  run: Run;
  effects: RunEffect[];
}

/** After this long away from the marketplace the person is asked whether the run is still wanted: ms. */
export const QUIET_LIMIT = 30 * 60 * 1000;

/** Begins a run: with a clean or, on the person's word, without one. */
export function beginRun(
  start: Pick<Run, 'id' | 'connectionId' | 'marketplace' | 'site' | 'mode' | 'jar' | 'kinds'> & {
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

/** A run is alive until it has ended. */
export function isAlive(run: Pick<Run, 'phase'>): boolean {
  return run.phase !== 'ended';
}

/** The leg that the run is waiting for an answer to. */
export function openLeg(run: Run): Leg | undefined {
  return run.legs.findLast((leg) => leg.outcome === undefined);
}

/** The kinds of grant that the run still needs. */
export function kindsMissing(run: Run): GrantKind[] {
  return run.kinds.filter((kind) => !run.legs.some((leg) => leg.kind === kind && leg.outcome === 'granted'));
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
  if (run.phase !== 'cleaning' || !run.container) return stay(run);
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
      ...(run.aside?.state === 'kept' ? [{ type: 'put-back' } as const] : []),
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
  const answered = { ...run, legs };
  if (event.outcome === 'declined') {
    return end(answered, 'declined', event.at);
  }
  const { type: _, outcome: __, ...proof } = event;
  if (isPrivate(run)) {
    const named = event.accountId !== undefined && { namedAccount: event.accountId };
    return end({ ...answered, ...named }, 'granted', event.at);
  }
  const record: RunEffect = {
    type: 'record',
    ...proof,
    app: leg.app,
    ...(run.progress.label !== undefined && { label: run.progress.label }),
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

function onPage(run: Run, event: Extract<RunEvent, { type: 'page' }>): Step {
  const { quietSince: _, askedAt: __, ...present } = run;
  const progress: RunProgress = {
    ...run.progress,
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

function stepAlive(run: Run, event: RunEvent): Step {
  switch (event.type) {
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
      return stay(run);
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
        run: { ...again, phase: 'cleaning', mode: event.mode ?? run.mode },
        effects: [{ type: 'clean' }],
      };
    }
    case 'go-on-unclean':
      return run.phase === 'not-clean' ? goOn({ ...run, mode: 'as-is' }, event.at) : stay(run);
    case 'asked':
      return onAsked(run, event);
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
    case 'finish':
      return run.phase === 'between-legs' ? giveUp(run, event.at, 'finished-early') : stay(run);
    case 'tab-closed':
      return onTabClosed(run, event.tabId, event.at);
    case 'end':
      return giveUp(run, event.at, event.reason);
  }
}

/**
 * The next state of a run and what is to be done for it. Pure: the caller keeps the state first and acts then.
 *
 * An ended run hears little: that what was set aside is back, what becomes of its container, and a late callback for a
 * leg that nobody answered, which upgrades it.
 */
export function step(run: Run, event: RunEvent): Step {
  if (isAlive(run)) return stepAlive(run, event);
  switch (event.type) {
    case 'put-back':
      return stay({ ...run, aside: event.aside });
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

/** A run without its secrets, as the ledger keeps it. */
export interface LedgerEntry extends Omit<Run, 'legs'> {
  legs: Omit<Leg, 'url' | 'state'>[];
}

/** Takes the authorise addresses and the states’ digests out of a run. */
export function withoutSecrets(run: Run): LedgerEntry {
  return { ...run, legs: run.legs.map(({ url: _, state: __, ...leg }) => leg) };
}
