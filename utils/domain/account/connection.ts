import { opensBy } from '../integrations/index.ts';
import type { Central, GrantKind, MarketplaceId } from '../marketplaces/definition/schema.ts';
import { marketplaceById, siteById } from '../marketplaces/index.ts';
import type { CleanMode } from '../session/modes.ts';
import type { Connection, ExpectedAccount, KnownApp, OwnStep, Report } from './connection-schema.ts';

export type { Connection, ExpectedAccount, KnownApp, OwnStep, Report };

/** Whether a connection's date is the person's business: it is neither muted nor put away. */
export function isWatched({ muted, archivedAt }: Pick<Connection, 'muted' | 'archivedAt'>): boolean {
  return !muted && archivedAt === undefined;
}

/** What a grant reaches: as far as a region, or a site in some of them, and the sellers' central or the vendors'. */
export interface Reach {
  marketplace: MarketplaceId;
  region: string;
  /** Undefined where the region says it all, or nobody knows. */
  site?: string | undefined;
  central?: Central | undefined;
}

/** Whether two sites share their grants: those of a region, or of a country where each has its own. */
function isSameSite({ marketplace, region, site }: Reach, asked: Reach): boolean {
  const definition = marketplaceById(marketplace);
  const isApart = definition.grantsBySite?.includes(region) && site !== undefined && asked.site !== undefined;
  // The shop's host, from which Amazon confirms for every region, says nothing of the country.
  if (!isApart || siteById(definition, asked.site ?? '')?.region !== region) return true;
  const countries = (id: string): string[] =>
    siteById(definition, id)?.countries.map(({ code }) => code) ?? [];
  return site === asked.site || countries(site).some((code) => countries(asked.site ?? '').includes(code));
}

/** Whether a grant of this reach can be this connection's. One of another region is another connection's. */
export function reaches(connection: Reach, asked: Reach): boolean {
  return (
    connection.marketplace === asked.marketplace &&
    connection.region === asked.region &&
    connection.central === asked.central &&
    isSameSite(connection, asked)
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
export function isStrangeApp(connection: Connection, kind: GrantKind, app: string | undefined): boolean {
  if (app === undefined) return false;
  const own = connection.apps.filter((each) => each.kind === kind && each.verified);
  return own.length > 0 && !own.some((each) => each.app === app);
}

/** Whether a grant for this application came back to this connection before, from the right account. */
export function isVerifiedApp(connection: Connection, kind: GrantKind, app: string | undefined): boolean {
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
