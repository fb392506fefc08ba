import { until } from '../driver/wait.ts';
import type { Stage } from '../e2e/support/harness.ts';
import type { AccountKey, GrantRecord } from '../simulator/index.ts';
import type { Place } from './places.ts';

/** Whose software asks, and whose old session is in the browser. */
export const RIGHT: AccountKey = 'anna';
export const WRONG: AccountKey = 'bert';

/** The grant that the simulated integration got last, told by itself. */
export async function grantAtIntegration({ simulator }: Stage, place: Place): Promise<GrantRecord> {
  return until('the integration to have its grant', async () =>
    simulator.grants.findLast(({ marketplace }) => marketplace === place.marketplace),
  );
}

/** A grant's account in words. */
export function accountText({ simulator }: Stage, { account, accountId }: GrantRecord): string {
  return `${simulator.accounts.amazon[account].person} (${accountId})`;
}
