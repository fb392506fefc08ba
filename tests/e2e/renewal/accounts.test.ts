import { expect, it } from 'vitest';
import { openAdd } from '../support/from-popup.ts';
import { badgeSays, daysOf, journeys, LIFETIME, type Stage } from '../support/harness.ts';
import { expectAtIntegration, expectGrants, popupSays, runEnds } from '../support/outcome.ts';
import {
  AMAZON,
  agreeAtEbay,
  CLEAN,
  chooseConnection,
  chooseMode,
  confirmAtAmazon,
  continueCleanAsNew,
  leaveSignedIn,
  signInAtAmazon,
  signInAtEbay,
} from '../support/person.ts';

const WRONG = 'The wrong account was authorised';

/** A connection that the person adds by hand, with the account's number. */
async function addByHand(
  stage: Stage,
  { marketplace = 'Amazon', name, account }: { marketplace?: string; name: string; account: string },
): Promise<void> {
  const popup = await openAdd(stage);
  await popup
    .label('Software', { exact: true })
    .fill(marketplace === 'eBay' ? 'Linnworks' : 'microtech büro+');
  await popup.label('Marketplace').fill(marketplace);
  await popup.label('Your name for the account').fill(name);
  await popup.label(/^(Account number|User name) at/).fill(account);
  await popup.role('radio', 'I don’t know').check();
  await popup.role('button', 'Add', { exact: true }).click();
  await popup.role('button', name, { exact: true }).waitFor();
}

/** Amazon’s renewal of a connection, signed in as somebody. */
async function renewAtAmazon(stage: Stage, as: 'anna' | 'bert', name = 'Alpenglück'): Promise<void> {
  const { browser, simulator } = stage;
  const page = await browser.newTab(simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }));
  await chooseConnection(page, new RegExp(name));
  await chooseMode(page, 'set-aside');
  await page.role('button', CLEAN).click();
  await signInAtAmazon(stage, page, as);
  await confirmAtAmazon(page);
  await page.waitForUrl(/microtech\.example/);
  await page.close();
}

journeys('a wrong account', (stage) => {
  it('of Amazon is taken back there and renewed clean, noted as another one, or the right one after all', async () => {
    const { browser } = stage;
    await addByHand(stage, { name: 'Alpenglück', account: 'A1ALPENEU00001' });
    await renewAtAmazon(stage, 'bert');
    await badgeSays(stage, '!', 'Grantkeeper: the wrong account was authorised');
    let popup = await popupSays(stage, WRONG);
    await popup.text('Brückner Elektro KG (A2BRUECKEU0002)').nth(0).waitFor();
    await popup.text('First, take back the permission at Amazon').waitFor();
    const manage = await popup.role('link', 'Open the list of authorised apps').attribute('href');
    const list = await browser.newTab(manage ?? '');
    await list.waitForUrl(/sellercentral.*(signin|apps)/);
    await list.close();

    // Renewed once more, clean and with the right account: the date counts, and nothing is left to mend.
    popup = await popupSays(stage, WRONG);
    expect(await popup.role('button', 'Renew again').count()).toBe(0);
    await popup.role('button', 'I’ve taken it back').click();
    await popup.role('button', 'Renew again').click();
    await popup.role('button', 'Sign out and start').click();
    await popup.text('Ready. Now start the renewal in microtech büro+.').waitFor();
    await renewAtAmazon(stage, 'anna');
    await badgeSays(stage, daysOf(LIFETIME.amazon));
    popup = await popupSays(stage, 'Done');
    await popup.text(WRONG).waitFor({ gone: true });
    await popup.role('button', 'Done').click();

    // Another account of the person's: a connection of its own, which expects it from now on.
    await renewAtAmazon(stage, 'bert');
    popup = await popupSays(stage, WRONG);
    await popup.text('It’s my account').click();
    await popup.label('Your name for the account').fill('Brückner');
    await popup.role('button', 'Note it as another connection').click();
    await popup.role('button', 'Brückner', { exact: true }).waitFor();
    await popup.role('heading', WRONG).waitFor({ gone: true });
    await badgeSays(stage, daysOf(LIFETIME.amazon));

    // And now that it is known, it is probably wanted there: nothing is to be taken back.
    await renewAtAmazon(stage, 'bert');
    popup = await popupSays(stage, 'That account belongs to your connection “Brückner”');
    expect(await popup.text('First, take back the permission').count()).toBe(0);
    await expectAtIntegration(stage, [
      { account: 'bert' },
      { account: 'anna' },
      { account: 'bert' },
      { account: 'bert' },
    ]);
  });

  it('of eBay is known by the token’s user, and bound after a second question', async () => {
    await addByHand(stage, { marketplace: 'eBay', name: 'Alpenglück', account: 'alpenglueck-handel' });
    const shop = await stage.browser.newTab(
      'https://app.linnworks.example/settings/channel-integration/ebay',
    );
    await shop.role('button', 'Re-create token').click();
    await chooseConnection(shop, /Alpenglück/);
    await shop.role('button', CLEAN).click();
    await signInAtEbay(stage, shop, 'bert');
    await shop.role('button', 'I agree').waitFor();
    await shop.text('Wrong account? The page shows “brueckner_elektro”').waitFor();
    await agreeAtEbay(shop);
    await runEnds(stage, 'wrong-account');
    const popup = await popupSays(stage, WRONG);
    await popup.text('Find the app under “Third-party app permissions”').waitFor();
    await popup.text('It’s my account').click();
    await popup.role('button', 'Use this account from now on').click();
    await popup.text('From now on, “Alpenglück” expects the account Bert (brueckner_elektro)').waitFor();
    await popup.role('button', 'Yes, use this account').click();
    await popup.role('heading', WRONG).waitFor({ gone: true });
    await expectGrants(stage, [
      { verdict: 'match', accountId: 'brueckner_elektro', expiry: { basis: 'exact' } },
    ]);
  });
});

journeys('a permission', (stage) => {
  it('from Amazon’s own list of programs is noted, and no session is touched for it', async () => {
    const { browser, simulator } = stage;
    simulator.set({ amazon: { confirmHost: 'amazon.com' } });
    await leaveSignedIn(stage, 'anna');
    const page = await browser.newTab(
      simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }),
    );
    await continueCleanAsNew(page, { mode: 'clear' });
    await signInAtAmazon(stage, page, 'anna');
    await confirmAtAmazon(page);
    let popup = await popupSays(stage, 'A1ALPENEU00001');
    await popup.role('button', 'Yes, this is right').click();
    await popup.role('button', 'Yes, this is right').waitFor({ gone: true });
    const before = (await browser.cookies()).filter(({ name }) => name === 'at-main');

    await page.goto(`${AMAZON}/apps/manage`);
    await page.role('button', 'Re-Authorize microtech').click();
    await page.role('link', 'Login to microtech now').click();
    await page.waitForUrl(/cloud\.microtech\.example/);
    await expectGrants(stage, [{ verdict: 'match' }, { verdict: 'match', accountId: 'A1ALPENEU00001' }]);
    expect((await browser.cookies()).filter(({ name }) => name === 'at-main')).toEqual(before);
    await expectAtIntegration(stage, [{ account: 'anna' }, { account: 'anna' }]);
    popup = await popupSays(stage, 'Renewed');
    await popup.text('A permission was given outside a renewal').waitFor({ gone: true });
  });

  it('at Vendor Central, with its own cookies, is a connection of its own', async () => {
    const { browser, simulator } = stage;
    const vendor = 'https://vendorcentral.amazon.de';
    await leaveSignedIn(stage, 'bert', vendor);
    expect((await browser.cookies()).some(({ name }) => name === 'x-vceu')).toBe(true);
    const asked = new URL(simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }));
    const page = await browser.newTab(`${vendor}${asked.pathname}${asked.search}`);
    await page.text('Someone is signed in at').nth(0).waitFor();
    await continueCleanAsNew(page, { name: 'Alpenglück (vendor)', mode: 'clear' });
    await page.waitForUrl(/vendorcentral.*signin/);
    expect((await browser.cookies()).some(({ name }) => name === 'x-vceu')).toBe(false);
    await signInAtAmazon(stage, page, 'anna');
    await confirmAtAmazon(page);
    await expectGrants(stage, [{ kind: 'amazon', accountId: 'ALPEN', verdict: 'first' }]);
    await expectAtIntegration(stage, [{ integration: 'microtech', account: 'anna' }]);
    const popup = await popupSays(stage, 'ALPEN');
    await popup.role('button', 'Yes, this is right').click();
    await badgeSays(stage, daysOf(LIFETIME.amazon));
  });
});
