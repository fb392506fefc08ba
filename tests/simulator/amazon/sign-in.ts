import { type AmazonAccount, accounts } from '../accounts.ts';
import { httpsUrl, type Reply, redirect, withCookies } from '../core/exchange.ts';
import { type Html, hidden, html } from '../core/html.ts';
import { page } from '../core/page.ts';
import type { AmazonContext } from './layout.ts';
import { hostCookies, signIn } from './session.ts';
import { type AmazonSite, amazonSite, shopHost } from './sites.ts';
import { textsOf } from './texts.ts';

function assocHandle(site: AmazonSite): string {
  if (site.host === 'sellercentral.amazon.de') return 'sc_de_amazon_v2';
  return `sc_${site.region.toLowerCase()}_amazon_v2`;
}

/** Sends the browser to the sign-in page, which leads back to `returnTo`. */
export function toSignIn(context: AmazonContext, returnTo: string): Reply {
  const { site, world } = context;
  const host = world.switches.amazon.signInHost === 'www' ? shopHost(site) : site.host;
  const query = new URLSearchParams({
    'openid.return_to': returnTo,
    'openid.assoc_handle': assocHandle(site),
  });
  return redirect(`https://${host}/ap/signin?${query}`);
}

interface FormParts {
  readonly heading: string;
  readonly fields: Html;
  readonly button: Html;
  readonly kept: Record<string, string>;
  readonly problem?: string;
  /** Where the form goes. */
  readonly action?: string;
}

function formPage(context: AmazonContext, parts: FormParts): Reply {
  const { world, site } = context;
  return page({
    lang: textsOf(site).lang,
    title: parts.heading,
    styles: ['base.css', 'amazon.css'],
    csp: world.switches.amazon.csp,
    body: html`<main class="sign-in"><p class="logo-dark"><span class="logo-amazon">amazon</span></p>
<form method="post" action="${parts.action ?? '/ap/signin'}"><h1>${parts.heading}</h1>
${parts.problem && html`<p class="problem" role="alert">${parts.problem}</p>`}
${hidden(Object.entries(parts.kept))}${parts.fields}${parts.button}</form>
<p class="note copyright">Simulated for tests. This is not Amazon.</p></main>`,
  });
}

function field(id: string, type: string, label: string, value = ''): Html {
  const autocomplete =
    { ap_email: 'username', ap_email_login: 'username', ap_password: 'current-password' }[id] ??
    'one-time-code';
  return html`<label for="${id}">${label}</label><input id="${id}" name="${id}" type="${type}" value="${value}" autocomplete="${autocomplete}">`;
}

function prefilledEmail(context: AmazonContext): string {
  const key = context.world.switches.amazon.prefilled;
  return key === 'none' ? '' : accounts.amazon[key].email;
}

interface CredentialsParts {
  readonly returnTo: string;
  readonly email: string;
  /** Which half of the form is due where it comes on two pages. */
  readonly step: 'email' | 'password';
  readonly problem?: string;
}

function credentials(context: AmazonContext, parts: CredentialsParts): Reply {
  const texts = textsOf(context.site);
  const { signInPages } = context.world.switches.amazon;
  const claim = signInPages === 'claim';
  const twoPages = signInPages !== 1;
  const { email, problem } = parts;
  const kept = { 'openid.return_to': parts.returnTo };
  const emailField = field(claim ? 'ap_email_login' : 'ap_email', 'email', texts.email, email);
  if (twoPages && parts.step === 'email') {
    const button = html`<button class="yellow" id="continue" type="submit">${texts.next}</button>`;
    return formPage(context, {
      heading: texts.signIn,
      fields: emailField,
      button,
      kept: { ...kept, step: 'email' },
      problem,
      action: claim ? '/ax/claim' : undefined,
    });
  }
  const who = html`<p class="who">${email}</p><input type="hidden" name="ap_email" value="${email}">`;
  return formPage(context, {
    heading: texts.signIn,
    fields: html`${twoPages ? who : emailField}${field('ap_password', 'password', texts.password)}`,
    button: html`<button class="yellow" id="signInSubmit" type="submit">${texts.signIn}</button>`,
    kept,
    problem,
    action: claim ? '/ax/claim' : undefined,
  });
}

function otpPage(context: AmazonContext, key: string, problem?: string): Reply {
  const texts = textsOf(context.site);
  return formPage(context, {
    heading: texts.otpTitle,
    fields: field('auth-mfa-otpcode', 'text', texts.otpLabel),
    button: html`<button class="yellow" id="auth-signin-button" type="submit">${texts.signIn}</button>`,
    kept: { key },
    problem,
  });
}

/** The cookies follow the site that the sign-in is for: Vendor Central has a set of its own. */
function enter(context: AmazonContext, account: AmazonAccount, returnTo: string): Reply {
  const { world, site: here } = context;
  const target = httpsUrl(returnTo);
  const there = target && amazonSite(target.host);
  const { lines } = signIn(world, there?.domain === here.domain ? there : here, account);
  const home = here.kind === 'shop' ? '/' : '/home';
  return withCookies(redirect(target && there ? target : home), [...lines, ...hostCookies(world, here)]);
}

/** GET `/ap/signin` */
export function showSignIn(context: AmazonContext): Reply {
  const returnTo = context.request.query.get('openid.return_to') ?? '';
  return credentials(context, { returnTo, email: prefilledEmail(context), step: 'email' });
}

function takeOtp(context: AmazonContext, key: string): Reply {
  const { waitingForOtp } = context.world.amazon;
  const waiting = waitingForOtp.get(key);
  if (!waiting) return redirect('/ap/signin');
  if (context.request.form.get('auth-mfa-otpcode')?.trim() !== waiting.account.otp)
    return otpPage(context, key, textsOf(context.site).wrongOtp);
  waitingForOtp.delete(key);
  return enter(context, waiting.account, waiting.returnTo);
}

/** POST `/ap/signin`, and `/ax/claim` after the newer form: e-mail, password or code by phone, whichever the form asked for. */
export function takeSignIn(context: AmazonContext): Reply {
  const { world, site } = context;
  const { form } = context.request;
  const texts = textsOf(site);
  const key = form.get('key');
  if (key !== null) return takeOtp(context, key);
  const returnTo = form.get('openid.return_to') ?? '';
  const email = (form.get('ap_email') ?? form.get('ap_email_login'))?.trim() ?? '';
  const account = Object.values(accounts.amazon).find((known) => known.email === email.toLowerCase());
  if (!account) return credentials(context, { returnTo, email, step: 'email', problem: texts.wrongEmail });
  if (form.get('step') === 'email') return credentials(context, { returnTo, email, step: 'password' });
  if (form.get('ap_password') !== account.password)
    return credentials(context, { returnTo, email, step: 'password', problem: texts.wrongPassword });
  if (!world.switches.amazon.otp) return enter(context, account, returnTo);
  const waiting = world.secrets.issue('otp-');
  world.amazon.waitingForOtp.set(waiting, { account, returnTo });
  return otpPage(context, waiting);
}
