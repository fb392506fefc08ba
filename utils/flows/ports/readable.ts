import type { Connection } from '../../domain/account/connection.ts';
import type { LedgerEntry } from '../../domain/run/run.ts';
import { connectionOf } from './connection-of.ts';
import type { Ports } from './ports.ts';

/** What a read of the database gives. Rejects where it refuses, which is noted for the user to be told. */
export function noted<T>({ health }: Pick<Ports, 'health'>, reading: Promise<T[]>): Promise<T[]> {
  return reading.catch(async (error: unknown) => {
    await health.database(true, error);
    throw error;
  });
}

/** The same; nothing where the database refuses. Not for a list that would be a false one then. */
export const readable = <T>(ports: Pick<Ports, 'health'>, reading: Promise<T[]>): Promise<T[]> =>
  noted(ports, reading).catch(() => []);

/** The connection that a run renews, for showing it; undefined as well where the database refuses, which is noted. */
export async function readableConnection(
  ports: Pick<Ports, 'connections' | 'health'>,
  run: Pick<LedgerEntry, 'connectionId'>,
): Promise<Connection | undefined> {
  const [connection] = await readable(
    ports,
    connectionOf(ports, run).then((found) => (found ? [found] : [])),
  );
  return connection;
}
