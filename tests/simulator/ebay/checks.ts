import { httpsUrl, type Reply, redirect } from '../core/exchange.ts';
import { html } from '../core/html.ts';
import type { EbaySwitches } from '../switches.ts';
import { type EbayContext, ebayPage } from './layout.ts';
import { type EbayRole, type EbaySite, ebayHost, ebaySite } from './sites.ts';

interface Check {
  readonly role: EbayRole;
  readonly path: string;
  readonly heading: string;
  readonly offer: string;
  readonly skip: string;
}

/** The pages seen between sign-in and consent (public code of 2026; see `sources/`). */
const checks = {
  passkey: {
    role: 'accounts',
    path: '/acctsec/authn-register',
    heading: 'Simplify your sign-in',
    offer: 'Turn on',
    skip: 'Skip for now',
  },
  'trust-device': {
    role: 'accounts',
    path: '/acctsec/trust-a-device',
    heading: 'Trust this device?',
    offer: 'Trust this device',
    skip: 'Not now',
  },
  'secret-question': {
    role: 'reg',
    path: '/reg/ChangeSecretQuestion',
    heading: 'Choose a new secret question',
    offer: 'Save',
    skip: 'Remind me later',
  },
  captcha: {
    role: 'www',
    path: '/splashui/captcha',
    heading: 'Please verify yourself to continue',
    offer: 'Show another task',
    skip: 'I am a human',
  },
} as const satisfies Record<string, Check>;

const inOrder: Record<EbaySwitches['afterSignIn'], readonly (keyof typeof checks)[]> = {
  passkey: ['passkey'],
  'trust-device': ['trust-device'],
  'secret-question': ['secret-question'],
  captcha: ['captcha'],
  all: ['trust-device', 'passkey', 'secret-question'],
  none: [],
};

/** Where a sign-in in a jar that eBay does not know leads first: over these pages to `target`, each by its `ru`. */
export function throughChecks(site: EbaySite, afterSignIn: EbaySwitches['afterSignIn'], target: URL): URL {
  return inOrder[afterSignIn].reduceRight((ru, name) => {
    const { role, path } = checks[name];
    const page = new URL(path, `https://${ebayHost(site, role)}`);
    page.searchParams.set('ru', ru.href);
    return page;
  }, target);
}

function showCheck(context: EbayContext, { heading, offer, skip }: Check): Reply {
  const { site, request } = context;
  const ru = httpsUrl(request.query.get('ru'));
  if (!ru || !ebaySite(ru.host)) return redirect(`https://${ebayHost(site, 'www')}/`);
  return ebayPage(context, {
    title: `${heading} | eBay`,
    main: html`<main class="card"><h1>${heading}</h1><div class="actions" data-notice-area>
<button class="blue" type="button" data-notice="${offer}: this is not simulated.">${offer}</button>
<a class="outline" role="button" id="passkeys-cancel-btn" href="${ru.href}">${skip}</a></div></main>`,
    scripts: ['notice.js'],
  });
}

/** The routes of these pages on the hosts of one role. */
export function checkRoutes(context: EbayContext): Record<string, () => Reply> {
  const here = Object.values(checks).filter(({ role }) => role === context.site.role);
  return Object.fromEntries(here.map((check) => [`GET ${check.path}`, () => showCheck(context, check)]));
}
