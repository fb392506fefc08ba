import type { Connection } from '../../domain/account/connection.ts';
import type { LedgerEntry } from '../../domain/run/run.ts';
import { connectionOf } from './connection-of.ts';
import type { Ports } from './ports.ts';

/** What a read of the database gives; nothing where it refuses, which is noted for the person to be told. */
export function readable<T>({ health }: Pick<Ports, 'health'>, reading: Promise<T[]>): Promise<T[]> {
  return reading.catch(async (error: unknown) => {
    await health.database(true, error);
    return [];
  });
}

/** The same, where a list without what could not be read would be a false one: it is refused. */
export function noted<T>({ health }: Pick<Ports, 'health'>, reading: Promise<T[]>): Promise<T[]> {
  return reading.catch(async (error: unknown) => {
    await health.database(true, error);
    throw error;
  });
}

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
