import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Page } from '../../driver/index.ts';
import { toList } from '../support/from-popup.ts';
import { journeys, NIGHTLY } from '../support/harness.ts';
import { tabsUseAnotherJar, tabsUseTheirOwn } from '../support/jars.ts';
import { looks, looksWell, picture, words } from '../support/looks.ts';
import { popupSays } from '../support/outcome.ts';
import { leaveSignedIn, signInAtAmazon } from '../support/person.ts';

/** A backup, and a table with a fault in it. */
const FILES = join(import.meta.dirname, '../../unit/domain/data/files');

/**
 * Every surface of the main job: without a finding of axe, and with a picture to look at. All looks at night: by day the
 * gallery has them.
 */
for (const look of NIGHTLY ? looks : looks.slice(1, 2)) {
  const { language, colorScheme } = look;
  journeys(
    `surfaces, ${language}, ${colorScheme}`,
    (stage) => {
      it('can be read by everybody', async () => {
        const { browser, simulator } = stage;
        const t = (key: string): Promise<string> => words(stage, key);
        const ours = (page: Page, name: string): Promise<void> => looksWell(stage, look, page, name);
        const overlay = async (page: Page, name: string): Promise<void> => {
          // Firefox draws no tab that lies behind another one.
          await page.bringToFront();
          await page.text(await t('overlay.hint')).waitFor();
          await picture(stage, look, page, name);
          const findings = (await page.axe()).filter(({ targets }) =>
            targets.some((target) => target.includes('grantkeeper-overlay')),
          );
          expect(findings, name).toEqual([]);
        };

        const newcomer = await browser.popup();
        await newcomer.role('heading', await t('popup.emptyHeading')).waitFor();
        await ours(newcomer, '01-popup-newcomer');
        const alone = await browser.newTab(browser.extensionUrl('guard.html'));
        await alone.text(await t('guard.emptyHeading')).waitFor();
        await ours(alone, '02-guard-nothing-stopped');
        await alone.close();

        if (browser.kind === 'chromium') {
          await tabsUseAnotherJar(stage);
          const elsewhere = await browser.newTab(
            simulator.integrations.microtech.authoriseUrl({ marketplace: 'ebay' }),
          );
          await elsewhere.text(await t('obstacle.heading')).waitFor();
          await ours(elsewhere, '12-guard-other-session');
          await elsewhere.close();
          await tabsUseTheirOwn(stage);
        }

        await leaveSignedIn(stage, 'bert');
        const address = simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' });
        const guard = await browser.newTab(address);
        const clean = guard.css('button.large');
        await clean.waitFor();
        await guard.text(await t('guard.otherWays')).click();
        await ours(guard, '03-guard');
        await clean.click();
        await guard.text(await t('guard.nameMissing')).waitFor();
        await ours(guard, '04-guard-name-missing');
        await guard.label(await t('guard.software'), { exact: true }).fill('microtech büro+');
        await guard.label(await t('guard.accountName')).fill('Alpenglück GmbH');
        await guard.text(await t('guard.signInFold')).click();
        await guard.label(await t('guard.signInName')).fill('anna@alpenglueck.example');
        await clean.click();

        // In Firefox it goes on in a container's tab.
        const page = await browser.waitForPage((url) => url.includes('/ap/signin'));
        await overlay(page, '05-overlay-sign-in');
        const second = await browser.newTab(address);
        await second.text(await t('guard.busySameHeading')).waitFor();
        await ours(second, '06-guard-busy');
        await second.close();
        await ours(await popupSays(stage, await t('run.showTab')), '07-popup-living');

        await signInAtAmazon(stage, page, 'anna');
        // The page before it has a card as well.
        await page.role('checkbox').waitFor();
        await overlay(page, '08-overlay-consent');
        await page.role('checkbox').check();
        await page.role('button', 'Confirm', { exact: true }).click();
        await page.waitForUrl(/cloud\.microtech\.example/);
        await ours(await popupSays(stage, await t('account.confirmHeading')), '09-popup-confirm');
        const wrong = await popupSays(stage, await t('account.confirmHeading'));
        await wrong.role('button', await t('account.no')).click();
        await wrong.role('heading', await t('account.wrongHeading')).waitFor();
        await wrong.text(await t('account.mine')).click();
        await wrong.role('button', await t('account.bind')).click();
        await wrong.role('button', await t('account.sure')).waitFor();
        await ours(wrong, '09-popup-wrong-account');

        const asking = await browser.newTab(
          simulator.integrations.microtech.authoriseUrl({ marketplace: 'ebay' }),
        );
        await asking.css('button.large').waitFor();
        await asking.label(await t('guard.software'), { exact: true }).fill('microtech büro+');
        await asking.label(await t('guard.accountName')).fill('Alpenglück eBay');
        await asking.text(await t('guard.signInFold')).click();
        await asking.label(await t('guard.signInName')).fill('alpenglueck-handel');
        await asking.text(await t('guard.otherWays')).click();
        await asking.role('button', await t('guard.asIs')).click();
        await asking.css('#userid').waitFor();
        await overlay(asking, '09-overlay-ebay-sign-in');
        await ours(await popupSays(stage, await t('run.showTab')), '09-popup-ebay-sign-in');
        await asking.close();

        const options = await browser.newTab(browser.extensionUrl('options.html'));
        await options.text('Alpenglück').waitFor();
        await ours(options, '10-options');
        await options.goto(browser.extensionUrl('options.html#data'));
        const file = options.label(await t('data.importFile'), { exact: true });
        await file.upload(join(FILES, 'v1.json'));
        await options.role('button', await t('data.importGo'), { exact: true }).waitFor();
        await options.label(await t('sync.on')).check();
        await ours(options, '13-data');
        await file.upload(join(FILES, 'broken.csv'));
        await options.text('atlantis').waitFor();
        await ours(options, '14-data-faults');
        const popup = await popupSays(stage, /./);
        await toList(popup, await t('common.back'));
        await popup.role('button', await t('popup.addShort'), { exact: true }).click();
        await ours(popup, '11-popup-add');
      });
    },
    look,
  );
}
