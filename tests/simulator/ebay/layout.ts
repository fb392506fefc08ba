import type { Reply, SimRequest } from '../core/exchange.ts';
import { type Html, html } from '../core/html.ts';
import { page } from '../core/page.ts';
import { workerMark } from '../core/service-worker.ts';
import type { World } from '../core/world.ts';
import { type EbaySite, ebayHost } from './sites.ts';
import type { Login } from './state.ts';

export interface EbayContext {
  readonly world: World;
  readonly site: EbaySite;
  readonly request: SimRequest;
  readonly login: Login | undefined;
}

function greeting({ world, login, site }: EbayContext): Html | false {
  const form = world.switches.ebay.header;
  if (!login || form === 'absent') return false;
  const name = form === 'first-name' ? login.account.firstName : login.account.username;
  return html`<span class="gh-identity"><span class="gh-identity__greeting">${site.language === 'de' ? 'Hallo' : 'Hi'} <span>${name}</span>!</span></span>`;
}

/** Header, main part and footer, without the document around them. */
export function frame(context: EbayContext, main: Html): Html {
  const { site, login } = context;
  const out = `https://${ebayHost(site, 'signin')}/logout/confirm`;
  return html`<div class="page"><header class="gh"><a class="gh-logo" href="https://${ebayHost(site, 'www')}/" aria-label="eBay"><b>e</b><b>b</b><b>a</b><b>y</b></a>${greeting(context)}${login && html`<a href="${out}">${site.language === 'de' ? 'Ausloggen' : 'Sign out'}</a>`}</header>
${main}<footer class="foot">Simulated for tests. This is not eBay, and nothing here leaves this computer.</footer></div>`;
}

interface EbayPage {
  readonly title: string;
  readonly main: Html;
  readonly scripts?: readonly string[];
  readonly lang?: string;
}

export function ebayPage(context: EbayContext, parts: EbayPage): Reply {
  const { csp, serviceWorker } = context.world.switches.ebay;
  const mark = workerMark(serviceWorker, { path: '/oauth2/consents', shell: '/oauth2/shell' });
  return page({
    lang: parts.lang ?? 'en',
    title: parts.title,
    styles: ['base.css', 'ebay.css'],
    scripts: [...(parts.scripts ?? []), ...(mark ? ['register-worker.js'] : [])],
    csp,
    body: html`${frame(context, parts.main)}${mark}`,
  });
}
