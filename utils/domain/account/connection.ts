import { opensBy } from '../integrations/index.ts';
import type { IntegrationId } from '../integrations/schema.ts';
import type { Central, GrantKind, MarketplaceId } from '../marketplaces/schema.ts';
import type { OwnContainer } from '../session/container.ts';
import type { CleanMode } from '../session/modes.ts';

/** An application's id at the marketplace, as it stood in an authorise address of this connection. */
export interface KnownApp {
  kind: GrantKind;
  app: string;
  /** A grant came back for it, from the account that this connection expects. */
  verified: boolean;
}

/** The account that this connection belongs to, as far as it is known. */
export interface ExpectedAccount {
  /** As the marketplace's callback names it; set only by the person, who confirms or enters it. */
  id?: string;
  /** What the marketplace's page shows for it: a hint to recognise it by. */
  label?: string;
  /** The user that its cookies name: a hint as well. */
  user?: string;
}

/** One seller's integration × marketplace × region × account. */
export interface Connection {
  id: string;
  marketplace: MarketplaceId;
  /** A site's id within the marketplace. */
  site: string;
  region: string;
  /** Absent: Seller Central, or a marketplace that makes no difference. */
  central?: Central;
  integration: IntegrationId;
  /** The software's name where the integration is `other`. */
  software?: string;
  /** The person's own name for the account. */
  name: string;
  /** With which e-mail address or user name the person signs in there. */
  signInName?: string;
  apps: KnownApp[];
  account: ExpectedAccount;
  /** How the last clean start was made; the next one suggests the same. */
  lastMode?: CleanMode;
  container?: OwnContainer;
  /** The person's own note. */
  note?: string;
  /** No reminders, and not counted by the badge. */
  muted?: true;
  /** Put away with its history: UTC instant in ms. It counts nowhere. */
  archivedAt?: number;
  /** Its own ladder of reminders in place of the one of the settings; see `ReminderSettings.ladder`. */
  ladder?: number[];
  /** No reminder before this calendar day, `YYYY-MM-DD`. */
  snoozedUntil?: string;
  /** What the person reported since the last good grant: a reason to renew before the date. */
  reported?: { what: Report; at: number };
  /** Approved at the marketplace; what is still to be done in the software, or was. */
  finishing?: Finishing;
  /** The person's own steps, where the integration is `other`. */
  ownSteps?: OwnStep[];
  /** The host of the shop whose pop-ups are allowed during a renewal. */
  shop?: string;
  /** UTC instants in ms. */
  createdAt: number;
  updatedAt: number;
}

/** Whether a connection's date is the person's business: it is neither muted nor put away. */
export function isWatched({ muted, archivedAt }: Pick<Connection, 'muted' | 'archivedAt'>): boolean {
  return !muted && archivedAt === undefined;
}

/** Why a grant may be over before its date. */
export type Report = 'stopped-working' | 'asked-again';

/** The steps after a consent that the person has ticked so far. */
export interface Finishing {
  /** The run, or the suggestion, that the grant came by. */
  runId: string;
  /** UTC instant in ms. */
  since: number;
  /** Ids of steps. */
  done: string[];
  /** Since when it is said to work in the software: UTC instant in ms. */
  finishedAt?: number;
}

/** A step that the person wrote. */
export interface OwnStep {
  id: string;
  when: 'before' | 'after';
  text: string;
  /** An https address. */
  link?: string;
}

/** What a grant reaches: as far as a region, and the sellers' central or the vendors'. */
export interface Reach {
  marketplace: MarketplaceId;
  region: string;
  central?: Central | undefined;
}

/** Whether a grant of this reach can be this connection's. One of another region is another connection's. */
export function reaches(connection: Reach, asked: Reach): boolean {
  return (
    connection.marketplace === asked.marketplace &&
    connection.region === asked.region &&
    connection.central === asked.central
  );
}

/** The connections that an authorise address can be for, the most likely first; no stranger is left out. */
export function connectionsFor(
  connections: readonly Connection[],
  asked: Reach & { site: string; kind: GrantKind; app: string | undefined },
): { connection: Connection; knowsApp: boolean }[] {
  const rank = ({ connection, knowsApp }: { connection: Connection; knowsApp: boolean }): number => {
    const stranger = connection.apps.some(({ kind }) => kind === asked.kind) && !knowsApp;
    return (knowsApp ? 0 : stranger ? 4 : 2) + (connection.site === asked.site ? 0 : 1);
  };
  return connections
    .filter((each) => reaches(each, asked))
    .map((connection) => ({
      connection,
      knowsApp: connection.apps.some(({ kind, app }) => kind === asked.kind && app === asked.app),
    }))
    .sort((a, b) => rank(a) - rank(b));
}

/** Notes an application with a connection; a verified one stays verified. */
export function withApp(connection: Connection, learned: KnownApp): Connection {
  const others = connection.apps.filter(({ kind, app }) => kind !== learned.kind || app !== learned.app);
  const before = connection.apps.find(({ kind, app }) => kind === learned.kind && app === learned.app);
  return {
    ...connection,
    apps: [...others, { ...learned, verified: learned.verified || (before?.verified ?? false) }],
  };
}

/** Whether a consent is for another application than those that this connection's grants came back for. */
export function isStrangeApp(connection: Connection, kind: GrantKind, app: string): boolean {
  const own = connection.apps.filter((each) => each.kind === kind && each.verified);
  return own.length > 0 && !own.some((each) => each.app === app);
}

/** Whether a grant for this application came back to this connection before, from the right account. */
export function isVerifiedApp(connection: Connection, kind: GrantKind, app: string): boolean {
  return connection.apps.some((each) => each.kind === kind && each.app === app && each.verified);
}

/**
 * The mode that a clean start of this connection begins with: the last one, else the one that the person prefers. Else a
 * container for desktop programs, whose answer needs nothing of the browser; else what costs the least.
 *
 * @param modes The modes that the browser has here.
 */
export function suggestedMode(
  connection: Pick<Connection, 'lastMode' | 'integration' | 'marketplace'>,
  modes: readonly CleanMode[],
  preferred?: CleanMode,
): CleanMode {
  const { lastMode, integration, marketplace } = connection;
  for (const mode of [lastMode, preferred]) if (mode && modes.includes(mode)) return mode;
  const desktop = opensBy(integration, marketplace) === 'desktop';
  return desktop && modes.includes('container') ? 'container' : 'set-aside';
}
