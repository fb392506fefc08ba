import { expect, it } from 'vitest';
import type { Page } from '../../driver/index.ts';
import { until } from '../../driver/wait.ts';
import { awake, badgeSays, journeys, type Stage } from '../support/harness.ts';
import { CLEAN, leaveSignedIn } from '../support/person.ts';

/** The page that opened by itself at the install. */
function welcomePage({ browser }: Stage): Promise<Page> {
  const address = browser.extensionUrl('welcome.html');
  return browser.waitForPage((url) => url === address);
}

journeys(
  'the first steps',
  (stage, kind) => {
    it('open at the install, add a connection, see the button being pinned, and are found again', async () => {
      const { browser } = stage;
      const page = await welcomePage(stage);
      await page.role('heading', 'Welcome to Grantkeeper').waitFor();
      expect(await page.axe()).toEqual([]);

      await page.role('button', 'Add your first connection').click();
      await page.label('Software', { exact: true }).fill('microtech büro+');
      await page.label('Your name for the account').fill('Alpenglück');
      await page.role('radio', 'Expires in (days)').check();
      await page.label('Days left').fill('45');
      await page.role('button', 'Add', { exact: true }).click();
      await page.role('button', 'Add another connection').waitFor();
      await page.text('45 days left').waitFor();
      await badgeSays(stage, '45');

      await page.text('Click the puzzle piece at the top right').waitFor();
      await browser.pin();
      await page.text('It’s pinned.').waitFor();
      expect(await page.css('.welcome-step.done').count()).toBe(2);

      // No test can answer Chromium’s question.
      if (kind === 'firefox') {
        await page.role('button', 'Turn reminders on').click();
        await page.text('Reminders are on.').waitFor();
      }

      await page.role('link', 'To the overview').click();
      await page.role('link', 'First steps').click();
      await page.text('It’s pinned.').waitFor();
    });

    it('practise a renewal that touches nothing', async () => {
      const { browser } = stage;
      await leaveSignedIn(stage, 'bert');
      const before = [await browser.dumpStorage(), await browser.cookies()];
      const page = await welcomePage(stage);
      await page.role('link', 'Start the practice').click();

      await page.role('button', CLEAN).click();
      await page.role('button', 'Sign in as Brückner Elektro KG').click();
      await page.text('Wrong account? The page shows “Brückner Elektro KG”').waitFor();
      await page.role('button', 'Switch account').click();
      await page.role('button', 'Sign in as Alpenglück Handel GmbH').click();
      await page.text('That’s the right account').waitFor();
      await page.role('checkbox').check();
      await page.role('button', 'Agree', { exact: true }).click();
      await page.role('heading', 'Renewed', { exact: true }).waitFor();
      await page.text('Your earlier sign-in is back.').waitFor();

      await page.role('button', 'Start again').nth(0).click();
      await page.role('button', CLEAN).click();
      await page.role('button', 'Sign in as Brückner Elektro KG').click();
      await page.role('checkbox').check();
      await page.role('button', 'Agree', { exact: true }).click();
      await page.text('“Brückner Elektro KG” agreed, but “Alpenglück Handel GmbH” is needed.').waitFor();

      expect([await browser.dumpStorage(), await browser.cookies()]).toEqual(before);
    });
  },
  { welcome: true },
);

journeys(
  'an update',
  (stage) => {
    it('opens no tab', async () => {
      const { browser } = stage;
      await (await welcomePage(stage)).close();
      await browser.update('99.0.0');
      await until('the newer version to run', async () =>
        (await browser.extensionVersion()) === '99.0.0' ? true : undefined,
      );
      await awake(browser);
      await browser.popup();
      const address = browser.extensionUrl('welcome.html');
      expect(await Promise.all((await browser.pages()).map((page) => page.url()))).not.toContain(address);
    });
  },
  // Chromium updates only what an organisation installed, and that greets nobody.
  { welcome: true, only: 'firefox' },
);
