import { accounts, type EbayAccount } from '../accounts.ts';
import { httpsUrl, type Reply, redirect, withCookies, withQuery } from '../core/exchange.ts';
import { type Html, hidden, html } from '../core/html.ts';
import { throughChecks } from './checks.ts';
import { type EbayContext, ebayPage } from './layout.ts';
import { knownUser, signIn, signOut } from './session.ts';
import { ebayHost, ebaySite } from './sites.ts';
import { signInTexts } from './texts.ts';

/** Sends the browser to the sign-in page, which leads back to `ru`. */
export function toSignIn({ site }: EbayContext, ru: string, appName: string): Reply {
  return redirect(
    withQuery(`https://${ebayHost(site, 'signin')}/signin`, { ru, sgfl: 'oauth2_login', AppName: appName }),
  );
}

interface FormParts {
  readonly ru: string;
  readonly fields: Html;
  readonly problem?: string;
  readonly below?: Html;
  readonly heading?: string;
}

function formPage(context: EbayContext, parts: FormParts): Reply {
  const texts = signInTexts(context.site);
  return ebayPage(context, {
    lang: texts.lang,
    title: texts.title,
    main: html`<main class="card"><h1 id="welcome-msg">${parts.heading ?? texts.hello}</h1>
<form method="post" action="/signin">${parts.problem && html`<p class="problem" role="alert">${parts.problem}</p>`}
${hidden([['ru', parts.ru]])}${parts.fields}</form>${parts.below}</main>`,
    scripts: ['notice.js'],
  });
}

function socialButtons(context: EbayContext): Html {
  const texts = signInTexts(context.site);
  return html`<p class="or">${texts.or}</p><div class="social" data-notice-area>${[
    'Google',
    'Facebook',
    'Apple',
  ].map(
    (name) =>
      html`<button class="outline" type="button" data-notice="${texts.noSocial(name)}">${texts.continueWith(name)}</button>`,
  )}</div>`;
}

/** On every step the page has the way to switch accounts, hidden where it is of no use (seen 2026-10). */
function hiddenSwitch(context: EbayContext): Html {
  return html`<a id="switch-account-anchor" href="/signin" hidden>${signInTexts(context.site).switchAccount}</a>`;
}

function userIdPage(context: EbayContext, ru: string, problem?: string): Reply {
  const texts = signInTexts(context.site);
  return formPage(context, {
    ru,
    problem,
    fields: html`<label for="userid">${texts.userId}</label><input id="userid" name="userid" autocomplete="username"><button class="blue" id="signin-continue-btn" type="submit">${texts.next}</button>`,
    below: html`${hiddenSwitch(context)}${socialButtons(context)}`,
  });
}

/** The greeting and the name, which stands in an element of its own or, on older pages, in the heading. */
function greeting(
  { world, site }: EbayContext,
  account: EbayAccount,
): { heading: string; who: Html | false } {
  const { welcome } = signInTexts(site);
  return world.switches.ebay.signInName === 'heading'
    ? { heading: `${welcome} ${account.username}`, who: false }
    : {
        heading: welcome,
        who: html`<p class="who"><span id="user-info">${account.username}</span></p>`,
      };
}

function passwordPage(context: EbayContext, ru: string, account: EbayAccount, problem?: string): Reply {
  const texts = signInTexts(context.site);
  const { heading, who } = greeting(context, account);
  return formPage(context, {
    ru,
    problem,
    heading,
    fields: html`${who}${hiddenSwitch(context)}<input type="hidden" name="userid" value="${account.username}">
<label for="pass">${texts.password}</label><input id="pass" name="pass" type="password" autocomplete="current-password"><button class="blue" id="sgnBt" type="submit">${texts.signIn}</button>`,
  });
}

function welcomePage(context: EbayContext, ru: string, account: EbayAccount): Reply {
  const texts = signInTexts(context.site);
  const { heading, who } = greeting(context, account);
  return formPage(context, {
    ru,
    heading,
    fields: html`${who}<input type="hidden" name="userid" value="${account.username}"><label for="pass">${texts.password}</label><input id="pass" name="pass" type="password" autocomplete="current-password"><button class="blue" id="sgnBt" type="submit">${texts.signIn}</button>`,
    below: html`<p><a id="switch-account-anchor" href="/signin?${new URLSearchParams({ ru, switch: '1' })}">${texts.switchAccount}</a></p>`,
  });
}

/** GET `/signin` */
export function showSignIn(context: EbayContext): Reply {
  const { world, request, login } = context;
  const ru = request.query.get('ru') ?? '';
  const known = login?.account ?? knownUser(world, request);
  const welcome = world.switches.ebay.signIn === 'welcome-back' && !request.query.has('switch');
  return known && welcome ? welcomePage(context, ru, known) : userIdPage(context, ru);
}

function findAccount(userId: string): EbayAccount | undefined {
  const name = userId.trim().toLowerCase();
  return Object.values(accounts.ebay).find((account) => account.username === name || account.email === name);
}

/** POST `/signin`: user id, then password. */
export function takeSignIn(context: EbayContext): Reply {
  const { world, site, request } = context;
  const ru = request.form.get('ru') ?? '';
  const texts = signInTexts(site);
  const account = findAccount(request.form.get('userid') ?? '');
  if (!account) return userIdPage(context, ru, texts.wrongUser);
  const password = request.form.get('pass');
  if (password === null) return passwordPage(context, ru, account);
  if (password !== account.password) return passwordPage(context, ru, account, texts.wrongPassword);
  const target = httpsUrl(ru);
  const { login, lines } = signIn(world, site, account);
  if (!target || !ebaySite(target.host))
    return withCookies(redirect(`https://${ebayHost(site, 'www')}/`), lines);
  login.freshFor.add(target.href);
  const { afterSignIn } = world.switches.ebay;
  const next = knownUser(world, request) ? target : throughChecks(site, afterSignIn, target);
  return withCookies(redirect(next), lines);
}

/** GET `/logout/confirm` */
export function leave(context: EbayContext): Reply {
  const reply = ebayPage(
    { ...context, login: undefined },
    { title: 'Signed out', main: html`<main class="card"><h1>You've signed out.</h1></main>` },
  );
  return withCookies(reply, signOut(context.world, context.site, context.request));
}
