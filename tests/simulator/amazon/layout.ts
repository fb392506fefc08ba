import type { Reply, SimRequest } from '../core/exchange.ts';
import { type Html, html, trusted } from '../core/html.ts';
import { page } from '../core/page.ts';
import { workerMark } from '../core/service-worker.ts';
import type { World } from '../core/world.ts';
import { active } from './session.ts';
import { type AmazonSite, countries } from './sites.ts';
import type { Login, Selection } from './state.ts';
import { textsOf } from './texts.ts';

/** The site's state as its pages need it. */
export interface AmazonContext {
  readonly world: World;
  readonly site: AmazonSite;
  readonly request: SimRequest;
  readonly login: Login | undefined;
}

function icon(name: string, path: string): Html {
  return trusted(
    `<svg class="icon icon-${name}" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${path}"/></svg>`,
  );
}

export const icons = {
  menu: icon('menu', 'M3 6h18v2H3zm0 5h18v2H3zm0 5h18v2H3z'),
  search: icon(
    'search',
    'M10 4a6 6 0 1 0 3.7 10.7l4.8 4.8 1.4-1.4-4.8-4.8A6 6 0 0 0 10 4zm0 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8z',
  ),
  mail: icon('mail', 'M3 5h18v14H3zm2 3v9h14V8l-7 5zm1.5-1 5.5 4 5.5-4z'),
  gear: icon(
    'gear',
    'M10.5 2h3l.5 3 2 .9 2.500-1.700 2.100 2.100-1.700 2.500.9 2 3 .5v3l-3 .5-.9 2 1.700 2.500-2.100 2.100-2.500-1.700-2 .9-.5 3h-3l-.5-3-2-.9-2.500 1.700-2.100-2.100 1.700-2.500-.9-2-3-.5v-3l3-.5.9-2L3.400 6.300l2.100-2.100L8 5.900l2-.9zM12 8.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7z',
  ),
  info: icon(
    'info',
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm0 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16zm-1 3h2v2h-2zm0 4h2v6h-2z',
  ),
};

function switcherLabel(context: AmazonContext, selection: Selection): Html {
  const merchant = selection.merchant.name;
  const country = countries[selection.country].label;
  const form = context.world.switches.amazon.header;
  return form !== 'old'
    ? html`<span class="dropdown-account-switcher-header-label"><span class="dropdown-account-switcher-header-label-global">${merchant}${form === 'new-dot' && '  .'}</span> | <span class="dropdown-account-switcher-header-label-regional">${country}</span></span>`
    : html`<span class="partner-label"><b>${merchant}</b> | ${country}</span>`;
}

function switcher(context: AmazonContext): Html | false {
  const { world, site, login, request } = context;
  const selection = login && active(site, login);
  const form = world.switches.amazon.header;
  if (!selection || form === 'absent') return false;
  const to = `${world.switches.amazon.pickerPath}?${new URLSearchParams({ returnTo: request.url.href })}`;
  const name = form !== 'old' ? 'dropdown-account-switcher-header' : 'partner-dropdown-button';
  return html`<a class="switcher ${name}" href="${to}">${switcherLabel(context, selection)}</a>`;
}

function header(context: AmazonContext): Html {
  const { site, login } = context;
  const texts = textsOf(site);
  const name = site.kind === 'vendor' ? 'vendor central' : 'seller central';
  const part = site.host.startsWith('sellercentral-europe') ? 'europe' : '';
  return html`<header class="bar">
<span class="menu">${icons.menu}</span>
<a class="logo" href="/home"><span class="logo-amazon">amazon</span> <span class="logo-site">${name}</span>${part && html` <span class="logo-part">${part}</span>`}</a>
${switcher(context)}
<form class="search" role="search" action="/home"><input type="search" name="q" placeholder="${texts.search}" aria-label="${texts.search}"><button type="submit" aria-label="${texts.search}">${icons.search}</button></form>
<span class="tools">${icons.mail}${icons.gear}<span class="language">${texts.lang.slice(0, 2).toUpperCase()}</span><a href="/help">${texts.help}</a>${login && html`<a href="/gp/sign-in/logout.html/ref=xx_logout_dnav_xx">${site.language === 'de' ? 'Abmelden' : 'Sign out'}</a>`}</span>
</header>`;
}

function footer(context: AmazonContext): Html {
  const texts = textsOf(context.site);
  return html`<footer class="foot"><p><a href="/help">${texts.help}</a> <a href="/help">${texts.lang === 'de' ? 'Programmrichtlinien' : 'Programme Policies'}</a></p>
<p class="copyright">Simulated for tests. This is not Amazon, and nothing here leaves this computer.</p></footer>`;
}

interface AmazonPage {
  readonly title: string;
  readonly main: Html;
  readonly scripts?: readonly string[];
}

/** Header, main part and footer, without the document around them. */
export function frame(context: AmazonContext, main: Html): Html {
  const { rerender } = context.world.switches.amazon;
  return html`<div class="page" data-rerender="${rerender}">${header(context)}${main}${footer(context)}</div>`;
}

/** A Seller Central or Vendor Central page. */
export function amazonPage(context: AmazonContext, parts: AmazonPage): Reply {
  const mark = workerMark(context.world.switches.amazon.serviceWorker, {
    path: '/apps/authorize/consent',
    shell: '/apps/authorize/shell',
  });
  return page({
    lang: textsOf(context.site).lang,
    title: parts.title,
    styles: ['base.css', 'amazon.css'],
    scripts: [...(parts.scripts ?? []), ...(mark ? ['register-worker.js'] : [])],
    csp: context.world.switches.amazon.csp,
    body: html`${frame(context, parts.main)}${mark}`,
  });
}
