import { type Proof, proofsOf } from '../../domain/run/proof.ts';
import type { Ports } from '../ports/ports.ts';
import { withRoles } from '../reading/history.ts';

/** What receipts are asked for: from an instant (included) to another one (not included), UTC in ms. */
export interface ProofsAsked {
  from: number;
  until: number;
  /** Of this connection alone. */
  connectionId?: string | undefined;
}

/**
 * The renewals of a time, of one connection or of all, for receipts: the newest first. Archived connections are in it:
 * what was done for a client stays done.
 */
export async function proofs(
  ports: Pick<Ports, 'connections' | 'grants' | 'ledger' | 'clock'>,
  { from, until, connectionId }: ProofsAsked,
): Promise<Proof[]> {
  const { connections, grants, ledger } = ports;
  const within = ({ at }: { at: number }): boolean => at >= from && at < until;
  const ids = connectionId
    ? [connectionId]
    : [...new Set((await grants.all()).filter(within).map((grant) => grant.connectionId))];
  const found = (await connections.some(ids)).map(async (connection) => {
    const [given, runs] = await Promise.all([grants.of(connection.id), ledger.of(connection.id)]);
    return proofsOf(connection, withRoles(ports, given, connection), runs).filter(within);
  });
  return (await Promise.all(found)).flat().toSorted((a, b) => b.at - a.at);
}
