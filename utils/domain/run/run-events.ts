import type { AccountVerdict } from '../account/grant.ts';
import type { GrantKind } from '../marketplaces/definition/schema.ts';
import type { Receipt } from '../session/cleaning.ts';
import type { RunMode } from '../session/modes.ts';
import type { Aside, Leg, Proven, Run, RunProgress } from './run.ts';

/** What happens to a run. */
export type RunEvent =
  /** What lies in the jar, by domain; nothing is removed before. */
  | { type: 'counted'; found: Record<string, number> }
  | { type: 'cleaned'; receipt: Receipt; at: number }
  | { type: 'cleaning-failed'; why: 'refused' | 'too-much' }
  /** So many cookies are kept; nothing is removed before. */
  | { type: 'set-aside'; cookies: number }
  /** What was set aside is dealt with. */
  | { type: 'put-back'; aside: Aside }
  /** What the browser did not take of it is set once more. */
  | { type: 'put-back-again' }
  | { type: 'keep-login' }
  /** The login that the ended run left, for the next one of its account. */
  | { type: 'noted'; left: string }
  /** Nobody follows any more: what was set aside comes back. */
  | { type: 'release' }
  /** The next run has what was set aside. */
  | { type: 'handed-on' }
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
  /** The person ticks a step before the consent, or takes the tick back. */
  | { type: 'step-ticked'; id: string; done: boolean }
  /** The person wants a shop's pop-ups let through, and may have given us the permission for it since. */
  | { type: 'want-popups'; host: string; permitted: boolean }
  | { type: 'popups-back' }
  | { type: 'clean-again'; mode?: 'clear' }
  | { type: 'go-on-unclean'; at: number }
  /** The authorise address that the run waits for, or a further one of the same connection. */
  | { type: 'asked'; leg: Leg; tabId: number; mode: RunMode | 'joined'; at: number }
  /** The software was started once more in the run's own tab: this address is the one that is answered now. */
  | { type: 'followed'; leg: Leg; at: number }
  /** The marketplace's own list of programs confirms a leg in this tab. */
  | { type: 'confirming'; leg: Leg; tabId: number; at: number }
  | { type: 'reopen'; at: number }
  /** What a page shows; `arrived`: it is a new one, and what the page before it showed is over. */
  | { type: 'page'; progress: RunProgress; arrived?: true; endsWith?: `error:${string}`; at: number }
  | { type: 'away'; at: number }
  | { type: 'tick'; at: number }
  | { type: 'still-wanted'; at: number }
  | {
      type: 'callback';
      kind: GrantKind;
      outcome: 'granted' | 'declined';
      /** The connection that it belongs to, where that is another one than the run began with. */
      connectionId?: string;
      accountId?: string;
      verdict: AccountVerdict;
      expiresAt?: number;
      /** See `showsCode` of a run. */
      showsCode?: true;
      at: number;
    }
  | { type: 'state-mismatch'; at: number }
  /** The run's tab has left the consent, and nothing that came of it was understood. `host`: to whom, where it is known. */
  | { type: 'returned'; host?: string; at: number }
  /** The user says what came of it. */
  | { type: 'told'; what: 'worked' | 'not-worked' | 'still-at-it'; at: number }
  /** An error of the protocol, or of the page's own request, in place of an answer. */
  | { type: 'error'; code: string; at: number }
  /** The person says that the account of a grant is another one. */
  | { type: 'denied'; at: number }
  /** The answer that came is for another region, or another central, than the run's connection. */
  | { type: 'out-of-reach'; at: number }
  | { type: 'finish'; at: number }
  | { type: 'tab-closed'; tabId: number; at: number }
  | { type: 'end'; reason: 'cancelled' | 'not-finished' | 'browser-closed' | 'taken-over'; at: number };

/** What is to be done in the browser; each can be repeated without harm. */
export type RunEffect =
  /** See what lies in the jar. */
  | { type: 'count' }
  /** Keep the cookies that lie there. */
  | { type: 'set-aside' }
  /** Remove what lies there, and read what is left. */
  | { type: 'clean' }
  /** Find or make the connection's container, and a tab in it on the guard. */
  | { type: 'enter' }
  /** Close the guard's tab that was left for the container. */
  | { type: 'close-guard'; tabId: number }
  /** Remember whose sign-in the container holds now. */
  | { type: 'note-logins' }
  /** Remember which sign-in is in the jar, for the next run of the same account. */
  | { type: 'note-left' }
  /** Remove the container, unless the person keeps it. */
  | { type: 'leave' }
  /** Let the pop-ups of the run's shop through. */
  | { type: 'allow-popups' }
  /** Take that back. */
  | { type: 'forbid-popups' }
  /** Bring back what was set aside, or let it go where the person keeps the new login. */
  | { type: 'put-back' }
  /** Take the run's tab from the guard to a leg's address; with `again`, from wherever it is. */
  | { type: 'open'; leg: number; again?: true }
  | ({ type: 'record' } & Proven)
  /** Show the person what came of it, or ask. */
  | { type: 'present' };

export interface Step {
  run: Run;
  effects: RunEffect[];
}
