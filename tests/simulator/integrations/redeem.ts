import type { AccountKey } from '../accounts.ts';
import { recordAuthorisation } from '../amazon/callback.ts';
import type { IntegrationName } from '../applications.ts';
import type { RedeemProblem } from '../core/one-time.ts';
import type { GrantRecord, RefusalReason, World } from '../core/world.ts';
import { rememberGrant } from '../ebay/app-grants.ts';
import type { Attempt } from './attempt.ts';

export type Outcome = { ok: true; grant: GrantRecord } | { ok: false; reason: RefusalReason };

type Account = { account: AccountKey; accountId: string };
type Redeemed = { ok: true; value: Account } | { ok: false; reason: RefusalReason };

/** What all three marketplaces' stores hand out: the holder of a code and the application it is for. */
interface Stored {
  readonly applicationId: string;
}

function take<T extends Stored>(
  result: { ok: true; value: T } | { ok: false; reason: RedeemProblem },
  attempt: Attempt,
  account: (value: T) => Account,
): Redeemed {
  if (!result.ok) return result;
  if (result.value.applicationId !== attempt.applicationId)
    return { ok: false, reason: 'code-of-another-application' };
  return { ok: true, value: account(result.value) };
}

function redeemAmazon(world: World, attempt: Attempt, code: string): Redeemed {
  return take(world.amazon.codes.redeem(code), attempt, ({ account, sellingPartnerId, applicationId }) => {
    recordAuthorisation(world, { applicationId, sellingPartnerId });
    return { account: account.key, accountId: sellingPartnerId };
  });
}

function redeemEbay(world: World, attempt: Attempt, code: string): Redeemed {
  const store = attempt.kind === 'ebay-oauth' ? world.ebay.codes : world.ebay.tokens;
  return take(store.redeem(code), attempt, ({ account, applicationId }) => {
    rememberGrant(world, { account, applicationId, kind: attempt.kind });
    return { account: account.key, accountId: account.username };
  });
}

function redeemBol(world: World, attempt: Attempt, code: string): Redeemed {
  return take(world.bol.codes.redeem(code), attempt, ({ account }) => ({
    account: account.key,
    accountId: account.store,
  }));
}

function declined(parameters: URLSearchParams): boolean {
  return parameters.has('error') || parameters.get('isAuthSuccessful') === 'false';
}

function findAttempt(
  world: World,
  integration: IntegrationName,
  state: string | null,
): Attempt | RefusalReason {
  if (!state) return 'state-missing';
  const attempt = world.attempts.get(state);
  if (attempt?.integration !== integration) return 'state-unknown';
  return attempt.done ? 'state-used' : attempt;
}

function settle(world: World, attempt: Attempt, parameters: URLSearchParams): Redeemed {
  if (declined(parameters)) return { ok: false, reason: 'declined' };
  const code = parameters.get(
    { amazon: 'spapi_oauth_code', 'ebay-oauth': 'code', 'ebay-authnauth': 'ebaytkn', bol: 'code' }[
      attempt.kind
    ],
  );
  if (!code) return { ok: false, reason: 'code-missing' };
  const redeeming = { amazon: redeemAmazon, ebay: redeemEbay, bol: redeemBol }[attempt.marketplace];
  return redeeming(world, attempt, code);
}

/** Records that a callback was not accepted. */
export function refuse(
  world: World,
  integration: IntegrationName,
  reason: RefusalReason,
  attempt?: Attempt,
): Outcome {
  const { kind, connectionRef } = attempt ?? {};
  world.refused.push({ integration, at: world.clock.now(), reason, kind, connectionRef });
  return { ok: false, reason };
}

/**
 * What the vendor's back end does with a callback: checks its own `state`, redeems the code at the marketplace
 * and records the grant, or records why not. Nothing counts twice.
 */
export function redeem(world: World, integration: IntegrationName, parameters: URLSearchParams): Outcome {
  const attempt = findAttempt(world, integration, parameters.get('state'));
  if (typeof attempt === 'string')
    return refuse(world, integration, declined(parameters) ? 'declined' : attempt);
  const result = settle(world, attempt, parameters);
  attempt.done = true;
  if (!result.ok) return refuse(world, integration, result.reason, attempt);
  const { marketplace, kind, applicationId, connectionRef } = attempt;
  const grant = {
    integration,
    marketplace,
    kind,
    applicationId,
    connectionRef,
    ...result.value,
    at: world.clock.now(),
  };
  world.grants.push(grant);
  return { ok: true, grant };
}

/** The person pastes the marketplace's result page into the program; the old page carries no `state` of ours. */
export function redeemPasted(world: World, integration: IntegrationName, address: string): Outcome {
  const parameters = new URL(address).searchParams;
  const open = [...world.attempts.values()].findLast(
    (attempt) => attempt.integration === integration && !attempt.done,
  );
  if (parameters.get('state') === 'null' && open) parameters.set('state', open.state);
  return redeem(world, integration, parameters);
}
