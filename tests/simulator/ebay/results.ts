import type { EbayAccount } from '../accounts.ts';
import type { EbayApplication, RuName } from '../applications.ts';
import { type Reply, withQuery } from '../core/exchange.ts';
import { html } from '../core/html.ts';
import type { World } from '../core/world.ts';
import { type EbayContext, ebayPage } from './layout.ts';
import { type EbaySite, ebayHost } from './sites.ts';

/** eBay's code lives 299 s (`expires_in=299` on the accept URL). */
const codeLife = 299_000;

/** eBay's own result page; the spelling is eBay's. */
function defaultPage(site: EbaySite, form: 'default' | 'default-old'): string {
  return form === 'default'
    ? `https://${site.environment === 'sandbox' ? 'auth2.sandbox.ebay.com' : 'auth2.ebay.com'}/oauth2/ThirdPartyAuthSucessFailure`
    : `https://${ebayHost(site, 'signin')}/ws/eBayISAPI.dll?ThirdPartyAuthSucessFailure`;
}

function newCode(world: World, application: EbayApplication, account: EbayAccount): string {
  const code = world.secrets.keep(`v^1.1#i^1#p^3#I^3#f^0#r^1#t^${world.secrets.issue('Ul4xMF8')}`);
  return world.ebay.codes.add(code, { applicationId: application.clientId, account }, codeLife);
}

/** Issues a code and builds the address that carries it: the vendor's, or eBay's default page. */
export function acceptUrl(
  world: World,
  site: EbaySite,
  grant: { application: EbayApplication; account: EbayAccount; state: string | null },
): URL {
  const code = newCode(world, grant.application, grant.account);
  const rest = { code, expires_in: '299' };
  const form = world.switches.ebay.accept;
  if (form === 'vendor')
    return new URL(withQuery(grant.application.oauth.acceptUrl, { ...rest, state: grant.state }));
  const state = form === 'default-old' ? 'null' : grant.state;
  return new URL(withQuery(defaultPage(site, form), { isAuthSuccessful: 'true', state, ...rest }));
}

/** Where a "no" leads: one of the three forms that were seen. */
export function declineUrl(world: World, site: EbaySite, ruName: RuName, state: string | null): string {
  switch (world.switches.ebay.decline) {
    case 'error':
      return withQuery(ruName.declineUrl, {
        state,
        error: 'access_denied',
        error_description: 'The resource owner or authorization server denied the request.',
      });
    case 'flag':
      return withQuery(ruName.declineUrl, { isAuthSuccessful: 'false' });
    default:
      return defaultPage(site, world.switches.ebay.accept === 'default-old' ? 'default-old' : 'default');
  }
}

/** eBay's own result page, in both places. */
export function showDefaultPage(context: EbayContext): Reply {
  const good = context.request.query.get('isAuthSuccessful') === 'true' || context.request.form.has('code');
  return ebayPage(context, {
    title: 'eBay',
    main: good
      ? html`<main class="card"><h1>Thank you</h1><p>Authorization successfully completed. It's now safe to close the browser window/tab.</p></main>`
      : html`<main class="card"><h1>Authorization declined</h1><p>The application was not given access to your account.</p></main>`,
  });
}
