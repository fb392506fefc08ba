import { it } from 'vitest';
import type { Page } from '../../driver/index.ts';
import { journeys, NIGHTLY } from '../support/harness.ts';
import { looks, looksWell, words } from '../support/looks.ts';
import { agreeAtEbay, signInAtEbay } from '../support/person.ts';

/** What the guard says where nothing is to be chosen, or not yet; by day in one look. */
for (const look of NIGHTLY ? looks : looks.slice(1, 2)) {
  journeys(
    `surfaces of the guard, ${look.language}, ${look.colorScheme}`,
    (stage) => {
      it('can be read by everybody', async () => {
        const { browser, simulator } = stage;
        const t = (key: string, ...values: string[]): Promise<string> => words(stage, key, ...values);
        const ours = (page: Page, name: string): Promise<void> => looksWell(stage, look, page, name);
        const press = async (page: Page, key: string, ...values: string[]): Promise<void> =>
          page.role('button', await t(key, ...values), { exact: true }).click();
        const { microtech, magnalister } = simulator.integrations;
        /** The person says whose an address is, and goes on by clearing. */
        const renew = async (page: Page, software: string, name: string): Promise<void> => {
          await page.label(await t('guard.software'), { exact: true }).fill(software);
          await page.label(await t('guard.accountName')).fill(name);
          // Where nobody is signed in there is nothing to choose in Chromium.
          const change = page.role('button', await t('mode.changeLabel'));
          if ((await change.count()) > 0) {
            await change.click();
            await page.role('radio', await t('mode.clear')).check();
          }
          await page.css('button.large[aria-disabled="false"]').click();
        };

        const address = microtech.authoriseUrl({ marketplace: 'amazon' });
        const twice = await browser.newTab(`${address}&application_id=amzn1.sp.solution.other`);
        await twice.text(await t('guard.details')).click();
        await twice.text(await t('guard.appUnknown')).waitFor();
        await ours(twice, '60-guard-unclear');
        await twice.close();

        const first = await browser.newTab(address);
        await renew(first, 'microtech büro+', 'Alpenglück GmbH');
        await first.css('#ap_email').waitFor();
        const other = await browser.newTab(magnalister.authoriseUrl({ marketplace: 'amazon' }));
        await other.role('heading', await t('guard.busyHeading')).waitFor();
        await ours(other, '61-guard-busy-other');
        if (browser.kind === 'firefox') {
          await press(other, 'container.beside');
          await other.css('button.large').waitFor();
          await ours(other, '62-guard-beside');
          // A web shop's tab stays, and says where it went on.
          await other.label(await t('guard.software'), { exact: true }).fill('magnalister');
          await other.label(await t('guard.accountName')).fill('Alpenglück Laden');
          await other.css('button.large[aria-disabled="false"]').click();
          await other.role('heading', await t('container.elsewhereHeading')).waitFor();
          await ours(other, '63-guard-in-container');
        } else {
          await press(other, 'common.cancel');
          await other.role('heading', await t('guard.cancelled')).waitFor();
          await ours(other, '62-guard-cancelled');
        }
        await first.bringToFront();
        await first.goto(browser.extensionUrl('guard.html'));
        await first.role('heading', await t('guard.livingHeading')).waitFor();
        await ours(first, '64-guard-living');

        const shop = await browser.newTab('https://app.linnworks.example/settings/channel-integration/ebay');
        await shop.role('button', 'Re-create token').click();
        await renew(shop, 'Linnworks', 'Alpenglück eBay');
        await signInAtEbay(stage, shop, 'anna');
        await agreeAtEbay(shop);
        await shop.role('link', 'Continue with step 2').click();
        await shop.role('button', await t('guard.join')).waitFor();
        await ours(shop, '65-guard-join');
        await press(shop, 'guard.join');
        await agreeAtEbay(shop);
        await shop.text('Token has been re-created successfully').waitFor();
      });
    },
    look,
  );
}
