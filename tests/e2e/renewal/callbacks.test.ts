import { expect, it } from 'vitest';
import type { Page } from '../../driver/index.ts';
import { switchChoices } from '../../simulator/index.ts';
import { inTurn, journeys, type Stage } from '../support/harness.ts';
import { atSignIn } from '../support/modes.ts';
import {
  expectGrants,
  expectNoAllowance,
  grantsKept,
  popupSays,
  pressInPopup,
  runEnds,
  suggestionsKept,
} from '../support/outcome.ts';
import {
  AMAZON,
  alwaysAllow,
  confirmAtAmazon,
  continueCleanAsNew,
  leaveSignedIn,
  openInPopup,
  signInAtAmazon,
  signInAtEbay,
} from '../support/person.ts';

type Open = (stage: Stage, url: string) => Promise<Page>;

const inTab: Open = ({ browser }, url) => browser.newTab(url);

async function atAmazonConsent(
  stage: Stage,
  open = inTab,
  mode: 'set-aside' | 'clear' = 'set-aside',
): Promise<Page> {
  const guard = await open(
    stage,
    stage.simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }),
  );
  await continueCleanAsNew(guard, { mode });
  const page = await atSignIn(stage);
  await page.css('#ap_email').waitFor();
  await signInAtAmazon(stage, page, 'anna');
  await page.role('button', 'Confirm', { exact: true }).waitFor();
  return page;
}

async function atEbayConsent(stage: Stage): Promise<Page> {
  const { browser, simulator } = stage;
  const page = await browser.newTab(simulator.integrations.microtech.authoriseUrl({ marketplace: 'ebay' }));
  await continueCleanAsNew(page);
  await signInAtEbay(stage, page, 'anna');
  await page.role('button', 'Agree and Continue').waitFor();
  return page;
}

/** Sends a tab from its page to an address, as a script of that page does. */
const sendTo = (page: Page, url: string): Promise<void> =>
  page.evaluate((href) => {
    location.href = href;
  }, url);

/** A callback address of the software that Amazon never sent. */
const forgedBy = (state: string): string =>
  `https://cloud.microtech.example/oauth/callback?state=${state}&selling_partner_id=A9&spapi_oauth_code=c`;

const redirected = (host: string, to: string): string =>
  `${host}/gp/redirect?location=${encodeURIComponent(to)}`;

journeys('an answer', (stage, kind) => {
  it.each(inTurn(kind, switchChoices.ebay.decline))(
    'of refusal in eBay’s form “%s” is told, and nothing recorded',
    async (decline) => {
      stage.simulator.set({ ebay: { decline } });
      const page = await atEbayConsent(stage);
      await page.role('button', 'Decline').click();
      await runEnds(stage, 'declined');
      await popupSays(stage, 'Permission was declined');
      expect(await grantsKept(stage)).toEqual([]);
      await expectNoAllowance(stage);
    },
  );

  it('that is forged, or has another state, is told or not even seen, and nothing is recorded', async () => {
    const page = await atAmazonConsent(stage);
    const consent = await page.url();
    await page.goto(redirected('https://www.amazon.com', forgedBy('guessed')));
    await popupSays(stage, 'Amazon’s page is open');
    expect(await suggestionsKept(stage)).toEqual([]);

    await page.goto(consent);
    await page.role('button', 'Confirm', { exact: true }).waitFor();
    await page.goto(redirected(AMAZON, forgedBy('guessed')));
    await popupSays(stage, 'came from a page that isn’t a permission page');

    await page.goto(consent);
    await page.role('button', 'Confirm', { exact: true }).waitFor();
    await sendTo(page, forgedBy('other'));
    await runEnds(stage, 'failed');
    await popupSays(stage, 'didn’t belong to this renewal');
    expect(await grantsKept(stage)).toEqual([]);
    await expectNoAllowance(stage);
  });

  it.each(inTurn(kind, switchChoices.amazon.cancel))(
    'does not come after Amazon’s Cancel (%s); the renewal can be ended',
    async (cancel) => {
      stage.simulator.set({ amazon: { cancel } });
      // Firefox lets a page close no other window than one that a page opened.
      const page = await atAmazonConsent(stage, cancel === 'close' ? openInPopup : inTab);
      await page.role('button', 'Cancel').click();
      if (cancel === 'close') {
        await runEnds(stage, 'abandoned');
        await popupSays(stage, 'The renewal was not finished');
      } else {
        const popup = await popupSays(stage, 'Amazon’s page is open');
        await popup.role('button', 'End the renewal').click();
        await runEnds(stage, 'abandoned');
      }
      await expectNoAllowance(stage);
      expect(await grantsKept(stage)).toEqual([]);
    },
  );
});

journeys('an answer outside its renewal', (stage) => {
  it('without a renewal is a suggestion, which the person notes for a connection', async () => {
    const { browser, simulator } = stage;
    const page = await browser.newTab(
      simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }),
    );
    await alwaysAllow(page);
    await signInAtAmazon(stage, page, 'anna');
    await confirmAtAmazon(page);
    await page.waitForUrl(/cloud\.microtech\.example/);
    const popup = await popupSays(stage, 'A permission was given outside a renewal');
    expect(await grantsKept(stage)).toEqual([]);
    await popup.text('A1ALPENEU00001').waitFor();
    await pressInPopup(stage, 'Ignore');
    expect(await popup.text('A permission was given outside a renewal').count()).toBe(0);
    expect(await suggestionsKept(stage)).toEqual([]);
  });

  it('that comes after the renewal was given up still counts', async () => {
    const { browser } = stage;
    await leaveSignedIn(stage, 'bert');
    const page = await atAmazonConsent(stage, inTab, 'clear');
    const popup = await browser.popup();
    await popup.role('button', 'End the renewal').click();
    await runEnds(stage, 'abandoned');
    await page.bringToFront();
    await confirmAtAmazon(page);
    await runEnds(stage, 'granted');
    await expectGrants(stage, [{ accountId: 'A1ALPENEU00001' }]);
  });
});

journeys('an error page', (stage, kind) => {
  it.each(inTurn(kind, ['MD9999', 'invalid-access'] as const))(
    'of Amazon leaves the renewal alive where it may pass (%s), and ends it where only the maker can mend it',
    async (error) => {
      const { browser, simulator } = stage;
      simulator.set({ amazon: { error } });
      const page = await browser.newTab(
        simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }),
      );
      await continueCleanAsNew(page);
      await signInAtAmazon(stage, page, 'anna');
      await page.text(`Error ${error}`).waitFor();
      simulator.set({ amazon: { error: 'none' } });
      await page.role('button', 'Open the permission page again').click();
      await confirmAtAmazon(page);
      await expectGrants(stage, [{ accountId: 'A1ALPENEU00001' }]);
      await runEnds(stage, 'granted');

      simulator.set({ amazon: { error: 'MD5101' } });
      const again = await browser.newTab(
        simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }),
      );
      await continueCleanAsNew(again, { name: 'Nordlicht' });
      await signInAtAmazon(stage, again, 'anna');
      await runEnds(stage, 'failed');
      await again.text('Only the makers of the software can fix this').nth(0).waitFor();
      // On the marketplace's page, and on ours once the earlier sign-in comes back.
      await again.text(/rror MD5101/).waitFor();
      await popupSays(stage, 'The renewal failed');
      await expectNoAllowance(stage);
    },
  );

  it('of eBay is explained', async () => {
    const { browser, simulator } = stage;
    const page = await browser.newTab(
      simulator.integrations.microtech.authoriseUrl({
        marketplace: 'ebay',
        parameters: { scope: 'https://nowhere.example/none' },
      }),
    );
    await continueCleanAsNew(page);
    await page.waitForUrl(/errorOauth/);
    await page.text('The software asked for rights that eBay doesn’t give it.').nth(0).waitFor();
    await runEnds(stage, 'failed');
  });
});
