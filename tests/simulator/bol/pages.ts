import { accounts, type BolAccount } from '../accounts.ts';
import { type BolApplication, bolApplication } from '../applications.ts';
import { type Reply, redirect, type SimRequest, withCookies, withQuery } from '../core/exchange.ts';
import { confirmForm, sendOn } from '../core/handoff.ts';
import { type Html, hidden, html } from '../core/html.ts';
import { page } from '../core/page.ts';
import type { World } from '../core/world.ts';
import { signIn } from './session.ts';

export interface BolContext {
  readonly world: World;
  readonly request: SimRequest;
  readonly login: BolAccount | undefined;
}

/** A code is for the vendor's server alone; how long it lives is not said. Ms. */
const CODE_LIFE = 300_000;

/** What a request has to carry on from one page to the next. */
const CARRIED = ['response_type', 'client_id', 'scope', 'redirect_uri', 'state'];

function carried({ query, form }: SimRequest): Record<string, string> {
  const given = new URLSearchParams([...query, ...form]);
  return Object.fromEntries(
    CARRIED.flatMap((name) => (given.has(name) ? [[name, given.get(name) ?? '']] : [])),
  );
}

function bolPage(context: BolContext, title: string, main: Html, status = 200): Reply {
  return page({
    lang: 'nl',
    title,
    styles: ['base.css', 'plain.css'],
    scripts: ['handoff.js'],
    csp: context.world.switches.bol.csp,
    status,
    body: html`<header><b>bol</b></header><main>${main}</main>
<footer>Simulated for tests. This is not bol, and nothing here leaves this computer.</footer>`,
  });
}

/** The application that asks; undefined where bol does not know it, or not with this return address. */
function asking({ request }: BolContext): BolApplication | undefined {
  const { client_id: id, redirect_uri: to } = carried(request);
  const application = bolApplication(id ?? null);
  return application?.redirectUri === to ? application : undefined;
}

function unknownApplication(context: BolContext): Reply {
  return bolPage(context, 'Er ging iets mis', html`<h1 role="alert">Er ging iets mis</h1>`, 400);
}

function answerUrl(context: BolContext, application: BolApplication, answer: Record<string, string>): URL {
  const { state } = carried(context.request);
  return new URL(withQuery(application.redirectUri, { state, ...answer }));
}

function grantUrl(context: BolContext, application: BolApplication, account: BolAccount): URL {
  const { world } = context;
  const code = world.secrets.issue('code-');
  world.bol.codes.add(code, { applicationId: application.clientId, account }, CODE_LIFE);
  return answerUrl(context, application, { code });
}

/** The consent names the account (ChannelEngine's help, 2026-11); its words and markup are ours. */
function consentPage(context: BolContext, application: BolApplication, account: BolAccount): Reply {
  const { handoff, account: shown } = context.world.switches.bol;
  const fields = carried(context.request);
  return bolPage(
    context,
    'Toestemming geven',
    html`<h1>${application.title} wil toegang tot je bol account</h1>
${shown === 'shown' && html`<p>Ingelogd als <strong data-test="account-name">${account.store}</strong></p>`}
<ul><li>Orders beheren</li><li>Aanbod beheren</li></ul>
${confirmForm({
  handoff,
  action: '/wsp/allow',
  fields,
  callback: () => grantUrl(context, application, account),
  button: (as) =>
    as === 'link'
      ? html`<a role="button" data-confirm>Toestaan</a>`
      : html`<button type="submit" data-confirm>Toestaan</button>`,
})}
<p><a role="button" href="/wsp/refuse?${new URLSearchParams(fields)}">Weigeren</a></p>`,
  );
}

/** GET `/authorize` and `/wsp/consent`: the consent where somebody is signed in, else the way to the sign-in. */
export function showConsent(context: BolContext): Reply {
  const { world, request, login } = context;
  const application = asking(context);
  if (!application) return unknownApplication(context);
  if (!login) return redirect(withQuery('https://login.bol.com/wsp/login', carried(request)));
  if (world.switches.bol.consentAt === 'wsp' && request.path === '/authorize')
    return redirect(withQuery('https://login.bol.com/wsp/consent', carried(request)));
  return consentPage(context, application, login);
}

function signInPage(context: BolContext, problem?: string): Reply {
  const application = bolApplication(carried(context.request).client_id ?? null);
  return bolPage(
    context,
    'Inloggen',
    html`<h1>${application ? `Doorgaan naar ${application.title}` : 'Inloggen'}</h1>
<form method="post" action="/wsp/login">${problem && html`<p role="alert">${problem}</p>`}${hidden(Object.entries(carried(context.request)))}
<label for="j_username">E-mailadres</label><input id="j_username" name="j_username" autocomplete="username">
<label for="j_password">Wachtwoord</label><input id="j_password" name="j_password" type="password" autocomplete="current-password">
<button type="submit">Inloggen</button></form>`,
  );
}

/** GET `/wsp/login` */
export function showSignIn(context: BolContext): Reply {
  return signInPage(context);
}

/** POST `/wsp/login` */
export function takeSignIn(context: BolContext): Reply {
  const { world, request } = context;
  const email = (request.form.get('j_username') ?? '').trim().toLowerCase();
  const account = Object.values(accounts.bol).find((each) => each.email === email);
  if (account?.password !== request.form.get('j_password'))
    return signInPage(context, 'E-mailadres of wachtwoord klopt niet.');
  const asks = carried(request);
  const to = asks.client_id ? withQuery('https://login.bol.com/authorize', asks) : 'https://www.bol.com/';
  return withCookies(redirect(to), signIn(world, account));
}

/** POST (or, by a link, GET) `/wsp/allow` */
export function takeAllowance(context: BolContext): Reply {
  const { world, login } = context;
  const { handoff, csp } = world.switches.bol;
  const application = asking(context);
  if (!application || !login) return unknownApplication(context);
  return sendOn(handoff, grantUrl(context, application, login), csp);
}

/** GET `/wsp/refuse` */
export function takeRefusal(context: BolContext): Reply {
  const application = asking(context);
  if (!application) return unknownApplication(context);
  if (context.world.switches.bol.refusal === 'shop') return redirect('https://www.bol.com/');
  return redirect(answerUrl(context, application, { error: 'access_denied' }));
}

/** Pages on which nothing happens. */
export function showPlain(context: BolContext, title: string): Reply {
  return bolPage(context, title, html`<h1>${title}</h1>`);
}
