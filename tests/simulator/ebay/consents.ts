import type { EbayAccount } from '../accounts.ts';
import type { EbayApplication } from '../applications.ts';
import { json, type Reply, redirect } from '../core/exchange.ts';
import { confirmForm, sendOn } from '../core/handoff.ts';
import { type Html, html } from '../core/html.ts';
import { page } from '../core/page.ts';
import { rememberGrant } from './app-grants.ts';
import { checkRequest, toError } from './authorise.ts';
import { type EbayContext, ebayPage, frame } from './layout.ts';
import { acceptUrl, declineUrl } from './results.ts';
import { toSignIn } from './sign-in.ts';
import { scopeTexts } from './texts.ts';

const consentScripts = ['handoff.js', 'scroll-to-agree.js'];

interface Ready {
  readonly application: EbayApplication;
  readonly account: EbayAccount;
  readonly state: string | null;
}

function ready(context: EbayContext, query: URLSearchParams): Ready | Reply {
  const { site, login, request } = context;
  const application = checkRequest(site, query);
  if (typeof application === 'string') return toError(site, application);
  if (login) return { application, account: login.account, state: query.get('state') };
  const ru = `https://${request.host}/oauth2/consents?${query}`;
  return toSignIn(context, ru, application.clientId);
}

/** "Agree and Continue"; grey until the list was scrolled to its end, where the switch asks for it. */
export function agreeControl(as: 'button' | 'link', label: string, grey: boolean): Html {
  if (as === 'link')
    return html`<a class="blue" id="submit" role="button" data-confirm${grey && html` aria-disabled="true"`}>${label}</a>`;
  return html`<button class="blue" id="submit" type="submit" data-confirm${grey && html` disabled`}>${label}</button>`;
}

function consentsMain(context: EbayContext, grant: Ready, query: URLSearchParams): Html {
  const { world, site } = context;
  const { handoff, greyUntilScrolled } = world.switches.ebay;
  const fields = Object.fromEntries(query);
  return html`<main class="card wide"><h1>Review and Grant Application Access: ${grant.application.oauth.title}</h1>
<p>By clicking on the Agree and Continue button below, you allow ${grant.application.oauth.title} to:</p>
<div class="scopes" tabindex="0" role="region" aria-label="Permissions"${greyUntilScrolled && html` data-scroll-to-agree`}><ul>${grant.application.scopes.map(
    (scope) => html`<li>${scopeTexts[scope] ?? scope}</li>`,
  )}</ul></div>
<div class="actions">${confirmForm({
    handoff,
    action: '/oauth2/agree',
    fields,
    callback: () => acceptUrl(world, site, grant),
    button: (as) => agreeControl(as, 'Agree and Continue', greyUntilScrolled),
  })}<a class="outline" role="button" href="/oauth2/decline?${query}">Decline</a></div></main>`;
}

/** GET `/oauth2/consents` */
export function showConsents(context: EbayContext): Reply {
  const { query } = context.request;
  const grant = ready(context, query);
  if ('status' in grant) return grant;
  return ebayPage(context, {
    title: 'Grant application access | eBay',
    main: consentsMain(context, grant, query),
    scripts: consentScripts,
  });
}

/** POST (or, by a link, GET) `/oauth2/agree`: where the button leads. The real path is unknown. */
export function takeAgreement(context: EbayContext): Reply {
  const { world, site, request } = context;
  const { handoff, csp } = world.switches.ebay;
  const grant = ready(context, new URLSearchParams([...request.query, ...request.form]));
  if ('status' in grant)
    return handoff === 'fetch-script' ? json({ location: grant.headers.location }) : grant;
  const { application, account } = grant;
  rememberGrant(world, { account, applicationId: application.clientId, kind: 'ebay-oauth' });
  return sendOn(handoff, acceptUrl(world, site, grant), csp);
}

/** GET `/oauth2/decline` */
export function takeDecline({ world, site, request }: EbayContext): Reply {
  const application = checkRequest(site, request.query);
  if (typeof application === 'string') return toError(site, application);
  return redirect(declineUrl(world, site, application.oauth, request.query.get('state')));
}

/** The page that the service worker keeps: it fills itself with the consent that its address asks for. */
export function consentsShell(context: EbayContext): Reply {
  return page({
    lang: 'en',
    title: 'eBay',
    styles: ['base.css', 'ebay.css'],
    csp: context.world.switches.ebay.csp,
    body: html`<div id="shell" data-fragment="/oauth2/fragment"></div>`,
    scripts: [...consentScripts, 'shell.js'],
  });
}

/** What the kept page asks for: the consent's markup, or where to go instead. */
export function consentsFragment(context: EbayContext): Reply {
  const { query } = context.request;
  const grant = ready(context, query);
  return 'status' in grant
    ? json({ location: grant.headers.location })
    : json({ markup: frame(context, consentsMain(context, grant, query)).markup });
}
