import { type Connection, reaches } from '../../domain/account/connection.ts';
import { type Standing, standingOf } from '../../domain/account/grant.ts';
import { homeOf } from '../../domain/account/quarantine.ts';
import type { Suggestion } from '../../domain/account/suggestion.ts';
import { soonestEnd, urgencyOf } from '../../domain/due/expiry.ts';
import { asideKey, queueOf } from '../../domain/due/queue.ts';
import type { MarketplaceId } from '../../domain/marketplaces/definition/ids.ts';
import { marketplaceById, siteById } from '../../domain/marketplaces/index.ts';
import { conditionOf } from '../../domain/run/checklist/finishing.ts';
import { pressingFirst } from '../../domain/run/open-rows.ts';
import { isAlive, type LedgerEntry } from '../../domain/run/run.ts';
import { isSignedInMeanwhile, tabsBehind } from '../engine/effects/clean.ts';
import { unwatched } from '../engine/watching.ts';
import type { Ports } from '../ports/ports.ts';
import { readable, readableConnection } from '../ports/readable.ts';
import { obstaclesHere } from './doctor.ts';
import type { ConnectionView, ObstacleView, Overview, QueueView, RunView, SuggestionView } from './views.ts';

/** A connection with what its grants say now. */
export function connectionView(
  connection: Connection,
  { grants, quarantined }: Pick<Standing, 'grants' | 'quarantined'>,
  now: number,
  timeZone: string,
): ConnectionView {
  const remaining = soonestEnd(grants, now, timeZone);
  const unconfirmed = grants.find(({ verdict }) => verdict === 'first' || verdict === 'unverified');
  return {
    connection,
    urgency: urgencyOf(remaining),
    grants,
    ...(remaining && { remaining }),
    ...(quarantined && { quarantined }),
    ...(unconfirmed && { unconfirmed }),
  };
}

const byUrgency = (a: ConnectionView, b: ConnectionView): number =>
  Number(b.connection.muted !== true) - Number(a.connection.muted !== true) ||
  Number(b.quarantined !== undefined) - Number(a.quarantined !== undefined) ||
  Number(b.connection.reported !== undefined) - Number(a.connection.reported !== undefined) ||
  (a.remaining?.days ?? Number.MAX_SAFE_INTEGER) - (b.remaining?.days ?? Number.MAX_SAFE_INTEGER) ||
  a.connection.name.localeCompare(b.connection.name);

/** Connections with what their grants say now. */
export function viewsFrom(
  all: readonly Connection[],
  standings: readonly Pick<Standing, 'connectionId' | 'grants'>[],
  now: number,
  zone: string,
): ConnectionView[] {
  const byConnection = new Map(standings.map((each) => [each.connectionId, each]));
  return all.map((each) => {
    const { id, account } = each;
    const standing = standingOf(id, byConnection.get(id)?.grants ?? [], { account, now });
    return connectionView(each, standing, now, zone);
  });
}

/**
 * Every connection with what its grants say now, archived ones too, in no order; none where the database refuses.
 *
 * @param read Where it is to be another one: what a refused read gives.
 */
export async function allConnectionViews(
  ports: Pick<Ports, 'connections' | 'grants' | 'clock' | 'health'>,
  read = readable,
): Promise<ConnectionView[]> {
  const { connections, grants, clock } = ports;
  const [all, standings] = await Promise.all([
    read(ports, connections.all()),
    read(ports, grants.standings(clock.now())),
  ]);
  return viewsFrom(all, standings, clock.now(), clock.timeZone());
}

/** Those that are not archived, the most urgent first and muted ones last. */
export function listed(views: ConnectionView[]): ConnectionView[] {
  return views.filter(({ connection }) => connection.archivedAt === undefined).sort(byUrgency);
}

/** Every connection that is not archived with what its grants say now, the most urgent first and muted ones last. */
export async function connectionViews(
  ports: Pick<Ports, 'connections' | 'grants' | 'clock' | 'health'>,
): Promise<ConnectionView[]> {
  return listed(await allConnectionViews(ports));
}

/** A run with its connection; without it where the database refuses. */
export async function runView(
  ports: Pick<Ports, 'connections' | 'health'>,
  run: LedgerEntry,
): Promise<RunView> {
  const connection = await readableConnection(ports, run);
  return connection ? { run, connection } : { run };
}

/** What keeps us from working; what the database says to a read of it counts. */
export async function readObstacles(ports: Ports): Promise<ObstacleView> {
  const [all] = await Promise.all([
    readable(ports, ports.connections.all()),
    readable(ports, ports.ledger.unacknowledged()),
  ]);
  return obstacleView(ports, inUse(all));
}

/** Where somebody has connections that are not archived. */
const inUse = (all: readonly Connection[]): Set<MarketplaceId> =>
  new Set(all.flatMap(({ marketplace, archivedAt }) => (archivedAt === undefined ? [marketplace] : [])));

/** What keeps us from working, and from watching where somebody has connections. */
export async function obstacleView(
  ports: Pick<Ports, 'health' | 'guardRules' | 'unreadable'>,
  used: ReadonlySet<MarketplaceId>,
): Promise<ObstacleView> {
  const unreadable = ports.unreadable.known();
  return {
    obstacles: [...(await obstaclesHere(ports)), ...(await unwatched(ports, used))],
    ...(unreadable > 0 && { unreadable }),
  };
}

/** More than anybody looks through in a pop-up. */
const MOST = 50;

/** Each suggestion comes with the connections that it could be noted for. */
const MOST_SUGGESTIONS = 10;

/** More than anybody looks through in a list to choose from. */
const MOST_FITTING = 200;

/** Whether the person has to look at an account of it, or has steps left in the software. */
const needsPerson = ({ connection, quarantined, unconfirmed }: ConnectionView): boolean =>
  quarantined !== undefined || unconfirmed !== undefined || conditionOf(connection) === 'to-finish';

/** What is due; of the groups those whose members are among the first. */
function queueView(views: ConnectionView[]): QueueView {
  const groups = queueOf(views);
  let before = 0;
  const first = groups.filter(({ members }) => {
    const isFirst = before < MOST;
    before += members.length;
    return isFirst;
  });
  return { due: before, groups: first };
}

function suggestionView(suggestion: Suggestion, views: ConnectionView[]): SuggestionView {
  const { marketplace, site, central } = suggestion;
  const region = siteById(marketplaceById(marketplace), site)?.region ?? '';
  const fitting = views
    .map(({ connection }) => connection)
    .filter((connection) => reaches(connection, { marketplace, region, central, site }))
    .slice(0, MOST_FITTING)
    .map(({ id, name, integration, software }) => ({
      id,
      name,
      integration,
      ...(software !== undefined && { software }),
    }));
  return { suggestion, fitting };
}

/** Whether something of an earlier sign-in is missing, and still there to be set once more. */
async function canPutBack({ asides }: Pick<Ports, 'asides'>, run: LedgerEntry): Promise<boolean> {
  if (run.aside?.state !== 'back' || !run.aside.missing) return false;
  return (await asides.get(asideKey(run)).catch(() => undefined)) !== undefined;
}

/** A run whose grant turned out to be another account's later on is not shown as a good one. */
function asJudged(run: LedgerEntry, quarantinedBy: ReadonlySet<string | undefined>): LedgerEntry {
  const isWrong = run.phase === 'ended' && run.result === 'granted' && quarantinedBy.has(run.id);
  return isWrong ? { ...run, result: 'wrong-account' } : run;
}

/** All living runs, and of the others the first. */
function firstRuns(entries: readonly LedgerEntry[]): LedgerEntry[] {
  const living = entries.filter(isAlive).length;
  return pressingFirst(entries).slice(0, Math.max(MOST, living));
}

/**
 * Everything that the pop-up shows.
 *
 * @param known Every connection's view, where they have just been read.
 */
export async function overview(ports: Ports, known?: ConnectionView[]): Promise<Overview> {
  const [every, entries, suggestions] = await Promise.all([
    known ?? allConnectionViews(ports),
    readable(ports, ports.ledger.unacknowledged()),
    readable(ports, ports.suggestions.all()),
  ]);
  const views = listed(every);
  // After the reads: a database that refused one of them is among the obstacles.
  const all = views.map(({ connection }) => connection);
  const obstacles = await obstacleView(ports, inUse(all));
  const byId = new Map(all.map((connection) => [connection.id, connection]));
  const quarantinedBy = new Set(views.map(({ quarantined }) => quarantined?.runId));
  const first = firstRuns(entries);
  const runs = await Promise.all(
    first.map(async (run): Promise<RunView> => {
      const connection = byId.get(run.connectionId ?? '');
      const { length } = await tabsBehind(ports, run);
      return {
        run: asJudged(run, quarantinedBy),
        ...(connection && { connection }),
        ...(length > 0 && { tabsBehind: length }),
        ...((await canPutBack(ports, run)) && { canPutBack: true }),
        ...((await isSignedInMeanwhile(ports, run)) && { signedIn: true }),
      };
    }),
  );
  const needing = views.filter(needsPerson);
  const newest = suggestions.toSorted((a, b) => b.at - a.at);
  const beyond = {
    runs: entries.length - first.length,
    suggestions: Math.max(0, suggestions.length - MOST_SUGGESTIONS),
    attention: Math.max(0, needing.length - MOST),
  };
  return {
    ...obstacles,
    runs,
    ...(Object.values(beyond).some((count) => count > 0) && { beyond }),
    suggestions: newest.slice(0, MOST_SUGGESTIONS).map((suggestion) => suggestionView(suggestion, views)),
    attention: needing.slice(0, MOST).map((view) => {
      const home = view.quarantined && homeOf(view.quarantined, view.connection, all);
      return home ? { ...view, home } : view;
    }),
    queue: queueView(views),
    connections: views.slice(0, MOST),
    total: views.length,
  };
}
