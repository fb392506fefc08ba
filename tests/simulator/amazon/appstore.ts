import { amazonApplication } from '../applications.ts';
import { json, type Reply, withQuery } from '../core/exchange.ts';
import { confirmForm, sendOn } from '../core/handoff.ts';
import { type Html, html } from '../core/html.ts';
import { authorising, callbackUrl, recordAuthorisation } from './callback.ts';
import { errorPage } from './error-page.ts';
import { type AmazonContext, amazonPage } from './layout.ts';
import { active, sellingPartnerId } from './session.ts';
import { toSignIn } from './sign-in.ts';
import type { AppstoreStart } from './state.ts';

/** GET `/apps/manage/renew`: the page with "Login to … now", which leads to the vendor's Login URI. */
export function showRenew(context: AmazonContext): Reply {
  const { world, site, login, request } = context;
  if (!login) return toSignIn(context, request.url.href);
  const id = request.query.get('application_id');
  const application = amazonApplication(id);
  const selection = active(site, login);
  if (!application || !selection) return errorPage(context, 'MD5200', id);
  const amazonState = world.secrets.issue('ANstate');
  world.amazon.appstore.set(amazonState, { login, application, selection, site });
  const host = world.switches.amazon.confirmHost === 'same' ? site.host : 'amazon.com';
  const to = withQuery(application.loginUri, {
    amazon_callback_uri: `https://${host}/apps/authorize/confirm/${application.id}`,
    amazon_state: amazonState,
    selling_partner_id: sellingPartnerId(site, selection.merchant),
    version: application.draft ? 'beta' : null,
  });
  return amazonPage(context, {
    title: `Renew ${application.name}`,
    main: html`<main class="narrow"><h1>${application.name}</h1><p>To renew the authorization, log in to ${application.name}.</p>
<p class="actions"><a class="teal" href="${to}">Login to ${application.name} now</a></p></main>`,
  });
}

/** The flow that a request goes on with: only in the session that started it. */
function started({ world, login }: AmazonContext, query: URLSearchParams): AppstoreStart | undefined {
  const start = world.amazon.appstore.get(query.get('amazon_state') ?? '');
  return start && start.login === login ? start : undefined;
}

function callback({ world }: AmazonContext, start: AppstoreStart, query: URLSearchParams): URL {
  const approval = { ...start, state: query.get('state'), redirectUri: query.get('redirect_uri') };
  return callbackUrl(world, start.site, approval);
}

function finish(context: AmazonContext, start: AppstoreStart, query: URLSearchParams): Reply {
  const { world } = context;
  const { handoff, csp } = world.switches.amazon;
  recordAuthorisation(world, {
    applicationId: start.application.id,
    sellingPartnerId: sellingPartnerId(start.site, start.selection.merchant),
  });
  return sendOn(handoff, callback(context, start, query), csp, authorising(start.application));
}

function continueControl(as: 'button' | 'link'): Html {
  return as === 'link'
    ? html`<a class="teal" data-confirm>Continue</a>`
    : html`<button class="teal" type="submit" data-confirm>Continue</button>`;
}

/** GET `/apps/authorize/confirm/<application id>`: the interstitial, which leads on by itself. */
export function showInterstitial(context: AmazonContext): Reply {
  const { world, request } = context;
  const id = request.path.slice('/apps/authorize/confirm/'.length);
  const start = started(context, request.query);
  if (!start || amazonApplication(id) !== start.application) return errorPage(context, 'MD5200', id);
  const { name } = start.application;
  // The documented page is this one: it leads on without another request to Amazon.
  if (world.switches.amazon.handoff === 'page-then-script') return finish(context, start, request.query);
  const form = confirmForm({
    handoff: world.switches.amazon.handoff,
    action: '/apps/authorize/confirmed',
    fields: Object.fromEntries(request.query),
    callback: () => callback(context, start, request.query),
    button: continueControl,
  });
  return amazonPage(context, {
    title: name,
    main: html`<main class="narrow"><h1>${authorising(start.application)}</h1>
<div class="actions" data-auto>${form}</div></main>`,
    scripts: ['handoff.js', 'auto.js'],
  });
}

/** POST (or, by a link, GET) `/apps/authorize/confirmed`: where the interstitial leads. The real path is unknown. */
export function takeInterstitial(context: AmazonContext): Reply {
  const { world, request } = context;
  const query = new URLSearchParams([...request.query, ...request.form]);
  const start = started(context, query);
  if (start) return finish(context, start, query);
  return world.switches.amazon.handoff === 'fetch-script'
    ? json({ location: '/home' })
    : errorPage(context, 'MD5200', null);
}
