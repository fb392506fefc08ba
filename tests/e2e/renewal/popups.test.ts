import { expect, it } from 'vitest';
import type { Page } from '../../driver/index.ts';
import { until } from '../../driver/wait.ts';
import { openAdd } from '../support/from-popup.ts';
import { type ExtensionScope, journeys, NIGHTLY, type Stage } from '../support/harness.ts';
import { popupSays, runEnds } from '../support/outcome.ts';

const ALLOW = 'Allow pop-ups for this shop during the renewal';

/** Whether Chromium lets the shop's pop-ups through, by its own setting. */
function setting({ browser }: Stage, host = 'shop.example'): Promise<string> {
  return browser.background(async (name) => {
    const { chrome } = globalThis as unknown as ExtensionScope;
    const { contentSettings } = chrome as unknown as {
      contentSettings: { popups: { get(details: { primaryUrl: string }): Promise<{ setting: string }> } };
    };
    return (await contentSettings.popups.get({ primaryUrl: `https://${name}/admin` })).setting;
  }, host);
}

async function expectSetting(stage: Stage, wanted: string): Promise<void> {
  await until(`pop-ups to be set to ${wanted}`, async () =>
    (await setting(stage)) === wanted ? true : undefined,
  );
}

/** A renewal with magnalister that waits for the shop, whose pop-ups are let through for it. */
async function allowed(stage: Stage): Promise<Page> {
  const popup = await openAdd(stage);
  await popup.label('Software', { exact: true }).fill('magnalister');
  await popup.label('Your name for the account').fill('Alpenglück');
  await popup.role('radio', 'I don’t know').check();
  await popup.role('button', 'Add', { exact: true }).click();
  await popup.role('button', 'Renew “Alpenglück”').click();
  await popup.role('button', 'Sign out and start').click();
  await popup.label('Address of your shop').fill('my shop');
  await popup.role('button', ALLOW).click();
  await popup.text('This isn’t a shop’s address.').waitFor();
  expect(await setting(stage)).toBe('block');
  await popup.label('Address of your shop').fill('https://shop.example/admin/magnalister/amazon');
  await popup.role('button', ALLOW).click();
  await popup.text('Pop-ups from shop.example are allowed until the renewal is over.').waitFor();
  await expectSetting(stage, 'allow');
  return popup;
}

/** The permission is asked for by a press that no driver can answer: the build that has it from the beginning. */
journeys(
  'a shop’s pop-ups',
  (stage) => {
    it('are let through for the renewal alone, and for no other site', async () => {
      const popup = await allowed(stage);
      expect(await setting(stage, 'other.example')).toBe('block');
      const shop = await stage.browser.newTab('https://shop.example/__sim/blank');
      // Without a press of the person: what an answer of the shop's server opens.
      await shop.evaluate(() => void open('https://shop.example/__sim/blank?popup', '', 'popup'));
      await stage.browser.waitForPage((url) => url.endsWith('?popup'));
      await popup.close().catch(() => undefined);
      const again = await popupSays(stage, 'End the renewal');
      await again.role('button', 'End the renewal').click();
      await runEnds(stage, 'abandoned');
      await expectSetting(stage, 'block');
      const isBlocked = () => open('https://shop.example/__sim/blank?blocked', '', 'popup') === null;
      expect(await shop.evaluate(isBlocked)).toBe(true);
    });

    it('are as before where the worker is stopped in between', async () => {
      await allowed(stage);
      await stage.browser.stopBackground();
      expect(await setting(stage)).toBe('allow');
      const popup = await popupSays(stage, 'End the renewal');
      await popup.role('button', 'End the renewal').click();
      await expectSetting(stage, 'block');
    });

    it.each(NIGHTLY ? [true, false] : [true])(
      'are as before after the browser has ended (crash: %s)',
      async (crash) => {
        await allowed(stage);
        await stage.browser.restart({ crash });
        await runEnds(stage, 'abandoned');
        await expectSetting(stage, 'block');
      },
    );
  },
  { only: 'chromium', clock: true },
);
