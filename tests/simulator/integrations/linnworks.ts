import { defaultApplicationId } from '../applications.ts';
import { type Reply, redirect, type SimRequest } from '../core/exchange.ts';
import { type Html, html } from '../core/html.ts';
import type { Routes } from '../core/routes.ts';
import type { GrantRecord, World } from '../core/world.ts';
import { begin } from './attempts.ts';
import { answerCallback, englishReasons, successPage, type Vendor } from './callback.ts';
import { answerLoginUri } from './login-uri.ts';
import { type VendorLook, vendorPage } from './vendor-page.ts';
import { hasVendorSession, showVendorLogin, takeVendorLogin } from './vendor-session.ts';

const look: VendorLook = { lang: 'en', brand: 'Linnworks', colour: 'green' };

/** After the first leg (Auth'n'Auth) comes the second (OAuth), on the same country's host. */
function secondLeg(
  world: World,
  { kind, connectionRef }: GrantRecord,
): { url: string; page: Html } | undefined {
  if (kind !== 'ebay-authnauth') return undefined;
  const site = connectionRef.split('-').at(-1);
  const url = begin(world, 'linnworks', { marketplace: 'ebay', kind: 'ebay-oauth', site, connectionRef });
  return {
    url,
    page: html`<p>Step 1 of 2 is done. You will be asked to sign in twice.</p><p><a class="primary" href="${url}">Continue with step 2</a></p>`,
  };
}

const vendor: Vendor = {
  name: 'linnworks',
  look,
  successUrl: 'https://www.linnworks.example/connected',
  texts: {
    success: 'Token has been re-created successfully',
    failure: 'The token could not be created',
    loginFirst: 'Please log in first',
    details: html`<p>You can close this window.</p>`,
    reasons: englishReasons,
  },
  next: secondLeg,
};

/** Both of eBay's tokens have to be there for the test to pass, and nobody has taken them back at eBay since. */
function tokenIsGood(world: World): boolean {
  const kinds = [...world.ebay.appGrants.values()]
    .filter(({ applicationId }) => applicationId === defaultApplicationId('linnworks', 'ebay'))
    .map(({ kind }) => kind);
  return kinds.includes('ebay-oauth') && kinds.includes('ebay-authnauth');
}

function loginFirst(world: World, request: SimRequest): Reply | undefined {
  const { needsVendorSession } = world.switches.integrations;
  if (!needsVendorSession || hasVendorSession(world, request)) return undefined;
  return redirect(`/login?${new URLSearchParams({ back: request.path + request.url.search })}`);
}

function showEbay(world: World, request: SimRequest): Reply {
  const tested = request.query.has('test');
  const good = tokenIsGood(world);
  const site = request.query.get('site') ?? '';
  return vendorPage(look, {
    title: 'eBay Configuration',
    main: html`<p>Settings → Channel Integration → eBay</p>
${tested && html`<p role="status">${good ? 'Token has been re-created successfully' : 'eBay Authorization Token has expired and needs to be re-created'}</p>`}
<form class="inline"><input type="hidden" name="test" value="1"><input type="hidden" name="site" value="${site}"><button type="submit">Test</button></form>
<form class="inline" method="post" action="/settings/channel-integration/ebay/re-create"><input type="hidden" name="site" value="${site}"><button class="primary" type="submit">Re-create token</button></form>`,
  });
}

/** The first leg; the country is kept in the connection's name. */
function reCreate(world: World, request: SimRequest): Reply {
  const site = request.form.get('site') || 'US';
  const url = begin(world, 'linnworks', {
    marketplace: 'ebay',
    kind: 'ebay-authnauth',
    site,
    connectionRef: `linnworks-ebay-${site}`,
  });
  return redirect(url, 303);
}

function showAmazon(request: SimRequest): Reply {
  return vendorPage(look, {
    title: 'Amazon Configuration',
    main: html`<p>Settings → Channel Integration → Amazon</p><p><a class="primary" href="/settings/channel-integration/amazon/authorise?${request.query}">Authorise with Amazon</a></p>`,
  });
}

function authoriseAmazon(world: World, request: SimRequest): Reply {
  const site = request.query.get('site') ?? undefined;
  return redirect(begin(world, 'linnworks', { marketplace: 'amazon', site }));
}

export function linnworksRoutes(world: World, request: SimRequest): Routes {
  if (request.host === 'www.linnworks.example')
    return { 'GET /connected': () => successPage(vendor), 'POST /connected': () => successPage(vendor) };
  const callback = () => answerCallback(world, vendor, request);
  return {
    'GET /': () => redirect('/settings/channel-integration/ebay'),
    'GET /settings/channel-integration/ebay': () => loginFirst(world, request) ?? showEbay(world, request),
    'POST /settings/channel-integration/ebay/re-create': () => reCreate(world, request),
    'GET /settings/channel-integration/amazon': () => loginFirst(world, request) ?? showAmazon(request),
    'GET /settings/channel-integration/amazon/authorise': () => authoriseAmazon(world, request),
    'GET /oauth/ebay/token': callback,
    'POST /oauth/ebay/token': callback,
    'GET /oauth/ebay/callback': callback,
    'POST /oauth/ebay/callback': callback,
    'GET /oauth/amazon/callback': callback,
    'POST /oauth/amazon/callback': callback,
    'GET /amazon/login': () => answerLoginUri(world, 'linnworks', request),
    'GET /login': () => showVendorLogin(look, request),
    'POST /login': () => takeVendorLogin(world, request),
  };
}
