import { json, type Reply, redirect, type SimRequest } from '../core/exchange.ts';
import { type Html, html } from '../core/html.ts';
import type { GrantKind } from '../core/kinds.ts';
import type { Routes } from '../core/routes.ts';
import type { World } from '../core/world.ts';
import { begin } from './attempts.ts';
import { answerCallback, englishReasons, successPage, type Vendor } from './callback.ts';
import { answerLoginUri } from './login-uri.ts';
import { type VendorLook, vendorPage } from './vendor-page.ts';
import { hasVendorSession, showVendorLogin, takeVendorLogin } from './vendor-session.ts';

const shopLook: VendorLook = { lang: 'en', brand: 'shop.example administration', colour: 'grey' };

function vendor(world: World): Vendor {
  return {
    name: 'magnalister',
    look: { lang: 'en', brand: 'magnalister', colour: 'red' },
    successUrl: 'https://www.magnalister.example/connected',
    texts: {
      success: 'The connection has been established successfully',
      failure: 'The connection could not be established',
      loginFirst: 'Please log in first',
      details: html`<p>You may close the popup window now.</p><p><button type="button" data-close>Close window</button></p>`,
      reasons: englishReasons,
    },
    scripts:
      world.switches.integrations.opener === 'post-message' ? ['tell-opener.js', 'close.js'] : ['close.js'],
  };
}

function tokenButton(world: World, request: SimRequest, kind: GrantKind, what: string, label: string): Html {
  const query = new URLSearchParams({ kind, ...Object.fromEntries(request.query) });
  const granted = world.grants.some((grant) => grant.integration === 'magnalister' && grant.kind === kind);
  return html`<section class="token"><h2>${what}</h2><p role="status" data-status="${kind}">${granted ? 'Token: valid' : 'Token: missing or expired'}</p>
<button class="danger" type="button" data-request-token="/admin/magnalister/token?${query}" data-question="authorize magnalister for ${what}" data-opener="${world.switches.integrations.opener}">${label}</button>
<p role="alert" data-blocked hidden>The pop-up window was blocked. Please allow pop-up windows for this shop.</p></section>`;
}

/** The plug-in's page in the shop: `confirm()`, then an AJAX call, then `window.open`. */
function showCredentials(world: World, request: SimRequest): Reply {
  if (world.switches.integrations.shopLogin && !hasVendorSession(world, request))
    return redirect(`/admin/login?${new URLSearchParams({ back: request.path + request.url.search })}`);
  const label = 'Request / Renew Token';
  const amazon = request.path.endsWith('/amazon');
  return vendorPage(shopLook, {
    title: `magnalister: ${amazon ? 'Amazon' : 'eBay'}, credentials`,
    scripts: ['magnalister.js'],
    main: amazon
      ? tokenButton(world, request, 'amazon', 'Amazon', label)
      : html`${tokenButton(world, request, 'ebay-oauth', 'eBay (OAuth)', `${label} (OAuth)`)}${tokenButton(world, request, 'ebay-authnauth', 'eBay (Trading)', `${label} (Trading)`)}`,
  });
}

const kinds: readonly GrantKind[] = ['amazon', 'ebay-oauth', 'ebay-authnauth'];

/** POST `/admin/magnalister/token`: the AJAX call that answers with the authorise URL. */
function requestToken(world: World, request: SimRequest): Reply {
  const kind = kinds.find((known) => known === request.query.get('kind')) ?? 'amazon';
  const marketplace = kind === 'amazon' ? 'amazon' : 'ebay';
  const site = request.query.get('site') ?? undefined;
  return json({ url: begin(world, 'magnalister', { marketplace, kind, site }) });
}

/** GET `/admin/magnalister/status`: kinds of which the shop has a token. */
function status(world: World): Reply {
  return json(world.grants.filter((grant) => grant.integration === 'magnalister').map((grant) => grant.kind));
}

export function shopRoutes(world: World, request: SimRequest): Routes {
  return {
    'GET /': () => redirect('/admin/magnalister/amazon'),
    'GET /admin/login': () => showVendorLogin(shopLook, request),
    'POST /admin/login': () => takeVendorLogin(world, request),
    'GET /admin/magnalister/amazon': () => showCredentials(world, request),
    'GET /admin/magnalister/ebay': () => showCredentials(world, request),
    'POST /admin/magnalister/token': () => requestToken(world, request),
    'GET /admin/magnalister/status': () => status(world),
  };
}

export function magnalisterRoutes(world: World, request: SimRequest): Routes {
  const own = vendor(world);
  if (request.host === 'www.magnalister.example')
    return { 'GET /connected': () => successPage(own), 'POST /connected': () => successPage(own) };
  const callback = () => answerCallback(world, own, request);
  return {
    'GET /amazon/callback': callback,
    'POST /amazon/callback': callback,
    'GET /ebay/callback': callback,
    'POST /ebay/callback': callback,
    'GET /ebay/token': callback,
    'POST /ebay/token': callback,
    'GET /amazon/login': () => answerLoginUri(world, 'magnalister', request),
    'GET /login': () => showVendorLogin(own.look, request),
    'POST /login': () => takeVendorLogin(world, request),
  };
}
