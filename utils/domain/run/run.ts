import type { AccountVerdict } from '../account/grant.ts';
import type { ConsentStep } from '../address/consent-url.ts';
import type { GrantKind, MarketplaceId } from '../marketplaces/definition/schema.ts';
import type { Receipt } from '../session/cleaning.ts';
import type { RunContainer } from '../session/container.ts';
import type { RunMode } from '../session/modes.ts';

export type RunResult = 'granted' | 'declined' | 'wrong-account' | 'failed' | 'abandoned';

/** Why a run ended without a grant, or what is wrong while it lives. */
export type RunReason =
  | 'cancelled'
  | 'tab-closed'
  | 'not-finished'
  | 'browser-closed'
  | 'taken-over'
  | 'state-mismatch'
  /** The permission was given for another region, or another central, than the connection's. */
  | 'out-of-reach'
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
  /** Absent where the address names no application that can be read. */
  app?: string;
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
  /** What this page shows was read: before that nothing can be said of what it lacks. */
  read?: boolean;
  boxTicked?: boolean;
  /** Who the page says is signed in: scraped, bounded, never a proof. */
  label?: string;
  /** The user that the cookies name while the page is there: a hint as well. */
  user?: string | undefined;
  /** The sign-in form has another name in it than the one that the person noted. */
  otherPrefilled?: boolean;
  /** Whether the overlay can be seen: the page may take it away, hide or cover it, or have no room for it. */
  overlay?: 'shown' | 'gone' | 'no-room';
  /** The account was switched in another tab since this page was loaded: what it shows may be the one before. */
  switched?: boolean;
  /** A page between sign-in and consent, on which the marketplace checks or offers something. */
  checks?: boolean;
  /** The address of the consent came back without its application (Amazon's account picker). */
  lostApp?: boolean;
  errorCode?: string;
  /** Something that looks like an answer came from a page that is no consent; it was not counted. */
  refusedAnswer?: boolean;
}

/** What a callback proved of one leg. */
export interface Proven {
  kind: GrantKind;
  app?: string;
  accountId?: string;
  label?: string;
  user?: string;
  verdict: AccountVerdict;
  /** UTC instants in ms. */
  expiresAt?: number;
  at: number;
}

/** What was set aside, and what became of it. The cookies themselves are in memory alone. */
export interface Aside {
  /** How many cookies were set aside. */
  cookies: number;
  /**
   * - `let-go`: the person kept the new login.
   * - `lost`: the browser ended, and its memory with it.
   * - `handed-on`: the next run in this jar has them, and brings them back.
   */
  state: 'kept' | 'back' | 'let-go' | 'lost' | 'handed-on';
  /** The run that set them aside, where that was another one. */
  of?: string;
  /** How many of them a fresh read did not find after they were put back; those whose time was over do not count. */
  missing?: number;
}

/** The shop whose pop-ups the browser lets through for the time of the run, and what is to be undone of it. */
export interface RunPopups {
  host: string;
  /**
   * - `wanted`: the person has yet to give us the permission for it.
   * - `allowed`: the setting may stand.
   * - `back`: it is taken back.
   */
  state: 'wanted' | 'allowed' | 'back';
}

/** What every run has, whatever its phase. */
interface RunBase {
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
  tabId?: number;
  legs: Leg[];
  /** Cookies by domain before the first attempt at cleaning, so that a repeated one does not forget them. */
  found?: Record<string, number>;
  receipt?: Receipt;
  /** The clean could not be done at all; `too-much`: what was to be set aside did not fit, and nothing was removed. */
  cleaningFailed?: 'refused' | 'too-much';
  aside?: Aside;
  /** The user wants the new login to stay: what was set aside does not come back. */
  keepsLogin?: true;
  container?: RunContainer;
  popups?: RunPopups;
  /** Ids of the steps before the consent that the user has ticked. */
  ticked?: string[];
  /** Others of the same account are due: what was set aside, and the new login in the jar, stay until the last of them. */
  shares?: true;
  /** The run before it, of the same account, with whose login this one goes on. */
  follows?: string;
  progress: RunProgress;
  /** Its answer stands on the marketplace's own page in the run's tab, with the live code in that page's address. */
  showsCode?: true;
  /** It was confirmed in the marketplace's own list of programs: nothing of it is opened, stopped or cleaned by us. */
  appstore?: true;
  /** In private windows, where no grant is recorded: the account that the callback named. */
  namedAccount?: string;
  /** UTC instant in ms. */
  startedAt: number;
}

/** What a run has while it lives. */
interface RunAlive extends RunBase {
  /** Since when the run's tab has been away from the marketplace: UTC instant in ms. */
  quietSince?: number;
  /** The run's tab has left the consent and nothing was understood: the user is asked what came of it. */
  returned?: { /** To whom, where it is known. */ host?: string };
  /** When the user was asked whether the run is still wanted: UTC instant in ms. */
  askedAt?: number;
}

/** The clean is under way; in a container, finding or making that comes first. */
export interface RunInCleaning extends RunAlive {
  phase: 'cleaning';
}

/** Something of the old session is left, or the clean failed; the user decides. */
export interface RunNotClean extends RunAlive {
  phase: 'not-clean';
}

/** Clean, and the software has not opened its authorise address yet. */
export interface RunAwaiting extends RunAlive {
  phase: 'awaiting';
}

/** The address was let through; the user is with the marketplace. */
export interface RunConsenting extends RunAlive {
  phase: 'consenting';
}

/** One kind of grant is back, another one is still to come. */
export interface RunBetweenLegs extends RunAlive {
  phase: 'between-legs';
}

/** It is over: only now there is a result. */
export interface RunEnded extends RunBase {
  phase: 'ended';
  result: RunResult;
  reason?: RunReason;
  /** UTC instant in ms. */
  endedAt: number;
  /** A digest of the login that it left in its jar, in memory alone. */
  left?: string;
}

/** A run that has not ended. */
export type LivingRun = RunInCleaning | RunNotClean | RunAwaiting | RunConsenting | RunBetweenLegs;

/** One attempt at renewing a connection, from cleaning to result. */
export type Run = LivingRun | RunEnded;

/** What became of the sign-in of before; `unclean`: clearing left something, and the user went on with it. */
export type Beginning = RunMode | 'unclean';

export const beginningOf = ({
  mode,
  receipt,
  cleaningFailed,
}: Pick<RunBase, 'mode' | 'receipt' | 'cleaningFailed'>): Beginning =>
  mode === 'as-is' && (receipt || cleaningFailed) ? 'unclean' : mode;

/** A run is alive until it has ended. */
export function isAlive<T extends Pick<Run, 'phase'>>(run: T): run is Exclude<T, { phase: 'ended' }> {
  return run.phase !== 'ended';
}

/** What came of a run; undefined while it lives. */
export function resultOf(
  run: { phase: LivingRun['phase'] } | Pick<RunEnded, 'phase' | 'result'>,
): RunResult | undefined {
  return run.phase === 'ended' ? run.result : undefined;
}

/** The leg that the run is waiting for an answer to. */
export function openLeg(run: Run): Leg | undefined {
  return run.legs.findLast((leg) => leg.outcome === undefined);
}

/** The kinds of grant that the run still needs. */
export function kindsMissing(run: Run): GrantKind[] {
  return run.kinds.filter((kind) => !run.legs.some((leg) => leg.kind === kind && leg.outcome === 'granted'));
}

type WithoutSecrets<T extends Run> = T extends Run
  ? Omit<T, 'legs' | 'left'> & {
      legs: Omit<Leg, 'url' | 'state'>[];
      /** Proven, and not recorded as grants yet: the browser may end in between. */
      owed?: Proven[];
    }
  : never;

/** An ended run without its secrets. */
export type EndedEntry = WithoutSecrets<RunEnded>;

/** A run without its secrets, as the ledger keeps it. */
export type LedgerEntry = WithoutSecrets<Run>;

/** Takes the authorise addresses and the digests of states and logins out of a run. */
export function withoutSecrets(run: Run): LedgerEntry {
  const { left: _, ...kept } = { left: undefined, ...run };
  return { ...kept, legs: run.legs.map(({ url: __, state: ___, ...leg }) => leg) };
}
