import { it } from 'vitest';
import type { Page } from '../../driver/index.ts';
import { until } from '../../driver/wait.ts';
import { toList } from '../support/from-popup.ts';
import { journeys, NIGHTLY, type Stage } from '../support/harness.ts';
import { looks, looksWell, words } from '../support/looks.ts';
import { leaveSignedIn, signInAtAmazon } from '../support/person.ts';

type Look = (typeof looks)[number];

/**
 * The surfaces of checklists and accounts, as a person of one language and theme has them. The pop-up's page stands in a
 * tab as narrow as the pop-up: there all of it can be seen at once, and nothing closes it.
 */
async function stageOf(stage: Stage, look: Look) {
  const { browser, simulator } = stage;
  const popup = await browser.newTab(browser.extensionUrl('popup.html'));
  await popup.setViewport({ width: 480, height: 900 });
  const t = (key: string, ...values: string[]): Promise<string> => words(stage, key, ...values);

  /** Everything that is folded stands open in the picture. */
  const unfolded = async (page: Page, name: string): Promise<void> => {
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
      scrollTo(0, 0);
    });
    await looksWell(stage, look, page, name);
  };

  /** The pop-up, in front, with this in it. */
  const says = async (text: string): Promise<Page> => {
    await popup.bringToFront();
    await popup.text(text).nth(0).waitFor();
    return popup;
  };

  return {
    t,
    popup,
    says,
    unfolded,
    ours: (page: Page, name: string): Promise<void> => looksWell(stage, look, page, name),

    /** Notes a connection by hand. */
    async add(software: string, name: string, more: { accountId?: string; softwareName?: string } = {}) {
      await popup.bringToFront();
      await popup.css('main:not([aria-busy=true])').waitFor();
      await toList(popup, await t('common.back'));
      await popup
        .role('button', new RegExp(`^(${await t('popup.addFirst')}|${await t('popup.addShort')})$`))
        .click();
      await popup.label(await t('guard.software'), { exact: true }).fill(software);
      if (more.softwareName) await popup.label(await t('guard.softwareName')).fill(more.softwareName);
      await popup.label(await t('guard.accountName')).fill(name);
      await popup.label(await t('guard.signInName')).fill(simulator.accounts.amazon.anna.email);
      if (more.accountId) await popup.label(await t('form.accountNumber', 'Amazon')).fill(more.accountId);
      await popup.role('radio', await t('form.unknown')).check();
      await popup.role('button', await t('form.save'), { exact: true }).click();
      await popup.text(name).waitFor();
    },

    /** Starts a clean renewal in the pop-up, which lists the steps then. */
    async start(name: string): Promise<void> {
      await says(name);
      await popup.role('button', await t('popup.startFor', name)).click();
      await popup.text(await t('start.intro')).waitFor();
      const aside = popup.role('radio', await t('mode.setAside'));
      if ((await aside.count()) > 0) await aside.check();
      await popup.role('button', await t('start.go')).click();
      await popup.role('button', await t('run.end')).waitFor();
    },

    /** The permission is given by whoever is signed in there. */
    async confirm(page: Page): Promise<void> {
      await page.role('checkbox').check();
      await page.role('button', 'Confirm', { exact: true }).click();
      await page.waitForUrl(/\.example/);
    },

    ask: (software: 'microtech' | 'linnworks'): Promise<Page> =>
      browser.newTab(simulator.integrations[software].authoriseUrl({ marketplace: 'amazon' })),
  };
}

/** Every surface that leads through the software and to the right account; by day in one look. */
for (const look of NIGHTLY ? looks : looks.slice(1, 2)) {
  journeys(
    `surfaces of steps and accounts, ${look.language}, ${look.colorScheme}`,
    (stage) => {
      it('tell what happened in between', async () => {
        const { t, popup, ours, unfolded, add } = await stageOf(stage, look);
        await add('microtech büro+', 'Alpenglück Lager');
        await popup.role('button', 'Alpenglück Lager', { exact: true }).click();
        await popup.text(await t('report.fold')).waitFor();
        await unfolded(popup, '36-reports');
        await popup.role('button', await t('report.stoppedFor', 'Alpenglück Lager')).click();
        await popup.text(await t('start.intro')).waitFor();
        await ours(popup, '37-reported-start');
        await popup.role('button', await t('common.back')).click();
        await ours(popup, '38-reported');
        await popup.role('button', await t('report.checkFor', 'Amazon', 'Alpenglück Lager')).click();
        await popup.label(await t('report.lastDay')).waitFor();
        await ours(popup, '39-check-the-date');
      });

      it('show the steps that a person wrote', async () => {
        const { browser } = stage;
        const { t, popup, ours, unfolded, add, start } = await stageOf(stage, look);
        await add(await t('software.other'), 'Alpenglück', { softwareName: 'Kontor' });
        const options = await browser.newTab(browser.extensionUrl('options.html'));
        // The list may still move under a press.
        const own = await options.role('link', /^Alpenglück/).attribute('href');
        await options.goto(browser.extensionUrl(`options.html${own}`));
        await options.text(await t('ownSteps.heading', 'Kontor')).click();
        await options.role('button', await t('ownSteps.add')).click();
        await options.text(await t('ownSteps.stepMissing')).waitFor();
        await ours(options, '40-own-steps-none');
        const steps = [
          [
            'Kontor → Einstellungen → Marktplätze → Amazon → „Neu verbinden“',
            'https://kontor.example/settings',
          ],
          ['Menschen in der Buchhaltung Bescheid sagen, damit solange niemand Rechnungen schreibt', ''],
        ] as const;
        for (const [index, [text, link]] of steps.entries()) {
          await options.label(await t('ownSteps.step')).fill(text);
          await options.label(await t('ownSteps.link')).fill(link);
          await options.role('button', await t('ownSteps.add')).click();
          await until('the step to stand there', async () =>
            (await options.css('.own-step').count()) === index + 1 ? true : undefined,
          );
        }
        await options.role('button', await t('ownSteps.changeStep', steps[1][0])).click();
        await ours(options, '41-own-steps');
        await options.close();
        await start('Alpenglück');
        await unfolded(popup, '42-checklist-own-steps');
      });

      // The longest of them is looked at in the night.
      if (!NIGHTLY) return;
      it('lead to the end of a renewal, and can be read by everybody', async () => {
        const { t, popup, says, ours, unfolded, add, start, confirm, ask } = await stageOf(stage, look);
        await add('magnalister', 'Alpenglück Laden');
        await start('Alpenglück Laden');
        await unfolded(popup, '30-checklist-popups');
        await popup.role('button', await t('run.end')).click();
        await popup.role('button', await t('run.putAway')).click();

        await leaveSignedIn(stage, 'bert');
        const guard = await ask('microtech');
        await guard.role('button', await t('guard.change'), { exact: true }).click();
        await guard.role('radio', await t('guard.newConnection')).check();
        await guard.label(await t('guard.software'), { exact: true }).fill('microtech büro+');
        await guard.label(await t('guard.accountName')).fill('Alpenglück Lager');
        await guard.role('button', await t('mode.changeLabel')).click();
        await guard.role('radio', await t('mode.clear')).check();
        await unfolded(guard, '31-guard-steps-before');
        await guard.css('button.large').click();
        await signInAtAmazon(stage, guard, 'anna');
        await guard.role('checkbox').waitFor();
        await unfolded(await says(await t('run.showTab')), '32-checklist-at-the-consent');
        await guard.bringToFront();
        await confirm(guard);
        await unfolded(await says(await t('finish.works')), '33-confirm-and-finish');
        await popup.role('button', await t('account.yes')).click();
        await popup.role('button', await t('account.yes')).waitFor({ gone: true });

        // The account that comes back belongs to the connection of before.
        await add('microtech büro+', 'Brückner', { accountId: 'A2BRUECKEU0002' });
        const again = await ask('microtech');
        await again.role('button', await t('guard.change'), { exact: true }).click();
        await again.role('radio', /Brückner/).check();
        await again.text(await t('guard.otherWays')).click();
        await again.role('button', await t('guard.asIs')).click();
        await confirm(again);
        await ours(await says(await t('account.wrongHeading')), '34-wrong-account-of-another');

        const through = await ask('linnworks');
        await through.text(await t('guard.otherWays')).click();
        await through.role('button', await t('guard.exempt')).click();
        await confirm(through);
        await says(await t('suggestion.heading'));
        await popup.label(await t('suggestion.choose'), { exact: true }).fill(await t('guard.newConnection'));
        await ours(popup, '35-suggestion');
      });
    },
    look,
  );
}
