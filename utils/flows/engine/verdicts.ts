import { sameAccount } from '../../domain/account/grant.ts';
import type { Ports } from '../ports/ports.ts';

/** An account's id is a proof: grants of the connection that are for it count, grants for another one do not. */
export async function reviewVerdicts(
  { grants }: Pick<Ports, 'grants'>,
  connectionId: string,
  accountId: string,
): Promise<void> {
  for (const grant of await grants.of(connectionId)) {
    if (grant.accountId === undefined) continue;
    const verdict = sameAccount(grant.accountId, accountId) ? 'match' : 'other';
    if (grant.verdict !== verdict) await grants.put({ ...grant, verdict });
  }
}
