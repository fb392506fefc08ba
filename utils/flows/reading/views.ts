import type { Connection } from '../../domain/account/connection.ts';
import type { Grant, GrantRole } from '../../domain/account/grant.ts';
import type { Suggestion } from '../../domain/account/suggestion.ts';
import type { Remaining, Urgency } from '../../domain/due/expiry.ts';
import type { QueueGroup } from '../../domain/due/queue.ts';
import type { GrantKind, MarketplaceId } from '../../domain/marketplaces/definition/schema.ts';
import type { Decided } from '../../domain/policy/managed.ts';
import type { LedgerEntry } from '../../domain/run/run.ts';
import type { DatabaseFailure, Obstacle } from '../../domain/session/obstacle.ts';
import type { Preview } from '../engine/effects/clean.ts';
import type { Look } from './doctor.ts';

/** What the surfaces are given to show. No secrets, no texts: those are the surfaces' own. */

/** Who asks at the guard. */
export interface AskView {
  marketplace: MarketplaceId;
  site: string;
  host: string;
  kind: GrantKind;
  /** Absent where the address names none that can be read. */
  app?: string;
  /** When the address was stopped, a UTC instant in ms: a click is for what was shown. */
  stoppedAt: number;
  /** The address can be made to show the sign-in page in any case, and does not do so by itself. */
  canForceSignIn: boolean;
}

/** A connection as a surface lists it. */
export interface ConnectionView {
  connection: Connection;
  /** What remains of the grant that ends first. */
  remaining?: Remaining;
  urgency: Urgency;
  /** The grants that count, one of each kind. */
  grants: Grant[];
  /** A grant for another account came back and has not been made up for. */
  quarantined?: Grant;
  /** The connection that the grant in quarantine is probably wanted at; looked up for the pop-up alone. */
  home?: Connection;
  /** The account that a callback named first and that the person has not confirmed yet. */
  unconfirmed?: Grant;
}

/** All that is known of a connection. */
export interface ConnectionHistory {
  view: ConnectionView;
  /** Every grant, the newest first, and what it is to the connection now. */
  grants: { grant: Grant; role: GrantRole }[];
  /** Every run, the newest first. */
  runs: LedgerEntry[];
  /** What the organisation decides of it; absent where the connection is the person's own. */
  decided?: Decided[];
}

/** A run as a surface shows it. */
export interface RunView {
  run: LedgerEntry;
  connection?: Connection;
  /** Open tabs that still show the session of before what was set aside came back. */
  tabsBehind?: number;
  /** What the browser did not take of the earlier sign-in is still there to be set once more. */
  canPutBack?: true;
  /** Somebody is signed in in its jar, while it waits for the software. */
  signedIn?: true;
}

export type GuardView =
  /** The page was opened by itself. */
  | { kind: 'empty' }
  /** The window for which it stood in was closed. */
  | { kind: 'window-closed' }
  /** Whether the tab's jar is the one that we see is being looked at. */
  | Look
  /** A renewal here would not be what it says. */
  | { kind: 'obstacle'; obstacle: Obstacle }
  /** What was stopped here is too old. */
  | { kind: 'aged'; marketplace: MarketplaceId }
  /** The address is the one that a run waits for: a page in view lets it go on. */
  | { kind: 'ready'; marketplace: MarketplaceId; runId: string }
  /** The run is on its way to the marketplace. */
  | { kind: 'going-on'; marketplace: MarketplaceId }
  /** The person came back to the guard of a living run. */
  | { kind: 'living'; run: RunView }
  /** The run of this tab is over. Before an earlier sign-in came back, the tab was taken off the permission page. */
  | { kind: 'ended'; run: RunView }
  /** The run of the address that came to this tab goes on in a container's tab; or it did, and is over. */
  | { kind: 'in-container'; run: RunView }
  /** Another run holds the jar; `same` where it was begun with this very address. */
  | {
      kind: 'busy';
      ask: AskView;
      run: RunView;
      same: boolean;
      /** It can go on at the same time, in a container. */
      elsewhere?: Extract<GuardView, { kind: 'choose' }>;
    }
  /** A living run of this marketplace may be what the address belongs to. */
  | { kind: 'join'; ask: AskView; run: RunView }
  | {
      kind: 'choose';
      ask: AskView;
      preview: Preview;
      /** `strange`: the connection's grants came back for another application. */
      candidates: { view: ConnectionView; knowsApp: boolean; strange: boolean }[];
      /** The connection whose renewal was started and waits for this address. */
      awaitedBy?: string;
      /** Another renewal holds this jar: only a container is left. */
      beside?: true;
      /** A page opened the tab and may wait to hear from it: in a container it does not. */
      opener?: true;
      /** The person allows us in private windows. */
      privateAllowed: boolean;
      /** Why the database has not been read: there may be connections that are not among the candidates. */
      unread?: DatabaseFailure;
    }
  /** In a private window: nothing is asked that could only be noted. */
  | { kind: 'choose-private'; ask: AskView; preview: Preview };

/** What keeps us from working. */
export interface ObstacleView {
  /** In the order in which they are to be dealt with. */
  obstacles: Obstacle[];
  /** How many stored entries are damaged and left out. */
  unreadable?: number;
}

/** An answer that belongs to no run, and the connections that it could be noted for. */
export interface SuggestionView {
  suggestion: Suggestion;
  fitting: Pick<Connection, 'id' | 'name' | 'integration' | 'software'>[];
}

/** What is due, by account. */
export interface QueueView {
  /** How many connections. */
  due: number;
  /** The most urgent account first; of very many the first ones. */
  groups: QueueGroup<ConnectionView>[];
}

/** All that the pop-up shows. Of very many of a kind it has those that come first; the dashboard has them all. */
export interface Overview extends ObstacleView {
  /** Living runs, and the last ended ones that the user has not put away. */
  runs: RunView[];
  suggestions: SuggestionView[];
  /** Connections with an account to look at, or with steps left in the software; the most urgent first. */
  attention: ConnectionView[];
  queue: QueueView;
  /** The most urgent first. */
  connections: ConnectionView[];
  /** How many connections there are. */
  total: number;
  /** How many more there are than are listed; absent where all are. */
  beyond?: { runs: number; suggestions: number; attention: number };
}

/** All that a private window's pop-up shows. */
export interface PrivateOverview extends Pick<ObstacleView, 'obstacles'> {
  runs: LedgerEntry[];
}

export interface OverlayView {
  run: LedgerEntry;
  /** Absent in private windows. */
  connection?: Connection;
}

/** Why something could not be done; the surfaces have a sentence for each. */
export type Problem =
  | 'nothing-stopped'
  | 'busy'
  | 'unclear'
  /** What was clicked is not what is there by now. */
  | 'changed'
  /** The browser takes no rule for it. */
  | 'rule-refused'
  | 'connection-gone'
  | 'invalid'
  | 'not-an-authorise-address'
  /** We may not see the pages of its marketplace: nothing would stop it. */
  | 'not-watched'
  | 'not-a-shop'
  | 'private-not-allowed'
  | 'import-gone'
  /** The organisation decides it. */
  | 'organisation'
  | 'database'
  /** The database does not say whether it was saved. */
  | 'database-silent';

export type Outcome = { ok: true } | { ok: false; problem: Problem };
