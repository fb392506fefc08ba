import type { Connection } from '../../domain/account/connection.ts';
import type { LedgerEntry } from '../../domain/run/run.ts';
import type { Ports } from './ports.ts';

/** The connection that a run renews; undefined where it is gone, and in private windows. */
export async function connectionOf(
  { connections }: Pick<Ports, 'connections'>,
  { connectionId }: Pick<LedgerEntry, 'connectionId'>,
): Promise<Connection | undefined> {
  return connectionId === undefined ? undefined : connections.get(connectionId);
}
