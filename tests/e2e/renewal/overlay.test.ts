import { expect, it } from 'vitest';
import type { Page } from '../../driver/index.ts';
import { until } from '../../driver/wait.ts';
import { journeys, type Stage } from '../support/harness.ts';
import { popupSays } from '../support/outcome.ts';
import {
  chooseConnection,
  continueAsIs,
  continueCleanAsNew,
  EBAY,
  leaveSignedIn,
  signInAtAmazon,
  signInAtEbay,
} from '../support/person.ts';

const MAIL = 'anna@alpenglueck.example';

/** Names of the page's controls on which the overlay stands, and whether it stands anywhere. */
function standing(page: Page): Promise<{ covered: string[]; shown: boolean }> {
  return page.evaluate(() => {
    const host = document.querySelector('grantkeeper-overlay');
    if (!host || getComputedStyle(host).visibility !== 'visible') return { covered: [], shown: false };
    const own = host.getBoundingClientRect();
    const covered = [...document.querySelectorAll('a[href], button, input, select, label')].filter((each) => {
      const { left, right, top, bottom, width, height } = each.getBoundingClientRect();
      return (
        width > 1 &&
        height > 1 &&
        left < own.right &&
        right > own.left &&
        top < own.bottom &&
        bottom > own.top
      );
    });
    return { covered: covered.map((each) => each.outerHTML.slice(0, 80)), shown: own.width > 0 };
  });
}

/** At every width that a person may have, zoomed too, and scrolled to the end. */
async function coversNothing(page: Page, shownAt: number[]): Promise<void> {
  for (const [width, height, scale] of [
    [360, 740, 1],
    [768, 1024, 1],
    [640, 400, 2],
    [1280, 800, 1],
  ] as const) {
    await page.setViewport({ width, height, scale });
    const settled = async (): Promise<true | undefined> => {
      const { covered, shown } = await standing(page);
      return covered.length === 0 && (shown || !shownAt.includes(width)) ? true : undefined;
    };
    const explain = async (): Promise<string> => JSON.stringify(await standing(page));
    await until(`the card to be beside all controls at ${width} px`, settled, { explain });
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await until(`the same at the page's end at ${width} px`, settled, { explain });
    await page.evaluate(() => scrollTo(0, 0));
  }
}

const open = ({ browser, simulator }: Stage, marketplace: 'amazon' | 'ebay'): Promise<Page> =>
  browser.newTab(simulator.integrations.microtech.authoriseUrl({ marketplace }));

journeys('the card on the page', (stage) => {
  it('covers no control, stays folded, and where the page takes it away the pop-up says all it says', async () => {
    const page = await open(stage, 'amazon');
    await continueCleanAsNew(page, { signInName: MAIL });
    await page.text(MAIL).nth(0).waitFor();
    await coversNothing(page, [768, 1280]);

    const field = page.css('#ap_email');
    await field.fill('bert@brueckner.example');
    await page.css('#ap_password').focus();
    await page.text('The form has another name in it. Change it.').waitFor();
    await field.fill('');

    await page.role('button', 'Minimise').press('Enter');
    await page.role('button', 'Show the steps for “Alpenglück”').waitFor();
    await signInAtAmazon(stage, page, 'anna');
    await page.role('button', 'Confirm', { exact: true }).waitFor();
    await page.role('button', 'Show the steps for “Alpenglück”').press('Enter');
    await page.text('The page shows “Alpenglück Handel GmbH”. Is that the right account?').waitFor();
    await coversNothing(page, [768, 1280]);

    await page.evaluate(() => {
      const remove = () => document.querySelector('grantkeeper-overlay')?.remove();
      new MutationObserver(remove).observe(document.documentElement, { childList: true });
      remove();
    });
    const popup = await popupSays(stage, 'The page covers Grantkeeper’s card.');
    expect(await popup.visibleText()).toContain('The page shows “Alpenglück Handel GmbH”');
  });
});

journeys('the card at eBay', (stage) => {
  it('warns of eBay’s other logins and of the user who is remembered there, and makes room', async () => {
    const { browser, simulator } = stage;
    simulator.set({ ebay: { signIn: 'welcome-back', header: 'absent' } });
    const popup = await browser.popup();
    await popup.role('button', 'Add your first connection').click();
    await popup.label('Marketplace').fill('eBay');
    await popup.label('Software', { exact: true }).fill('microtech büro+');
    await popup.label('Your name for the account').fill('Alpenglück');
    await popup.label('User name at eBay').fill('anna@alpenglueck.example');
    await popup.role('radio', 'I don’t know').check();
    await popup.role('button', 'Add').click();
    await popup.text('That’s an email address.').waitFor();
    await popup.label('User name at eBay').fill('Alpenglueck-Handel');
    await popup.role('button', 'Add').click();
    await popup.text('Your connections').waitFor();

    await leaveSignedIn(stage, 'bert', EBAY);
    const page = await open(stage, 'ebay');
    await chooseConnection(page, /Alpenglück/);
    await continueAsIs(page);
    await page.text('Wrong account? The page shows “brueckner_elektro”').waitFor();
    await page.text('Expected: Alpenglueck-Handel').waitFor();
    await page.text('Don’t continue with Google, Facebook, or Apple').waitFor();
    await page.css('#switch-account-anchor').click();
    await coversNothing(page, [1280]);
    await signInAtEbay(stage, page, 'anna');
    await page.role('button', 'Agree and Continue').waitFor();
    await page.text('Signed in: alpenglueck-handel. That’s the right account.').waitFor();
    await coversNothing(page, [1280]);
  });
});
