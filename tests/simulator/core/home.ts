import { accounts } from '../accounts.ts';
import { amazonStartHosts } from '../amazon/sites.ts';
import { ebayStartHosts } from '../ebay/sites.ts';
import type { AuthoriseRequest } from '../integrations/attempt.ts';
import type { Integrations } from '../integrations/index.ts';
import { type SwitchGroup, switchChoices } from '../switches.ts';
import { type Reply, redirect, type SimRequest } from './exchange.ts';
import { type Html, html } from './html.ts';
import { plainPage } from './page.ts';
import { answerFrom } from './routes.ts';
import type { World } from './world.ts';

/** The simulator's own host, with links to everything. */
export const homeHost = 'simulator.example';

function list(links: readonly (readonly [href: string, text: string])[]): Html {
  return html`<ul>${links.map(([href, text]) => html`<li><a href="${href}">${text}</a></li>`)}</ul>`;
}

const starts: readonly (readonly [string, string])[] = [
  ...[
    'sellercentral-europe.amazon.com',
    'sellercentral.amazon.de',
    'sellercentral.amazon.com',
    'vendorcentral.amazon.de',
  ].map((site): readonly [string, string] => [
    `/start?marketplace=amazon&site=${site}`,
    `microtech → Amazon consent on ${site}`,
  ]),
  ...ebayStartHosts
    .slice(0, 2)
    .map((site): readonly [string, string] => [
      `/start?marketplace=ebay&site=${site}`,
      `microtech → eBay consent on ${site}`,
    ]),
  ['/start?marketplace=bol', 'microtech → bol consent'],
  ['https://shop.example/admin/magnalister/amazon', 'magnalister → Amazon (pop-up after an AJAX call)'],
  ['https://shop.example/admin/magnalister/ebay', 'magnalister → eBay (two tokens)'],
  ['https://app.linnworks.example/settings/channel-integration/ebay', 'Linnworks → eBay (two legs)'],
  ['https://app.linnworks.example/settings/channel-integration/amazon', 'Linnworks → Amazon'],
];

/** Links that make a browser dirty: somebody is signed in. */
function shortCuts(): Html {
  const keys = Object.keys(accounts.amazon);
  const hosts = [
    'sellercentral-europe.amazon.com',
    'sellercentral.amazon.de',
    'signin.ebay.com',
    'signin.ebay.de',
    'login.bol.com',
  ];
  return list(
    hosts.flatMap((host) =>
      keys.map((key): readonly [string, string] => [
        `https://${host}/__sim/sign-in?as=${key}`,
        `${key} on ${host}`,
      ]),
    ),
  );
}

function switchForm(world: World): Html {
  const groups = Object.entries(switchChoices).map(([group, choices]) => {
    const current: Record<string, unknown> = world.switches[group as SwitchGroup];
    const selects = Object.entries<readonly unknown[]>(choices).map(([name, values]) => {
      const options = values.map(
        (value) =>
          html`<option value="${String(value)}"${value === current[name] && html` selected`}>${String(value)}</option>`,
      );
      return html`<label>${name} <select name="${group}.${name}">${options}</select></label>`;
    });
    return html`<fieldset><legend>${group}</legend>${selects}</fieldset>`;
  });
  return html`<form method="post" action="/switches">${groups}<button type="submit">Set switches</button></form>`;
}

function showHome(world: World): Reply {
  const people = Object.values(accounts.amazon).map(
    ({ key, email, password, otp }) =>
      html`<li>${key}: Amazon ${email} / ${password} (code ${otp}); eBay ${accounts.ebay[key].username} / ${accounts.ebay[key].password}; bol ${accounts.bol[key].email} / ${accounts.bol[key].password}</li>`,
  );
  return plainPage(
    'Marketplace simulator',
    html`<h2>Start</h2>${list(starts)}
<h2>People</h2><ul>${people}</ul>
<h2>Sign somebody in</h2>${shortCuts()}
<h2>Switches</h2>${switchForm(world)}
<h2>What the integrations got</h2><pre>${JSON.stringify(world.grants, null, 2)}</pre>
<h2>Seller Central and Vendor Central</h2>${list(amazonStartHosts.map((host) => [`https://${host}/home`, host]))}`,
  );
}

const MARKETPLACES = ['amazon', 'ebay', 'bol'] as const;

/** GET `/start?marketplace=&site=[&kind=]`: what the desktop program would open. */
function start(integrations: Integrations, { query }: SimRequest): Reply {
  const request: AuthoriseRequest = {
    marketplace: MARKETPLACES.find((each) => each === query.get('marketplace')) ?? 'amazon',
    kind: query.get('kind') === 'ebay-authnauth' ? 'ebay-authnauth' : undefined,
    site: query.get('site') ?? undefined,
  };
  return redirect(integrations.microtech.authoriseUrl(request));
}

function takeSwitches(world: World, { form }: SimRequest): Reply {
  for (const [group, choices] of Object.entries(switchChoices)) {
    for (const [name, values] of Object.entries<readonly unknown[]>(choices)) {
      const value = values.find((choice) => String(choice) === form.get(`${group}.${name}`));
      if (value !== undefined) Object.assign(world.switches[group as SwitchGroup], { [name]: value });
    }
  }
  return redirect('/', 303);
}

export function answerHome(world: World, integrations: Integrations, request: SimRequest): Reply | undefined {
  return answerFrom(
    {
      'GET /': () => showHome(world),
      'GET /start': () => start(integrations, request),
      'POST /switches': () => takeSwitches(world, request),
    },
    request,
  );
}
