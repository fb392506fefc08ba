import type { Connection } from '../../domain/account/connection.ts';
import { type Grant, type GrantRole, judged, rolesOf } from '../../domain/account/grant.ts';
import { hasEnded } from '../../domain/due/expiry.ts';
import type { Ports } from '../ports/ports.ts';

/** Every grant of a connection, judged by the account that it expects now, and what it is to the connection. */
export function withRoles(
  { clock }: Pick<Ports, 'clock'>,
  given: readonly Grant[],
  { account }: Pick<Connection, 'account'>,
): { grant: Grant; role: GrantRole }[] {
  const now = clock.now();
  const zone = clock.timeZone();
  const all = judged(given, account);
  const roles = rolesOf(all, now, ({ expiry }) => hasEnded(expiry, now, zone));
  return all.map((grant) => ({ grant, role: roles.get(grant.id) ?? 'replaced' }));
}
