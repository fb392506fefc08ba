import { httpsUrl, type Reply, redirect, withCookies } from '../core/exchange.ts';
import { html } from '../core/html.ts';
import { page, plainPage } from '../core/page.ts';
import { type AmazonContext, amazonPage } from './layout.ts';
import { active, signOut } from './session.ts';
import { toSignIn } from './sign-in.ts';

/** `www.amazon.<tld>`: says who is signed in. Where the switch asks for it the page talks to the server. */
export function showShop({ world, site, login }: AmazonContext): Reply {
  const german = site.language === 'de';
  const { csp, heartbeat } = world.switches.amazon;
  const hello = login
    ? `${german ? 'Hallo' : 'Hello'}, ${login.account.person}`
    : german
      ? 'Hallo, anmelden'
      : 'Hello, sign in';
  return page({
    lang: german ? 'de' : 'en',
    title: site.domain,
    styles: ['base.css', 'amazon.css'],
    csp,
    scripts: heartbeat ? ['heartbeat.js'] : [],
    body: html`<header class="bar shop"><a class="logo" href="/"><span class="logo-amazon">${site.domain}</span></a>
<span class="tools"><a id="nav-link-accountList" href="${login ? '/gp/sign-in/logout.html' : `/ap/signin?${new URLSearchParams({ 'openid.return_to': `https://${site.host}/` })}`}">${hello}</a></span></header>
<main class="narrow"><h1>${site.domain}</h1><p>${login ? html`Signed in as <b>${login.account.email}</b>.` : 'Nobody is signed in.'}</p>
<p class="note">Simulated for tests. This is not Amazon.</p></main>`,
  });
}

/** GET `/home` */
export function showHome(context: AmazonContext): Reply {
  const { login, site } = context;
  if (!login) return toSignIn(context, `https://${site.host}/home`);
  return amazonPage(context, {
    title: site.kind === 'vendor' ? 'Vendor Central' : 'Seller Central',
    main: html`<main class="narrow"><h1>${active(site, login)?.merchant.name ?? login.account.person}</h1>
<p>Signed in as <b>${login.account.email}</b>.</p><p><a href="/apps/manage">Manage Your Apps</a></p></main>`,
  });
}

/** GET `/gp/sign-in/logout.html` */
export function leave({ world, site, request }: AmazonContext): Reply {
  return withCookies(redirect(site.kind === 'shop' ? '/' : '/ap/signin'), signOut(world, site, request));
}

/** GET `/gp/redirect?location=`: an open redirector on a marketplace's host, such as every big site has had. */
export function openRedirector({ request }: AmazonContext): Reply {
  const to = httpsUrl(request.query.get('location'));
  return to
    ? redirect(to)
    : plainPage('Nowhere to go', html`<p>The parameter location is no https address.</p>`, 400);
}
