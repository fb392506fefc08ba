import { expect, it } from 'vitest';
import type { Page } from '../../driver/index.ts';
import { until } from '../../driver/wait.ts';
import type { AccountKey } from '../../simulator/index.ts';
import { openAdd } from '../support/from-popup.ts';
import {
  awake,
  badgeSays,
  daysOf,
  type ExtensionScope,
  journeys,
  LIFETIME,
  type Stage,
} from '../support/harness.ts';
import { expectAtIntegration, expectGrants, popupSays, pressInPopup } from '../support/outcome.ts';
import { CLEAN, chooseConnection, chooseMode, leaveSignedIn, pressAway } from '../support/person.ts';

/** bol's hosts are optional: the person allows them when they choose bol. */
const HOSTS = '*://*.bol.com/*';
const BOL = 'https://login.bol.com';
const UNPROTECTED = 'Grantkeeper doesn’t protect bol yet';

/** How much stands in the browser for bol: guard rules, and scripts. */
async function standing({ browser }: Stage): Promise<[rules: boolean, script: boolean]> {
  return browser.background(async () => {
    const { declarativeNetRequest, scripting } = (globalThis as unknown as ExtensionScope).chrome;
    const rules = await declarativeNetRequest.getDynamicRules();
    const scripts = await scripting.getRegisteredContentScripts();
    const isBol = rules.some(({ condition }) => condition.requestDomains?.includes('bol.com'));
    return [isBol, scripts.some(({ matches }) => matches?.includes('*://login.bol.com/*'))] as [
      boolean,
      boolean,
    ];
  });
}

async function untilStanding(stage: Stage, wanted: boolean): Promise<void> {
  await until(`bol to be watched: ${wanted}`, async () =>
    (await standing(stage)).every((each) => each === wanted) ? true : undefined,
  );
}

/** Adds a connection at bol in the pop-up; the browser's question is answered with yes. */
async function addAtBol(stage: Stage): Promise<void> {
  await stage.browser.willAllow(HOSTS);
  const popup = await openAdd(stage);
  await popup.label('Marketplace').fill('bol');
  await popup.text('the browser asks whether Grantkeeper may see bol’s pages').waitFor();
  await popup.label('Software', { exact: true }).fill('Other software');
  await popup.label('Name of the software').fill('Stallkeeper');
  await popup.label('Your name for the account').fill('Alpenglück');
  await popup.role('radio', 'I don’t know').check();
  await popup.role('button', 'Add', { exact: true }).click();
  await untilStanding(stage, true);
}

const authorise = ({ simulator }: Stage): string =>
  simulator.integrations.microtech.authoriseUrl({ marketplace: 'bol' });

async function signInAtBol({ simulator }: Stage, page: Page, as: AccountKey): Promise<void> {
  const { email, password } = simulator.accounts.bol[as];
  await page.css('#j_username').fill(email);
  await page.css('#j_password').fill(password);
  await page.role('button', 'Inloggen').click();
}

/** Software opens bol's address; the guard stops it, and the old sign-in goes. */
async function continueClean(stage: Stage): Promise<Page> {
  const page = await stage.browser.newTab(authorise(stage));
  expect(await page.url()).toBe(stage.browser.extensionUrl('guard.html'));
  await page.role('button', CLEAN).waitFor();
  // The first time nobody knows which connection it is for.
  await chooseConnection(page, /Alpenglück/);
  await chooseMode(page, 'clear');
  await pressAway(page, CLEAN);
  return page;
}

journeys('a renewal at bol', (stage) => {
  it('goes to the right account for a year, and next year the wrong one is noticed before anybody agrees', async () => {
    const { simulator } = stage;
    await addAtBol(stage);
    await leaveSignedIn(stage, 'bert', BOL);
    simulator.log.length = 0;

    const page = await continueClean(stage);
    await signInAtBol(stage, page, 'anna');
    // Nobody's account was used: the first request came without a sign-in.
    expect(simulator.log.filter(({ host }) => host === 'login.bol.com')[0]).toMatchObject({
      path: '/authorize',
      account: undefined,
    });
    // What the page shows is remembered as soon as the card says it.
    await page.text('The page shows “Alpenglück Winkel”. Is that the right account?').waitFor();
    await page.role('button', 'Toestaan').click();
    await page.waitForUrl(/cloud\.microtech\.example/);
    await expectAtIntegration(stage, [{ marketplace: 'bol', account: 'anna' }]);
    await expectGrants(stage, [
      { kind: 'bol', verdict: 'unverified', expiry: { basis: 'by-rule' } as never },
    ]);
    // bol's answer names no account: the one that the page showed is asked about.
    await popupSays(stage, 'Alpenglück Winkel');
    await pressInPopup(stage, 'Yes, this is right');
    await badgeSays(stage, daysOf(LIFETIME.amazon));
    await page.close();

    const again = await continueClean(stage);
    await signInAtBol(stage, again, 'bert');
    await again.text('Wrong account? The page shows “Brückner Elektro”').waitFor();
    expect(simulator.grants).toHaveLength(1);
  });
});

journeys('a page of bol', (stage) => {
  it('is accompanied wherever the consent stands, and a page that names nobody is not called right', async () => {
    const { simulator } = stage;
    simulator.set({ bol: { consentAt: 'wsp', account: 'absent', handoff: 'script-replace' } });
    await addAtBol(stage);
    const page = await continueClean(stage);
    await signInAtBol(stage, page, 'anna');
    await page.role('button', 'Toestaan').waitFor();
    await page.text('Alpenglück').nth(0).waitFor();
    expect(await page.visibleText()).not.toContain('That is the right account');
    await page.role('button', 'Toestaan').click();
    await expectGrants(stage, [{ kind: 'bol', verdict: 'unverified' }]);
  });
});

journeys(
  'the permission for bol at an update',
  (stage) => {
    it('stays, with rules and script', async () => {
      const { browser } = stage;
      await addAtBol(stage);
      await browser.closePages();
      await browser.update('99.0.0');
      await until('the newer version to run', async () =>
        (await browser.extensionVersion()) === '99.0.0' ? true : undefined,
      );
      await awake(browser);
      await untilStanding(stage, true);
      const guard = await browser.newTab(authorise(stage));
      await guard.role('button', CLEAN).waitFor();
    });
  },
  // Chromium updates only what an organisation installed.
  { only: 'firefox' },
);

journeys('the permission for bol', (stage) => {
  it('holds over the worker’s and the browser’s end', async () => {
    const { browser, simulator } = stage;
    await addAtBol(stage);
    await browser.stopBackground();
    const guard = await browser.newTab(authorise(stage));
    expect(await guard.url()).toBe(browser.extensionUrl('guard.html'));
    await browser.restart();
    await awake(browser);
    await untilStanding(stage, true);
    simulator.log.length = 0;
    const again = await browser.newTab(authorise(stage));
    expect(await again.url()).toBe(browser.extensionUrl('guard.html'));
    expect(simulator.log.filter(({ host }) => host.endsWith('bol.com'))).toEqual([]);
  });

  it('takes rules and script with it when it is withdrawn; what is missing is said, and one click brings it back', async () => {
    const { browser } = stage;
    await addAtBol(stage);
    const settings = await browser.newTab(browser.extensionUrl('options.html#settings'));
    await settings.role('button', 'Withdraw access to bol').click();
    await settings.text('bol: not protected').waitFor();
    await untilStanding(stage, false);
    const open = await browser.newTab(authorise(stage));
    expect(await open.url()).toContain('login.bol.com');
    await open.close();
    await settings.close();
    // A renewal asks first.
    const popup = await popupSays(stage, UNPROTECTED);
    await popup.role('button', 'Renew “Alpenglück”').click();
    await popup.role('button', 'Allow access to bol').click();
    await popup.text('What happens next:').waitFor();
    await untilStanding(stage, true);
  });

  it('is asked for when a link is pasted, and the guard stands before the address opens', async () => {
    const { browser, simulator } = stage;
    await browser.willAllow(HOSTS);
    const popup = await popupSays(stage, /./);
    await popup.role('button', 'Paste a link').click();
    await popup.role('textbox').fill(authorise(stage));
    await pressAway(popup, 'Open here');
    const guard = await browser.waitForPage((url) => url === browser.extensionUrl('guard.html'));
    await guard.role('button', CLEAN).waitFor();
    expect(simulator.log.filter(({ host }) => host.endsWith('bol.com'))).toEqual([]);
  });
});
