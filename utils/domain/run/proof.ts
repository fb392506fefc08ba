import type { Connection } from '../account/connection.ts';
import type { AccountVerdict, Expiry, Grant, GrantRole } from '../account/grant.ts';
import type { GrantKind } from '../marketplaces/definition/schema.ts';
import type { DomainReceipt, Receipt } from '../session/cleaning.ts';
import { chronicleOf } from './chronicle.ts';
import { type Beginning, beginningOf, type LedgerEntry } from './run.ts';

/** A permission, as a client is told of it. */
interface ProvenGrant {
  kind: GrantKind;
  /** When it was given: UTC instant in ms. */
  at: number;
  expiry: Expiry;
  verdict: Exclude<AccountVerdict, 'other'>;
  /** As the marketplace named the account. */
  accountId?: string;
  /** As its page showed the account. */
  accountLabel?: string;
}

/** What was cleared, in counts alone: not even the names of cookies. */
interface ProvenClean {
  domains: Omit<DomainReceipt, 'logins'>[];
  siteData: Receipt['siteData'];
  clean: boolean;
}

/** One renewal, as it can be shown to the account's owner. */
export interface Proof
  extends Pick<Connection, 'name' | 'marketplace' | 'site' | 'integration' | 'software'> {
  /** The renewal's id, or that of the grant that came without one. */
  key: string;
  connectionId: string;
  /** UTC instant in ms. */
  at: number;
  grants: ProvenGrant[];
  /** What the renewal did with the sign-in of before; absent where it was noted outside of one. */
  mode?: Beginning;
  cleared?: ProvenClean;
}

/** Undefined for a grant that renewed nothing when it was given; what came after it does not count here. */
function provenGrant({ grant, role }: { grant: Grant; role: GrantRole }): ProvenGrant | undefined {
  const { kind, at, expiry, verdict, accountId, accountLabel } = grant;
  if (verdict === 'other' || role === 'other-account' || role === 'to-come') return undefined;
  return {
    kind,
    at,
    expiry,
    verdict,
    ...(accountId !== undefined && { accountId }),
    ...(accountLabel !== undefined && { accountLabel }),
  };
}

const provenClean = ({ domains, siteData, clean }: Receipt): ProvenClean => ({
  domains: domains.map(({ domain, found, removed, remaining }) => ({ domain, found, removed, remaining })),
  siteData,
  clean,
});

/**
 * Every renewal of a connection that brought what was wanted, the newest first. Each field is named here: what a run
 * or a grant holds besides never gets into a receipt.
 */
export function proofsOf(
  { id, name, marketplace, site, integration, software }: Connection,
  grants: readonly { grant: Grant; role: GrantRole }[],
  runs: readonly LedgerEntry[],
): Proof[] {
  return chronicleOf(grants, runs).flatMap((event) => {
    const good = event.grants.flatMap((each) => provenGrant(each) ?? []);
    const [first] = good;
    if (!first) return [];
    const { run } = event;
    return {
      key: run?.id ?? event.grants[0]?.grant.id ?? '',
      connectionId: id,
      at: first.at,
      name,
      marketplace,
      site,
      integration,
      ...(software !== undefined && { software }),
      grants: good,
      ...(run && { mode: beginningOf(run) }),
      ...(run?.receipt && { cleared: provenClean(run.receipt) }),
    };
  });
}
