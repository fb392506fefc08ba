import type { EbayAccount } from '../accounts.ts';
import type { GrantKind } from '../core/kinds.ts';
import type { World } from '../core/world.ts';

interface GrantKey {
  readonly account: EbayAccount;
  readonly applicationId: string;
  readonly kind: GrantKind;
}

function keyOf({ account, applicationId, kind }: GrantKey): string {
  return `${account.key} ${applicationId} ${kind}`;
}

/** Remembers that this user granted this application, so that the consent page can be left out next time. */
export function rememberGrant(world: World, grant: GrantKey): void {
  world.ebay.appGrants.set(keyOf(grant), { ...grant, at: world.clock.now() });
}

/** Whether the consent page is left out: only for a grant that was given before, and as the switch says. */
export function skipsConsent(world: World, grant: GrantKey): boolean {
  return world.switches.ebay.consent === 'skip-when-granted' && world.ebay.appGrants.has(keyOf(grant));
}

/** Takes back everything a user granted an application, as "Third-party app permissions" does. */
export function revokeGrants(world: World, account: EbayAccount, applicationId: string): void {
  for (const [key, grant] of world.ebay.appGrants) {
    if (grant.account === account && grant.applicationId === applicationId) world.ebay.appGrants.delete(key);
  }
}
