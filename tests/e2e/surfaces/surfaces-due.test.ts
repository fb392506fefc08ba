import { it } from 'vitest';
import type { Page } from '../../driver/index.ts';
import { journeys, NIGHTLY } from '../support/harness.ts';
import { looks, looksWell, words } from '../support/looks.ts';
import { popupSays } from '../support/outcome.ts';

/** Every surface of what is due, in the build that has the browser's permission for notifications; all looks at night. */
for (const look of NIGHTLY ? looks : looks.slice(0, 1)) {
  const { language, colorScheme } = look;
  journeys(
    `surfaces of what is due, ${language}, ${colorScheme}`,
    (stage) => {
      it('can be read by everybody', async () => {
        const { browser, simulator } = stage;
        const t = (key: string): Promise<string> => words(stage, key);
        const ours = (page: Page, name: string): Promise<void> => looksWell(stage, look, page, name);
        const add = async (name: string, days: number, opens: string): Promise<void> => {
          const popup = await popupSays(stage, await t(opens));
          await popup.role('button', await t(opens), { exact: true }).click();
          await popup.label(await t('guard.software'), { exact: true }).fill('microtech büro+');
          await popup.label(await t('guard.accountName')).fill(name);
          await popup.label(await t('guard.signInName')).fill(simulator.accounts.amazon.anna.email);
          await popup.role('radio', await t('form.expiresIn')).check();
          await popup.label(await t('form.days')).fill(String(days));
          await popup.role('button', await t('form.save'), { exact: true }).click();
          await popup.text(name).waitFor();
        };
        await add('Alpenglück Lager', 6, 'popup.addFirst');
        await add('Alpenglück Laden mit einem langen Namen', 21, 'popup.addShort');
        await add('Nordlicht', 200, 'popup.addShort');

        const options = await browser.newTab(browser.extensionUrl('options.html#reminders'));
        const turnOn = options.role('button', await t('reminder.turnOn'));
        await turnOn.waitFor();
        await ours(options, '20-reminders-off');
        await turnOn.click();
        await options.text(await t('reminder.ladder')).waitFor();
        await options.role('button', await t('reminder.add'), { exact: true }).click();
        await options.text(await t('reminder.addWrong')).waitFor();
        await ours(options, '21-reminders-on');
        await options.close();

        const popup = await popupSays(stage, 'Nordlicht');
        await ours(popup, '22-popup-due');
        await popup.role('button', 'Alpenglück Lager', { exact: true }).click();
        await popup
          .text(await t('reminder.heading'))
          .nth(0)
          .click();
        await popup.label(await t('reminder.ownLadder')).check();
        await popup.text(await t('reminder.ladder')).waitFor({ gone: true });
        await ours(popup, '23-popup-own-reminders');
        await popup.close();

        const due = await browser.newTab(browser.extensionUrl('popup.html?in=tab&due'));
        await due.text(await t('queue.intro')).waitFor();
        await ours(due, '24-queue');
      });
    },
    { ...look, clock: true },
  );
}
