import { httpsUrl, json, type Reply, redirect } from '../core/exchange.ts';
import { hidden, html } from '../core/html.ts';
import { type AmazonContext, amazonPage } from './layout.ts';
import { active, choices, select, switcherMarketplaceId } from './session.ts';
import { toSignIn } from './sign-in.ts';
import { amazonSite, countries } from './sites.ts';
import type { Login } from './state.ts';

/** Whether the picker comes before the consent: only for a sign-in that has more than one choice and made none. */
export function needsPicking({ world, site }: AmazonContext, login: Login): boolean {
  const { picker } = world.switches.amazon;
  if (picker === 'none' || login.selected.has(site.region)) return false;
  const all = choices(site, login.account);
  const several =
    picker === 'several-accounts' ? new Set(all.map(({ merchant }) => merchant)).size : all.length;
  return several > 1;
}

/** Makes the account active that the address names, where the switch says that an address can. */
export function selectByAddress({ world, site }: AmazonContext, login: Login, query: URLSearchParams): void {
  const id = query.get('mons_sel_dir_mcid');
  const choice = choices(site, login.account).find(({ merchant }) => merchant.directedId === id);
  if (choice && world.switches.amazon.addressSelects)
    select(site, login, choice.merchant.key, choice.country);
}

/** The picker's address, in the form that the switch asks for. */
export function pickerUrl({ world, site }: AmazonContext, returnTo: string): string {
  const path = world.switches.amazon.pickerPath;
  const query = new URLSearchParams({ returnTo });
  if (path === '/authorization/select-account') query.set('mons_redirect', 'remedy_url');
  return `https://${site.host}${path}?${query}`;
}

/** GET picker */
export function showPicker(context: AmazonContext): Reply {
  const { login, site, request } = context;
  if (!login) return toSignIn(context, request.url.href);
  const selection = active(site, login);
  const options = choices(site, login.account).map(({ merchant, country }) => {
    const checked = selection?.merchant === merchant && selection.country === country ? html` checked` : '';
    return html`<li><label><input type="radio" name="choice" value="${merchant.key}:${country}"${checked}> <b>${merchant.name}</b> ${countries[country].label}</label></li>`;
  });
  const returnTo = request.query.get('returnTo') ?? '';
  return amazonPage(context, {
    title: 'Select an account',
    main: html`<main class="narrow"><h1>Select an account</h1>
<form method="post" action="${request.path}"><fieldset><legend>Merchant and country</legend><ul class="choices">${options}</ul></fieldset>
${hidden([['returnTo', returnTo]])}<p class="actions"><button class="teal" type="submit">Select Account</button></p></form></main>`,
  });
}

/** POST picker: makes the choice active and leads back, or loses the application id on the way (docs#3057). */
export function takePick(context: AmazonContext): Reply {
  const { login, site, world, request } = context;
  if (!login) return toSignIn(context, `https://${site.host}/home`);
  const [merchant = '', country] = (request.form.get('choice') ?? '').split(':');
  const back = httpsUrl(request.form.get('returnTo'));
  const target = back && amazonSite(back.host) ? back : new URL(`https://${site.host}/home`);
  if (!select(site, login, merchant, country)) return redirect(pickerUrl(context, target.href));
  if (!world.switches.amazon.lostApplicationId || target.pathname !== '/apps/authorize/consent')
    return redirect(target);
  const lost = new URLSearchParams({
    mons_redirect: 'remedy_uri',
    mons_sel_dir_vgid: active(site, login)?.merchant.directedId ?? '',
  });
  return redirect(`https://${site.host}/apps/authorize/consent?${lost}`);
}

/** The same-origin JSON of the account switcher, as seen in public code. */
export function switcherJson({ login, site }: AmazonContext): Reply {
  const selection = login && active(site, login);
  if (!selection) return json({ error: 'not signed in' }, 401);
  const { merchant, country } = selection;
  return json({
    globalAccount: { id: merchant.directedId, label: merchant.name },
    regionalAccount: {
      label: countries[country].label,
      ids: { mons_sel_mkid: switcherMarketplaceId(country), mons_sel_dir_mcid: merchant.directedId },
    },
  });
}
