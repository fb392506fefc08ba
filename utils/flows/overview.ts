import type { Connection } from '../domain/connection.ts';
import { soonestEnd, urgencyOf } from '../domain/expiry.ts';
import type { Standing } from '../domain/grant.ts';
import type { LedgerEntry } from '../domain/run.ts';
import { isSignedInMeanwhile, tabsBehind } from './clean.ts';
import { findingFor } from './doctor.ts';
import type { Ports } from './ports.ts';
import { rowsOf } from './rows.ts';
import type { ConnectionView, Overview, RunView } from './views.ts';

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

/** Every connection with what its grants say now, archived ones too, in no order. */
export async function allConnectionViews(
  ports: Pick<Ports, 'connections' | 'grants' | 'clock' | 'health'>,
): Promise<ConnectionView[]> {
  const { connections, grants, clock } = ports;
  const [all, standings] = await Promise.all([
    rowsOf(ports, connections.all()),
    rowsOf(ports, grants.standings()),
  ]);
  const byConnection = new Map(standings.map((each) => [each.connectionId, each]));
  const now = clock.now();
  const zone = clock.timeZone();
  return all.map((each) => connectionView(each, byConnection.get(each.id) ?? { grants: [] }, now, zone));
}

/** Every connection that is not archived with what its grants say now, the most urgent first and muted ones last. */
export async function connectionViews(
  ports: Pick<Ports, 'connections' | 'grants' | 'clock' | 'health'>,
): Promise<ConnectionView[]> {
  const views = await allConnectionViews(ports);
  return views.filter(({ connection }) => connection.archivedAt === undefined).sort(byUrgency);
}

/** The connection that a run renews; undefined where it is gone, and in private windows. */
export async function connectionOf(
  { connections }: Pick<Ports, 'connections'>,
  { connectionId }: Pick<LedgerEntry, 'connectionId'>,
): Promise<Connection | undefined> {
  return connectionId === undefined ? undefined : connections.get(connectionId);
}

/** A run with its connection. */
export async function runView(ports: Pick<Ports, 'connections'>, run: LedgerEntry): Promise<RunView> {
  const connection = await connectionOf(ports, run);
  return connection ? { run, connection } : { run };
}

/** Everything that the pop-up shows. */
export async function overview(ports: Ports): Promise<Overview> {
  const [views, entries, suggestions] = await Promise.all([
    connectionViews(ports),
    rowsOf(ports, ports.ledger.unacknowledged()),
    rowsOf(ports, ports.suggestions.all()),
  ]);
  const troubles = await ports.health.troubles();
  const byId = new Map(views.map(({ connection }) => [connection.id, connection]));
  const runs = await Promise.all(
    entries.map(async (run): Promise<RunView> => {
      const connection = byId.get(run.connectionId ?? '');
      const { length } = await tabsBehind(ports, run);
      return {
        run,
        ...(connection && { connection }),
        ...(length > 0 && { tabsBehind: length }),
        ...((await isSignedInMeanwhile(ports, run)) && { signedIn: true }),
      };
    }),
  );
  const finding = await findingFor(ports);
  const refusal = await ports.health.refusal();
  return {
    troubles,
    ...(refusal && { refusal }),
    ...(finding && { finding }),
    runs,
    suggestions,
    connections: views,
  };
}
