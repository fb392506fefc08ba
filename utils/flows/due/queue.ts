import type { Connection } from '../../domain/account/connection.ts';
import { judged } from '../../domain/account/grant.ts';
import { accountKeys, holds, isDue, lastLeft, queueOf } from '../../domain/due/queue.ts';
import { isAlive, type Run } from '../../domain/run/run.ts';
import { isQuiet } from '../../domain/run/run-step.ts';
import { signInLeft } from '../engine/effects/sign-in.ts';
import type { Runs } from '../engine/runs.ts';
import type { Ports } from '../ports/ports.ts';
import { connectionViews } from '../reading/overview.ts';

type Looking = Pick<Ports, 'connections' | 'grants' | 'clock' | 'health' | 'jars'>;

/** The run of the same account whose sign-in is in this jar, unchanged by a fresh read: a connection can go on with it. */
export async function predecessorOf(
  ports: Looking,
  runs: Pick<Runs, 'all'>,
  connection: Connection,
  jar: string,
): Promise<Run | undefined> {
  const { marketplace } = connection;
  const last = lastLeft(await runs.all(), { marketplace, jar }, ports.clock.now());
  if (!last || last.connectionId === connection.id) return undefined;
  const all = await ports.connections.all();
  const before = all.find(({ id }) => id === last.connectionId);
  const keyOf = accountKeys(all);
  if (!before || keyOf(before) !== keyOf(connection)) return undefined;
  return (await signInLeft(ports, last)) === last.left ? last : undefined;
}

/**
 * Whether a run's jar still holds the sign-in that it goes on with, by a fresh read, and that sign-in was proven to be
 * the right account's.
 */
export async function goesOnSignedIn(
  ports: Looking,
  runs: Pick<Runs, 'get'>,
  { follows }: Run,
): Promise<boolean> {
  const before = follows === undefined ? undefined : await runs.get(follows);
  if (before?.phase !== 'ended' || before.connectionId === undefined || before.left === undefined)
    return false;
  const connection = await ports.connections.get(before.connectionId);
  const all = judged(await ports.grants.of(before.connectionId), connection?.account ?? {});
  const given = all.filter(({ runId }) => runId === before.id);
  if (given.length === 0 || given.some(({ verdict }) => verdict !== 'match')) return false;
  return (await signInLeft(ports, before)) === before.left;
}

/** Whether another connection of the same account is due. */
export async function othersDue(ports: Looking, connection: Connection): Promise<boolean> {
  const views = await connectionViews(ports);
  const keyOf = accountKeys(views.map((view) => view.connection));
  const key = keyOf(connection);
  return views.some(
    (view) => view.connection.id !== connection.id && isDue(view) && keyOf(view.connection) === key,
  );
}

/**
 * Brings back what ended runs still have aside for others of their account: once none of those is due any more, half an
 * hour after the last one, or where its connection is gone. Never while a run lives in that jar.
 */
export async function releaseDone(ports: Looking, runs: Runs): Promise<void> {
  const all = await runs.all();
  const holding = all.filter(holds);
  if (holding.length === 0) return;
  const groups = queueOf(await connectionViews(ports));
  const connections = await ports.connections.all();
  const keyOf = accountKeys(connections);
  for (const run of holding) {
    const isBusy = all.some(
      (other) => isAlive(other) && other.marketplace === run.marketplace && other.jar === run.jar,
    );
    if (isBusy) continue;
    const own = connections.find(({ id }) => id === run.connectionId);
    const key = own && keyOf(own);
    const quiet = !isAlive(run) && isQuiet(run.endedAt, ports.clock.now());
    const isOver = quiet || !groups.some((group) => group.key === key);
    if (isOver) await runs.dispatch(run.id, { type: 'release' });
  }
}
