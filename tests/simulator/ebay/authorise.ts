import { type EbayApplication, ebayApplication } from '../applications.ts';
import { type Reply, redirect, type SimRequest, withQuery } from '../core/exchange.ts';
import { html } from '../core/html.ts';
import { sendOnByItself } from '../core/send-on.ts';
import { rememberGrant, skipsConsent } from './app-grants.ts';
import { type EbayContext, ebayPage } from './layout.ts';
import { acceptUrl } from './results.ts';
import { toSignIn } from './sign-in.ts';
import type { EbaySite } from './sites.ts';

type OAuthError = 'invalid_request' | 'invalid_scope' | 'unauthorized_client' | 'temporarily_unavailable';

/** The application a request is for, or why eBay refuses it (as observed on `errorOauth`). */
export function checkRequest(site: EbaySite, query: URLSearchParams): EbayApplication | OAuthError {
  const scopes = (query.get('scope') ?? '').split(/\s+/).filter(Boolean);
  if (!query.get('client_id') || query.get('response_type') !== 'code' || scopes.length === 0)
    return 'invalid_request';
  const application = ebayApplication(query.get('client_id'));
  if (application?.environment !== site.environment) return 'unauthorized_client';
  if (query.get('redirect_uri') !== application.oauth.name) return 'temporarily_unavailable';
  if (!scopes.every((scope) => application.scopes.includes(scope))) return 'invalid_scope';
  return application;
}

/** The common host, on which eBay goes on for every country. */
function auth2Host(site: EbaySite): string {
  return site.environment === 'sandbox' ? 'auth2.sandbox.ebay.com' : 'auth2.ebay.com';
}

export function toError(site: EbaySite, error: OAuthError): Reply {
  return redirect(`https://${auth2Host(site)}/oauth2/errorOauth?errorId=${error}`);
}

/** `prompt=login` and two of the switch's values ask for a sign-in although there is a session. */
function wantsFreshSignIn({ world, request }: EbayContext): boolean {
  return request.query.get('prompt') === 'login' || world.switches.ebay.signIn !== 'when-needed';
}

function consentsUrl({ world, site }: EbayContext, query: URLSearchParams): string {
  const onAuth2 = world.switches.ebay.consentsHost === 'auth2' && site.domain.endsWith('ebay.com');
  const host = onAuth2 ? auth2Host(site) : `auth.${site.base}`;
  const { client_id, redirect_uri, scope, state } = Object.fromEntries(query);
  return withQuery(`https://${host}/oauth2/consents`, {
    client_id,
    redirect_uri,
    scope,
    state,
    response_type: 'code',
    hd: '',
    consentGiven: 'false',
  });
}

/** An authorise request may be posted as well as opened. */
function wholeUrl(request: SimRequest): URL {
  const url = new URL(request.url);
  for (const [name, value] of request.form) url.searchParams.set(name, value);
  return url;
}

/** GET or POST `/oauth2/authorize` */
export function showAuthorise(context: EbayContext): Reply {
  const { world, site, request, login } = context;
  const url = wholeUrl(request);
  if (world.switches.ebay.auth2Hop && site.role === 'auth') {
    url.host = auth2Host(site);
    return redirect(url);
  }
  const application = checkRequest(site, url.searchParams);
  if (typeof application === 'string') return toError(site, application);
  const fresh = login?.freshFor.delete(url.href);
  if (!login || (wantsFreshSignIn(context) && !fresh))
    return toSignIn(context, url.href, application.clientId);
  const grant = { account: login.account, applicationId: application.clientId, kind: 'ebay-oauth' } as const;
  if (!skipsConsent(world, grant)) return redirect(consentsUrl(context, url.searchParams));
  rememberGrant(world, grant);
  const accept = { application, account: login.account, state: url.searchParams.get('state') };
  return sendOnByItself(world.switches.ebay.handoff, acceptUrl(world, site, accept), world.switches.ebay.csp);
}

/** GET `/oauth2/errorOauth` */
export function showOAuthError(context: EbayContext): Reply {
  const { query } = context.request;
  const id = query.get('errorId') ?? query.get('errorid') ?? 'invalid_request';
  return ebayPage(context, {
    title: 'Error | eBay',
    main: html`<main class="card"><h1 role="alert">We ran into a problem</h1><p>${id}</p></main>`,
  });
}
