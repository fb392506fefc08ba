import type { Connection } from '../domain/connection.ts';
import { soonestEnd, urgencyOf } from '../domain/expiry.ts';
import { currentGrants, type Grant } from '../domain/grant.ts';
import type { LedgerEntry } from '../domain/run.ts';
import type { Ports } from './ports.ts';
import type { ConnectionView, Overview, RunView } from './views.ts';

/** A grant for another account that nothing has made up for since: no newer grant of its kind counts. */
function quarantinedOf(grants: readonly Grant[]): Grant | undefined {
  const current = currentGrants(grants);
  return grants
    .filter(({ verdict }) => verdict === 'other')
    .filter((grant) => !current.some(({ kind, at }) => kind === grant.kind && at > grant.at))
    .toSorted((a, b) => b.at - a.at)[0];
}

/** A connection with what its grants say now. */
export function connectionView(
  connection: Connection,
  grants: readonly Grant[],
  now: number,
  timeZone: string,
): ConnectionView {
  const current = currentGrants(grants);
  const remaining = soonestEnd(grants, now, timeZone);
  const quarantined = quarantinedOf(grants);
  const unconfirmed = current.find(({ verdict }) => verdict === 'first' || verdict === 'unverified');
  return {
    connection,
    urgency: urgencyOf(remaining),
    grants: current,
    ...(remaining && { remaining }),
    ...(quarantined && { quarantined }),
    ...(unconfirmed && { unconfirmed }),
  };
}

const byUrgency = (a: ConnectionView, b: ConnectionView): number =>
  Number(b.quarantined !== undefined) - Number(a.quarantined !== undefined) ||
  (a.remaining?.days ?? Number.MAX_SAFE_INTEGER) - (b.remaining?.days ?? Number.MAX_SAFE_INTEGER) ||
  a.connection.name.localeCompare(b.connection.name);

/** Every connection with what its grants say now, the most urgent first. */
export async function connectionViews({
  connections,
  grants,
  clock,
}: Pick<Ports, 'connections' | 'grants' | 'clock'>): Promise<ConnectionView[]> {
  const [all, given] = await Promise.all([connections.all(), grants.all()]);
  const byConnection = Map.groupBy(given, ({ connectionId }) => connectionId);
  const now = clock.now();
  const zone = clock.timeZone();
  return all.map((each) => connectionView(each, byConnection.get(each.id) ?? [], now, zone)).sort(byUrgency);
}

/** A run with its connection. */
export async function runView(
  { connections }: Pick<Ports, 'connections'>,
  run: LedgerEntry,
): Promise<RunView> {
  const connection = await connections.get(run.connectionId);
  return connection ? { run, connection } : { run };
}

/** Everything that the pop-up shows. */
export async function overview(ports: Ports): Promise<Overview> {
  const [views, entries, suggestions, troubles, withheld] = await Promise.all([
    connectionViews(ports),
    ports.ledger.unacknowledged(),
    ports.suggestions.all(),
    ports.health.troubles(),
    ports.health.withheld(),
  ]);
  const byId = new Map(views.map(({ connection }) => [connection.id, connection]));
  const runs = entries.map((run): RunView => {
    const connection = byId.get(run.connectionId);
    return connection ? { run, connection } : { run };
  });
  return { troubles, withheld, runs, suggestions, connections: views };
}
