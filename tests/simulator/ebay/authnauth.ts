import type { EbayAccount } from '../accounts.ts';
import { type EbayApplication, ebayApplicationOfRuName } from '../applications.ts';
import { json, type Reply, redirect, withQuery } from '../core/exchange.ts';
import { confirmForm, sendOn } from '../core/handoff.ts';
import { html } from '../core/html.ts';
import { sendOnByItself } from '../core/send-on.ts';
import type { World } from '../core/world.ts';
import { rememberGrant, skipsConsent } from './app-grants.ts';
import { agreeControl } from './consents.ts';
import { type EbayContext, ebayPage } from './layout.ts';
import { declineUrl } from './results.ts';
import { toSignIn } from './sign-in.ts';

/** A token lives 18 months (eBay KB 1052), counted as OAuth's `refresh_token_expires_in`. */
const tokenLife = 47_304_000_000;

interface Ready {
  readonly application: EbayApplication;
  readonly account: EbayAccount;
  /** Parameters that the vendor gets back as they were. */
  readonly ruparams: URLSearchParams;
}

function ready(context: EbayContext, query: URLSearchParams): Ready | Reply {
  const { world, request, login } = context;
  const ruName = query.get('runame');
  const application = ebayApplicationOfRuName(ruName);
  const session = world.ebay.sessionIds.get(query.get('SessID') ?? '');
  if (!application || session?.ruName !== ruName || session.until < world.clock.now())
    return ebayPage(context, {
      title: 'Error | eBay',
      main: html`<main class="card"><h1 role="alert">Your session has expired</h1><p>Go back to the application and start again.</p></main>`,
    });
  const back = `https://${request.host}/ws/eBayISAPI.dll?${query}`;
  const wantsFresh = query.get('prompt') === 'login' || world.switches.ebay.signIn !== 'when-needed';
  const fresh = login?.freshFor.has(back);
  if (!login || (wantsFresh && !fresh)) return toSignIn(context, back, application.clientId);
  return { application, account: login.account, ruparams: new URLSearchParams(query.get('ruparams') ?? '') };
}

function acceptUrl(world: World, { application, account, ruparams }: Ready): URL {
  const token = world.ebay.tokens.add(
    world.secrets.issue('AgAAAA**AQAAAA**'),
    { applicationId: application.clientId, account },
    tokenLife,
  );
  const until = new Date(world.clock.now() + tokenLife).toISOString().slice(0, 19).replace('T', ' ');
  return new URL(
    withQuery(application.authNAuth.acceptUrl, {
      ...Object.fromEntries(ruparams),
      isAuthSuccessful: 'true',
      ebaytkn: token,
      tknexp: until,
      username: account.username,
    }),
  );
}

/** GET `/ws/eBayISAPI.dll?SignIn&runame&SessID`: sign-in where needed, then the consent page of its own. */
export function showAuthNAuth(context: EbayContext): Reply {
  const { world, site, request } = context;
  const grant = ready(context, request.query);
  if ('status' in grant) return grant;
  const { handoff, csp } = world.switches.ebay;
  const key = {
    account: grant.account,
    applicationId: grant.application.clientId,
    kind: 'ebay-authnauth',
  } as const;
  if (skipsConsent(world, key)) return sendOnByItself(handoff, acceptUrl(world, grant), csp);
  const german = site.language === 'de';
  const { title } = grant.application.authNAuth;
  return ebayPage(context, {
    lang: german ? 'de' : 'en',
    title: 'eBay',
    main: html`<main class="card wide"><h1>Grant application access: ${title}</h1>
<p>${german ? `Sie erlauben ${title}, auf Ihre eBay-Daten zuzugreifen.` : `You allow ${title} to access your eBay data.`}</p>
<div class="actions">${confirmForm({
      handoff,
      action: '/ws/agree',
      fields: Object.fromEntries(request.query),
      callback: () => acceptUrl(world, grant),
      button: (as) => agreeControl(as, german ? 'Ich bin einverstanden' : 'I agree', false),
    })}<a class="outline" role="button" href="/ws/decline?${request.query}">${german ? 'Ablehnen' : 'Decline'}</a></div></main>`,
    scripts: ['handoff.js'],
  });
}

/** POST (or, by a link, GET) `/ws/agree`: where the button leads. The real path is unknown. */
export function takeTokenAgreement(context: EbayContext): Reply {
  const { world, request } = context;
  const { handoff, csp } = world.switches.ebay;
  const grant = ready(context, new URLSearchParams([...request.query, ...request.form]));
  if ('status' in grant)
    return handoff === 'fetch-script' ? json({ location: grant.headers.location ?? '/' }) : grant;
  const { account, application } = grant;
  rememberGrant(world, { account, applicationId: application.clientId, kind: 'ebay-authnauth' });
  return sendOn(handoff, acceptUrl(world, grant), csp);
}

/** GET `/ws/decline` */
export function takeTokenDecline({ world, site, request }: EbayContext): Reply | undefined {
  const application = ebayApplicationOfRuName(request.query.get('runame'));
  const state = new URLSearchParams(request.query.get('ruparams') ?? '').get('state');
  return application && redirect(declineUrl(world, site, application.authNAuth, state));
}
