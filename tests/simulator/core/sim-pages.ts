import { accounts, isAccountKey } from '../accounts.ts';
import { active, hostCookies, loginOf, select, signIn } from '../amazon/session.ts';
import { type AmazonSite, amazonSite } from '../amazon/sites.ts';
import * as bolSession from '../bol/session.ts';
import { bolSite } from '../bol/sites.ts';
import * as ebaySession from '../ebay/session.ts';
import { type EbaySite, ebaySite } from '../ebay/sites.ts';
import { isVendorHost } from '../integrations/index.ts';
import { vendorSignIn } from '../integrations/vendor-session.ts';
import { json, type Reply, redirect, type SimRequest, withCookies } from './exchange.ts';
import { html } from './html.ts';
import { page, plainPage } from './page.ts';
import { answerFrom } from './routes.ts';
import type { World } from './world.ts';

function done(request: SimRequest, lines: string[]): Reply {
  const to = request.query.get('return');
  const reply = to
    ? redirect(to)
    : plainPage('Signed in', html`<p>${request.query.get('as') ?? ''} is signed in on ${request.host}.</p>`);
  return withCookies(reply, lines);
}

function signInAtAmazon(world: World, site: AmazonSite, request: SimRequest): Reply | undefined {
  const key = request.query.get('as');
  if (!isAccountKey(key)) return undefined;
  const { login, lines } = signIn(world, site, accounts.amazon[key]);
  const merchant = request.query.get('merchant');
  if (merchant && !select(site, login, merchant, request.query.get('country')))
    return plainPage('No such merchant', html`<p>${key} has no ${merchant} in this region.</p>`, 400);
  return done(request, [...lines, ...hostCookies(world, site)]);
}

function signInAtEbay(world: World, site: EbaySite, request: SimRequest): Reply | undefined {
  const key = request.query.get('as');
  if (!isAccountKey(key)) return undefined;
  return done(request, ebaySession.signIn(world, site, accounts.ebay[key]).lines);
}

function signInAtBol(world: World, request: SimRequest): Reply | undefined {
  const key = request.query.get('as');
  return isAccountKey(key) ? done(request, bolSession.signIn(world, accounts.bol[key])) : undefined;
}

/** `/__sim/sign-in?as=<account>[&merchant=&country=][&return=]`: the session that a real sign-in would make. */
function shortCut(world: World, request: SimRequest): Reply | undefined {
  const amazon = amazonSite(request.host);
  if (amazon) return signInAtAmazon(world, amazon, request);
  const ebay = ebaySite(request.host);
  if (ebay) return signInAtEbay(world, ebay, request);
  if (bolSite(request.host)) return signInAtBol(world, request);
  return isVendorHost(request.host) ? done(request, vendorSignIn(world)) : undefined;
}

/** `/__sim/whoami`: who this browser is to this host, and which cookies it brought. */
function whoAmI(world: World, request: SimRequest): Reply {
  const cookies = [...request.cookies.keys()];
  const amazon = amazonSite(request.host);
  if (amazon) {
    const login = loginOf(world, amazon, request);
    const selection = login && active(amazon, login);
    return json({
      account: login?.account.key ?? null,
      merchant: selection?.merchant.key ?? null,
      country: selection?.country ?? null,
      cookies,
    });
  }
  if (bolSite(request.host))
    return json({ account: bolSession.loginOf(world, request)?.key ?? null, cookies });
  const ebay = ebaySite(request.host);
  const login = ebay && ebaySession.loginOf(world, ebay, request);
  return json({ account: login?.account.key ?? null, cookies });
}

/** `/__sim/storage?fill=…`: what is done and shown there stands in `client/storage.js`. */
function showStorage(world: World): Reply {
  return page({
    lang: 'en',
    title: 'Site data',
    styles: ['base.css', 'plain.css'],
    scripts: ['storage.js'],
    body: html`<main><h1>Site data</h1><pre id="found" data-canary="${world.secrets.issue('cky-')}"></pre></main>`,
  });
}

/** Short cuts that lie on every host and set no cookie unless they say so. */
export function answerSimPages(world: World, request: SimRequest): Reply | undefined {
  return answerFrom(
    {
      'GET /__sim/sign-in': () => shortCut(world, request),
      'GET /__sim/whoami': () => whoAmI(world, request),
      'GET /__sim/blank': () => plainPage('Blank', html``),
      'GET /__sim/storage': () => showStorage(world),
    },
    request,
  );
}
