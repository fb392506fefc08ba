import type { Locator, Page } from '../../driver/index.ts';
import { until } from '../../driver/wait.ts';
import type { AccountKey } from '../../simulator/index.ts';
import type { Stage } from './harness.ts';

/** What a seller does in the browser. Extension pages by role and name; the marketplaces' forms as they really are. */

/** Hosts of the sites that the journeys use. */
export const AMAZON = 'https://sellercentral-europe.amazon.com';
export const EBAY = 'https://www.ebay.com';

/** A page of a shop that has nothing to do with a marketplace. */
export const SHOP = 'https://shop.example/__sim/blank';

/** Somebody's session is still in the browser: signed in earlier and never signed out. */
export async function leaveSignedIn({ browser }: Stage, as: AccountKey, site = AMAZON): Promise<void> {
  const page = await browser.newTab(
    `${site}/__sim/sign-in?as=${as}&return=${encodeURIComponent('/__sim/blank')}`,
  );
  await page.close();
}

/** Signs in on Amazon's form, however many pages it has. */
export async function signInAtAmazon({ simulator }: Stage, page: Page, as: AccountKey): Promise<void> {
  const { email, password, otp } = simulator.accounts.amazon[as];
  const { signInPages, otp: asksCode } = simulator.switches.amazon;
  const name = page.css(signInPages === 'claim' ? '#ap_email_login' : '#ap_email');
  // A page that comes anew meanwhile has somebody's name in its form again: whoever signs in looks at it.
  await until('the name to stand in the form', async () => {
    if ((await name.value()) === email) return true;
    await name.fill(email);
    return undefined;
  });
  if (signInPages !== 1) await page.css('#continue').click();
  await page.css('#ap_password').fill(password);
  await page.css('#signInSubmit').click();
  if (asksCode) {
    await page.css('#auth-mfa-otpcode').fill(otp);
    await page.css('#auth-signin-button').click();
  }
}

/** Ticks and confirms on Amazon's consent page. */
export async function confirmAtAmazon(page: Page): Promise<void> {
  await page.role('checkbox').check();
  await page.role('button', 'Confirm', { exact: true }).click();
}

/** Where eBay signs in, and asks for more in a jar that it does not know. */
const SIGNING_IN = /^https:\/\/(signin\.[^/]+\/signin|accounts\.|reg\.|www\.[^/]+\/splashui\/)/;

/** How often a tab is looked at before it counts as closed. */
const CLOSED = 20;

/** Signs in on eBay's two-step form, and skips what is offered then. */
export async function signInAtEbay({ simulator }: Stage, page: Page, as: AccountKey): Promise<void> {
  const { username, password } = simulator.accounts.ebay[as];
  await page.css('#userid').fill(username);
  await page.css('#signin-continue-btn').click();
  await page.css('#pass').fill(password);
  await page.css('#sgnBt').click();
  const skip = page.css('#passkeys-cancel-btn');
  let without = 0;
  await until('eBay to have signed in', async () => {
    // A tab has no address for a moment between two pages, and none any more once the renewal has closed it.
    const url = await page.url().catch(() => '');
    without = url.startsWith('https:') ? 0 : without + 1;
    if (without > 0) return without > CLOSED || undefined;
    if (!SIGNING_IN.test(url)) return true;
    if ((await skip.count().catch(() => 0)) === 0) return undefined;
    await skip.click();
    await page.waitForUrl((next) => next !== url);
    return undefined;
  });
}

/** Agrees on eBay's consent page, the new one or the one for Auth'n'Auth. */
export async function agreeAtEbay(page: Page): Promise<void> {
  await page.role('button', /^(Agree and Continue|I agree)$/).click();
}

/** The modes of a clean start, as the guard names them. */
const MODES = {
  'set-aside': 'Sign out for now, restore it afterwards',
  clear: 'Sign out and stay signed out',
  container: 'Stay signed in and renew in a container',
} as const;

/** The guard's one button: it says for whom it signs out, where somebody is to be signed out. */
export const CLEAN = /^(Sign out and continue|Continue)\b/;

/** Milliseconds after which a person presses again: what moved in the moment of the press took it elsewhere. */
const PRESS_AGAIN = 2_000;

/** Presses a button that is gone afterwards, with its page or without. */
export async function pressAway(page: Page, name: string | RegExp): Promise<void> {
  const button = page.role('button', name, { exact: true });
  // A page that is closed, or is being left, has none.
  const gone = async (): Promise<true | undefined> =>
    (await button.count().catch(() => 0)) === 0 || undefined;
  await button.click();
  await until(`“${name}” to be pressed`, async () => {
    if (await until('it to be gone', gone, { timeout: PRESS_AGAIN }).catch(() => false)) return true;
    await button.click();
    return undefined;
  });
}

/** The radio button of a mode, where there is a choice: in a clean session of a browser without containers there is none. */
export async function modeAt(page: Page, mode: keyof typeof MODES): Promise<Locator | undefined> {
  const radio = page.role('radio', MODES[mode]);
  const change = page.role('button', 'Change sign-out of your current account');
  if ((await radio.count()) === 0 && (await change.count()) > 0) await change.click();
  return (await radio.count()) > 0 ? radio : undefined;
}

export async function chooseMode(page: Page, mode: keyof typeof MODES): Promise<void> {
  await (await modeAt(page, mode))?.check();
}

/** Chooses for which connection it is, where the one that is offered is another one. */
export async function chooseConnection(page: Page, name: string | RegExp): Promise<void> {
  const radio = page.role('radio', name);
  const change = page.role('button', 'Another connection', { exact: true });
  // The page may still be on its way.
  await until(
    'the connections to choose from',
    async () => (await radio.count()) + (await change.count()) > 0 || undefined,
  );
  if ((await radio.count()) === 0) await change.click();
  await radio.check();
}

/** At the guard: goes on with the session that is there. */
export async function continueAsIs(page: Page): Promise<void> {
  await page.text('Other ways').click();
  await page.role('button', 'I’m already signed in with the right account').click();
}

/** At the guard: lets this app through from now on. */
export async function alwaysAllow(page: Page): Promise<void> {
  await page.text('Other ways').click();
  await page.role('button', 'Always allow this app').click();
}

/**
 * At the guard, for the first time: says which software and account this is, and continues clean.
 *
 * @param mode In this tab and jar where nothing is said, so that journeys are the same in both browsers.
 */
export async function continueCleanAsNew(
  page: Page,
  {
    software = 'microtech büro+',
    name = 'Alpenglück',
    signInName = '',
    mode = 'set-aside' as keyof typeof MODES,
  } = {},
): Promise<void> {
  await page.role('button', CLEAN).waitFor();
  const which = page.label('Software', { exact: true });
  if ((await which.count()) === 0) await chooseConnection(page, 'A new connection');
  await which.fill(software);
  await page.label('Your name for the account').fill(name);
  if (signInName) {
    await page.text('Add a sign-in name').click();
    await page.label('Email or user name you sign in with').fill(signInName);
  }
  await chooseMode(page, mode);
  await pressAway(page, CLEAN);
}

/** An authorise address that a shop's page opens in a window of its own; tells the guard page in there. */
export async function openInPopup({ browser }: Stage, url: string): Promise<Page> {
  const shop = await browser.newTab(SHOP);
  await shop.evaluate((href) => {
    document.body.innerHTML = '<button>Open</button>';
    document.querySelector('button')?.addEventListener('click', () => open(href, '', 'width=700,height=600'));
  }, url);
  await shop.role('button', 'Open').click();
  return browser.waitForPage((address) => address === browser.extensionUrl('guard.html'));
}

/**
 * Brings a page to the front, as a seller does who wants to click there: what opens by itself (the pop-up, in a tab of
 * its own here) may come before it once more in that moment.
 */
export async function toFront(page: Page): Promise<void> {
  let held = 0;
  await until('the page to stand in front', async () => {
    if (await page.evaluate(() => document.hasFocus())) held += 1;
    else {
      held = 0;
      await page.bringToFront();
    }
    return held >= 10 || undefined;
  });
}
