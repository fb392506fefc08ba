import { judged, rolesOf } from '../../domain/account/grant.ts';
import { hasEnded } from '../../domain/due/expiry.ts';
import { type Proof, proofsOf } from '../../domain/run/proof.ts';
import type { Ports } from '../ports/ports.ts';

/** What receipts are asked for: from an instant (included) to another one (not included), UTC in ms. */
export interface ProofsAsked {
  from: number;
  until: number;
  /** Of this connection alone. */
  connectionId?: string | undefined;
}

/** A month's renewals of very many connections are more than anybody prints. */
const MOST = 2000;

/**
 * The renewals of a time, of one connection or of all, for receipts: the newest first. Archived connections are in it:
 * what was done for a client stays done.
 */
export async function proofs(
  {
    connections,
    grants,
    ledger,
    clock,
  }: Pick<Ports, 'connections' | 'grants' | 'ledger' | 'clock' | 'health'>,
  { from, until, connectionId }: ProofsAsked,
): Promise<Proof[]> {
  const within = ({ at }: { at: number }): boolean => at >= from && at < until;
  const ids = connectionId
    ? [connectionId]
    : [...new Set((await grants.all()).filter(within).map((grant) => grant.connectionId))];
  const now = clock.now();
  const zone = clock.timeZone();
  const found: Proof[] = [];
  for (const connection of await connections.some(ids)) {
    const all = judged(await grants.of(connection.id), connection.account);
    const roles = rolesOf(all, now, ({ expiry }) => hasEnded(expiry, now, zone));
    const given = all.map((grant) => ({ grant, role: roles.get(grant.id) ?? ('replaced' as const) }));
    found.push(...proofsOf(connection, given, await ledger.of(connection.id)).filter(within));
  }
  return found.toSorted((a, b) => b.at - a.at).slice(0, MOST);
}
