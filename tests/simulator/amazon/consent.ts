import { amazonApplication } from '../applications.ts';
import { json, type Reply, redirect, type SimRequest } from '../core/exchange.ts';
import { sendOn } from '../core/handoff.ts';
import { html } from '../core/html.ts';
import { page } from '../core/page.ts';
import { type Approval, authorising, callbackUrl, recordAuthorisation } from './callback.ts';
import { consentMain } from './consent-view.ts';
import { errorPage, requestError } from './error-page.ts';
import { type AmazonContext, amazonPage, frame } from './layout.ts';
import { needsPicking, pickerUrl, selectByAddress } from './picker.ts';
import { active, sellingPartnerId } from './session.ts';
import { toSignIn } from './sign-in.ts';
import { textsOf } from './texts.ts';

const consentPath = '/apps/authorize/consent';
const consentScripts = ['handoff.js', 'consent.js', 'rerender.js'];

/** An authorise request may be posted as well as opened. */
function parameters(request: SimRequest): URLSearchParams {
  return new URLSearchParams([...request.query, ...request.form]);
}

/** What can be approved now, or the page to show instead. */
function approval(context: AmazonContext, query: URLSearchParams): Approval | Reply {
  const { world, site, login } = context;
  const back = `https://${site.host}${consentPath}?${query}`;
  if (!login)
    return toSignIn(
      context,
      world.switches.amazon.picker === 'before-sign-in' ? pickerUrl(context, back) : back,
    );
  selectByAddress(context, login, query);
  if (needsPicking(context, login)) return redirect(pickerUrl(context, back));
  const id = query.get('application_id');
  const application = amazonApplication(id);
  const forced = world.switches.amazon.error;
  const error = forced === 'none' || forced === 'MD0000' ? requestError(query, application) : forced;
  if (error || !application) return errorPage(context, error ?? 'MD9999', id);
  const selection = active(site, login);
  if (!selection || !login.account.mayAuthorise) return errorPage(context, 'invalid-access', id);
  const state = query.get('state');
  return { application, login, selection, state, redirectUri: query.get('redirect_uri') };
}

/** GET or POST `/apps/authorize/consent` */
export function showConsent(context: AmazonContext): Reply {
  const query = parameters(context.request);
  const ready = approval(context, query);
  if ('status' in ready) return ready;
  return amazonPage(context, {
    title: textsOf(context.site).authorise(ready.application.name),
    main: consentMain(context, ready, query),
    scripts: consentScripts,
  });
}

/** POST (or, by a link, GET) `/apps/authorize/submit`: where Confirm leads. The real path is unknown. */
export function takeConsent(context: AmazonContext): Reply {
  const { world, site, request } = context;
  const { handoff, csp, error } = world.switches.amazon;
  const ready = approval(context, parameters(request));
  if ('status' in ready)
    return handoff === 'fetch-script' ? json({ location: location(ready, request) }) : ready;
  const { application, selection } = ready;
  if (error === 'MD0000' || application.error === 'MD0000')
    return errorPage(context, 'MD0000', application.id);
  recordAuthorisation(world, {
    applicationId: application.id,
    sellingPartnerId: sellingPartnerId(site, selection.merchant),
  });
  return sendOn(handoff, callbackUrl(world, site, ready), csp, authorising(application));
}

/** Where a script is to go when it did not get its consent through: to the redirect's target or back to the page. */
function location(reply: Reply, request: SimRequest): string {
  return reply.headers.location ?? `https://${request.host}${consentPath}?${request.form}`;
}

/** The page that the service worker keeps: it fills itself with the consent that its address asks for. */
export function consentShell(context: AmazonContext): Reply {
  return page({
    lang: textsOf(context.site).lang,
    title: 'Seller Central',
    styles: ['base.css', 'amazon.css'],
    csp: context.world.switches.amazon.csp,
    body: html`<div id="shell" data-fragment="/apps/authorize/fragment"></div>`,
    scripts: [...consentScripts, 'shell.js'],
  });
}

/** What the kept page asks for: the consent's markup, or where to go instead. */
export function consentFragment(context: AmazonContext): Reply {
  const { query } = context.request;
  const ready = approval(context, query);
  if (!('status' in ready))
    return json({ markup: frame(context, consentMain(context, ready, query)).markup });
  const elsewhere = ready.headers.location;
  return json(elsewhere ? { location: elsewhere } : { markup: ready.body });
}
