import { expect, it } from 'vitest';
import type { Page } from '../../driver/index.ts';
import { until } from '../../driver/wait.ts';
import { openAdd, openDetail } from '../support/from-popup.ts';
import { journeys, NIGHTLY, type Stage } from '../support/harness.ts';
import { atEbay, atSignIn } from '../support/modes.ts';
import { expectAtIntegration, popupSays, runEnds } from '../support/outcome.ts';
import {
  agreeAtEbay,
  CLEAN,
  chooseMode,
  confirmAtAmazon,
  continueAsIs,
  continueCleanAsNew,
  EBAY,
  leaveSignedIn,
  signInAtAmazon,
  signInAtEbay,
  toFront,
} from '../support/person.ts';

const NAME = 'Alpenglück';

/** Adds a connection in the pop-up and starts its clean renewal there; tells the pop-up that lists the steps. */
async function startNew(stage: Stage, software: string, marketplace: string, country: string): Promise<void> {
  const popup = await openAdd(stage);
  await popup.label('Marketplace').fill(marketplace);
  await popup.label('Country or site').fill(country);
  await popup.label('Software', { exact: true }).fill(software);
  await popup.label('Your name for the account').fill(NAME);
  await popup.role('radio', 'I don’t know').check();
  await popup.role('button', 'Add', { exact: true }).click();
  await popup.role('button', `Renew “${NAME}”`).click();
  await popup.text('What happens next:').waitFor();
  await chooseMode(popup, 'set-aside');
  await popup.role('button', 'Sign out and start').click();
  await popup.text(`Ready. Now start the renewal in ${software}.`).waitFor();
}

/** Ticks steps in the pop-up, as the person does while the software is in front of them. */
async function tick(stage: Stage, ...steps: RegExp[]): Promise<void> {
  const popup = await popupSays(stage, /./);
  for (const step of steps) await popup.role('checkbox', step).check();
  // What was read of an earlier tick takes no later one back.
  for (const step of steps) expect(await popup.role('checkbox', step).isChecked()).toBe(true);
}

/** The steps in the software that are still open are all ticked, one after the other; then it works there. */
async function finish(stage: Stage, marketplace: string, software: string, steps: RegExp[]): Promise<void> {
  await runEnds(stage, 'granted');
  await popupSays(stage, `Approved at ${marketplace}, still to finish in ${software}`);
  await tick(stage, ...steps.slice(0, -1));
  const last = steps.at(-1) ?? /./;
  const card = await popupSays(stage, last);
  await card.role('checkbox', last).click();
  // With the last one the whole card goes.
  await card.role('checkbox', last).waitFor({ gone: true });
  const detail = await openDetail(stage, NAME);
  await detail.text(`Approved at ${marketplace}, working in ${software}`).waitFor();
}

const agree = async (stage: Stage, page: Page): Promise<void> => {
  const form = page.css('#userid');
  await until('eBay’s sign-in or its question', async () =>
    (await form.count()) + (await page.role('button', /agree/i).count()) > 0 ? true : undefined,
  );
  if ((await form.count()) > 0) await signInAtEbay(stage, page, 'anna');
  await agreeAtEbay(page);
};

journeys('the whole checklist', (stage, kind) => {
  it('of büro+ at Amazon: from the mark AKTIV to the first label', async () => {
    const { browser, simulator } = stage;
    await leaveSignedIn(stage, 'bert');
    await startNew(stage, 'microtech büro+', 'Amazon', 'Europe (all countries)');
    await tick(stage, /PLATTFORMEN/, /untick AKTIV/);
    const sketch = await popupSays(stage, 'Open the platform again with ÄNDERN');
    await sketch.text('Show a sketch').click();
    await sketch.role('img', /at the top left is the button ANMELDEN/).waitFor();

    const page = await browser.newTab(
      simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }),
    );
    await page.role('button', CLEAN).click();
    await signInAtAmazon(stage, page, 'anna');
    await page.text('Tick the box').waitFor();
    await confirmAtAmazon(page);
    await page.waitForUrl(/cloud\.microtech\.example/);
    await expectAtIntegration(stage, [{ integration: 'microtech', account: 'anna' }]);

    const card = await popupSays(stage, 'Approved at Amazon, still to finish in microtech büro+');
    await card.text('Still not working?').click();
    await card.text('An error occurred while refreshing token.').waitFor();
    await finish(stage, 'Amazon', 'microtech büro+', [
      /tick AKTIV again/,
      /click AKTUALISIEREN/,
      /Fetch orders once/,
      /Amazon SFP label/,
    ]);
  });

  it('of magnalister at eBay: two permissions, each by its red button', async () => {
    const { browser } = stage;
    await leaveSignedIn(stage, 'bert', EBAY);
    await startNew(stage, 'magnalister', 'eBay', 'United States');
    const popup = await popupSays(stage, 'Allow pop-ups in your shop');
    await popup
      .text(kind === 'firefox' ? 'Allow pop-ups and third-party redirects' : 'Allow pop-ups for this shop')
      .waitFor();
    await tick(stage, /click the red/, /Allow pop-ups in your shop/);
    const shop = await browser.newTab('https://shop.example/admin/magnalister/ebay');
    await shop.acceptDialogs();
    await shop.role('button', 'Request / Renew Token (OAuth)').click();
    const guard = await browser.waitForPage((url) => url === browser.extensionUrl('guard.html'));
    await guard.role('button', CLEAN).click();
    const first = await atEbay(stage);
    await agree(stage, first);
    await first.text('You may close the popup window now.').waitFor();
    await first.close();
    await popupSays(stage, 'magnalister needs two permissions from eBay');

    await shop.role('button', 'Request / Renew Token (Trading)').click();
    const question = await browser.waitForPage((url) => url === browser.extensionUrl('guard.html'));
    await question.role('button', 'Yes, continue').click();
    const second = await atEbay(stage);
    await agree(stage, second);
    await second.text('You may close the popup window now.').waitFor();
    await expectAtIntegration(stage, [
      { kind: 'ebay-oauth', account: 'anna' },
      { kind: 'ebay-authnauth', account: 'anna' },
    ]);
    await finish(stage, 'eBay', 'magnalister', [/Close the window/, /exchanged again/]);
  });

  it('of Linnworks at eBay: taken back as the owner, tested, re-created, tested again', async () => {
    const { browser, simulator } = stage;
    simulator.grantedBefore(simulator.applications.ebay.linnworks.clientId, 'anna');
    await leaveSignedIn(stage, 'bert', EBAY);
    await startNew(stage, 'Linnworks', 'eBay', 'United States');
    const before = await popupSays(stage, 'From then on no orders arrive');
    expect(await before.css('li.step.now').text()).toContain('Sign in to eBay as the owner');

    await before.close();
    const permissions = await browser.newTab('https://accountsettings.ebay.com/uas');
    await signInAtEbay(stage, permissions, 'anna');
    await permissions.role('button', 'Revoke access of Linnworks').click();
    await permissions.text('No application has access to your account.').waitFor();
    // That somebody is signed in now is seen without a word of the person.
    const detected = await popupSays(stage, /take back Linnworks’ permission/);
    expect(await detected.css('li.step.now').text()).toContain('take back Linnworks’ permission');
    await tick(stage, /take back Linnworks’ permission/);
    const linnworks = await browser.newTab('https://app.linnworks.example/settings/channel-integration/ebay');
    await linnworks.role('button', 'Test').click();
    await linnworks.text('has expired and needs to be re-created').waitFor();
    await tick(stage, /click “Test”\. It says/);
    await linnworks.bringToFront();
    await linnworks.role('button', 'Re-create token').click();
    await continueAsIs(linnworks);
    await agreeAtEbay(linnworks);
    await linnworks.role('link', 'Continue with step 2').click();
    await linnworks.role('button', 'Yes, continue').waitFor();
    await toFront(linnworks);
    await linnworks.role('button', 'Yes, continue').click();
    await agreeAtEbay(linnworks);
    await linnworks.text('Token has been re-created successfully').waitFor();
    await expectAtIntegration(stage, [
      { kind: 'ebay-authnauth', account: 'anna' },
      { kind: 'ebay-oauth', account: 'anna' },
    ]);

    const again = await browser.newTab('https://app.linnworks.example/settings/channel-integration/ebay');
    await again.role('button', 'Test').click();
    await again.text('Token has been re-created successfully').waitFor();
    await finish(stage, 'eBay', 'Linnworks', [/until it says “Token has been/, /orders and stock/]);
  });

  // What differs in data alone is played at night.
  if (NIGHTLY) {
    it('of büro+ at eBay has no labels to print', async () => {
      const { browser, simulator } = stage;
      const page = await browser.newTab(
        simulator.integrations.microtech.authoriseUrl({ marketplace: 'ebay' }),
      );
      await page.role('button', CLEAN).waitFor();
      await page.text('What comes before this page in microtech büro+').click();
      await page.text(/Open the platform again/).waitFor();
      await continueCleanAsNew(page);
      await agree(stage, page);
      await expectAtIntegration(stage, [{ integration: 'microtech', marketplace: 'ebay', account: 'anna' }]);
      await finish(stage, 'eBay', 'microtech büro+', [
        /tick AKTIV again/,
        /click AKTUALISIEREN/,
        /Fetch orders once/,
      ]);
    });

    it('of magnalister at Amazon begins with the plan and ends in the shop', async () => {
      const { browser } = stage;
      await startNew(stage, 'magnalister', 'Amazon', 'Europe (all countries)');
      await tick(stage, /“Professional” selling plan/, /click the red/, /Allow pop-ups in your shop/);
      const shop = await browser.newTab('https://shop.example/admin/magnalister/amazon');
      await shop.acceptDialogs();
      await shop.role('button', 'Request / Renew Token').click();
      const guard = await browser.waitForPage((url) => url === browser.extensionUrl('guard.html'));
      await guard.role('button', CLEAN).click();
      const page = await atSignIn(stage);
      await signInAtAmazon(stage, page, 'anna');
      await confirmAtAmazon(page);
      await expectAtIntegration(stage, [
        { integration: 'magnalister', marketplace: 'amazon', account: 'anna' },
      ]);
      await finish(stage, 'Amazon', 'magnalister', [/Close the window/, /exchanged again/]);
    });

    it('of other software has the steps that the person wrote', async () => {
      const { browser, simulator } = stage;
      const popup = await popupSays(stage, 'Add your first connection');
      await popup.role('button', 'Add your first connection').click();
      await popup.label('Country or site').fill('Europe (all countries)');
      await popup.label('Software', { exact: true }).fill('Other software');
      await popup.label('Name of the software').fill('Kontor');
      await popup.label('Your name for the account').fill(NAME);
      await popup.role('radio', 'I don’t know').check();
      await popup.role('button', 'Add', { exact: true }).click();
      await popup.text(NAME).waitFor();

      const options = await browser.newTab(browser.extensionUrl('options.html'));
      await options.role('link', NAME, { exact: true }).click();
      await options.text('Your steps in Kontor').click();
      const write = async (when: string, text: string, link = ''): Promise<void> => {
        await options.label('When').fill(when);
        await options.label('What to do').fill(text);
        await options.label('Web address').fill(link);
        await options.role('button', 'Add this step').click();
      };
      await write('Before the permission', 'Open the ledger', 'kontor.example/ledger');
      await options.text('Enter a full address that begins with https://').waitFor();
      await write('Before the permission', 'Open the ledger', 'https://kontor.example/ledger');
      await options.role('button', 'Change “Open the ledger”').waitFor();
      await write('Before the permission', 'Tell the clerk');
      await options.role('button', 'Move “Tell the clerk” up').click();
      await options.role('button', 'Move “Tell the clerk” down').waitFor();
      await write('After the permission', 'Fetch the orders');
      await options.role('button', 'Change “Fetch the orders”').waitFor();
      await options.close();

      const home = await popupSays(stage, NAME);
      await home.role('button', `Renew “${NAME}”`).click();
      await home.role('button', 'Sign out and start').click();
      await home.text('Ready. Now start the renewal in Kontor.').waitFor();
      expect(await home.css('li.step.now').text()).toBe('Tell the clerk');
      await tick(stage, /Tell the clerk/);
      const steps = await popupSays(stage, 'Open the ledger');
      expect(await steps.css('li.step.now').text()).toContain('Open the ledger');
      expect(await steps.role('link', 'Open the page').attribute('href')).toBe(
        'https://kontor.example/ledger',
      );
      await tick(stage, /Open the ledger/);

      const page = await browser.newTab(
        simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }),
      );
      await page.role('button', CLEAN).click();
      await signInAtAmazon(stage, page, 'anna');
      await confirmAtAmazon(page);
      await expectAtIntegration(stage, [{ marketplace: 'amazon', account: 'anna' }]);
      await finish(stage, 'Amazon', 'Kontor', [/Fetch the orders/, /orders arrive again/]);
    });

    it('of Linnworks at Amazon is a short one', async () => {
      const { browser } = stage;
      const settings = await browser.newTab(
        'https://app.linnworks.example/settings/channel-integration/amazon',
      );
      await settings.role('link', 'Authorise with Amazon').click();
      await continueCleanAsNew(settings, { software: 'Linnworks' });
      await signInAtAmazon(stage, settings, 'anna');
      await confirmAtAmazon(settings);
      await expectAtIntegration(stage, [
        { integration: 'linnworks', marketplace: 'amazon', account: 'anna' },
      ]);
      await finish(stage, 'Amazon', 'Linnworks', [/orders and stock/]);
    });
  }
});
