import type { AmazonApplication } from '../applications.ts';
import type { World } from '../core/world.ts';
import { sellingPartnerId } from './session.ts';
import type { AmazonSite } from './sites.ts';
import type { Login, Selection } from './state.ts';

/** Amazon's code lives five minutes (SP-API docs website-authorization-workflow). */
const codeLife = 5 * 60_000;

export interface Approval {
  readonly application: AmazonApplication;
  readonly login: Login;
  readonly selection: Selection;
  readonly state: string | null;
  readonly redirectUri: string | null;
}

/** Issues a code for the active merchant and builds the address at the vendor that carries it. */
export function callbackUrl(world: World, site: AmazonSite, approval: Approval): URL {
  const { application, login, selection, state } = approval;
  const partner = sellingPartnerId(site, selection.merchant);
  const code = world.amazon.codes.add(
    world.secrets.issue('ANcode'),
    { applicationId: application.id, account: login.account, sellingPartnerId: partner },
    codeLife,
  );
  const url = new URL(approval.redirectUri ?? application.redirectUris[0] ?? '');
  if (state !== null && world.switches.amazon.state === 'echoed') url.searchParams.set('state', state);
  url.searchParams.set('selling_partner_id', partner);
  if (application.hybrid) url.searchParams.set('mws_auth_token', world.secrets.issue('amzn.mws.'));
  url.searchParams.set('spapi_oauth_code', code);
  return url;
}

/** What the page says that stands for a moment before the vendor (SP-API docs website-authorization-workflow, step 4). */
export function authorising(application: AmazonApplication): string {
  return `We are authorizing ${application.name} to access your seller data.`;
}

/** Puts the application on the seller's Manage Your Apps page. */
export function recordAuthorisation(
  world: World,
  entry: { applicationId: string; sellingPartnerId: string },
  at = world.clock.now(),
): void {
  world.amazon.authorisations.set(`${entry.sellingPartnerId} ${entry.applicationId}`, { ...entry, at });
}
