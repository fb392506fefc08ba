import { expect, it } from 'vitest';
import type { Page } from '../../driver/index.ts';
import { openDetail, renewOnce, startInPopup } from '../support/from-popup.ts';
import { badgeSays, journeys, type Stage } from '../support/harness.ts';
import { expectAtIntegration, expectGrants, popupSays, pressInPopup, runEnds } from '../support/outcome.ts';
import {
  agreeAtEbay,
  CLEAN,
  confirmAtAmazon,
  continueCleanAsNew,
  EBAY,
  leaveSignedIn,
  signInAtAmazon,
  signInAtEbay,
} from '../support/person.ts';

const atGuard = (stage: Stage): Promise<Page> =>
  stage.browser.waitForPage((url) => url === stage.browser.extensionUrl('guard.html'));

journeys('a renewal', (stage) => {
  it('that a shop’s plug-in opens in a pop-up ends with the right account', async () => {
    const { browser } = stage;
    await leaveSignedIn(stage, 'bert');
    const shop = await browser.newTab('https://shop.example/admin/magnalister/amazon');
    const said = await shop.acceptDialogs();
    await shop.role('button', 'Request / Renew Token').click();
    const page = await atGuard(stage);
    expect(said).toEqual(['authorize magnalister for Amazon']);
    await continueCleanAsNew(page, { software: 'magnalister' });
    // In Firefox the guard stood beside the window, which has the address now.
    const window = await browser.waitForPage((url) => url.includes('/ap/signin'));
    await signInAtAmazon(stage, window, 'anna');
    await confirmAtAmazon(window);
    await expectGrants(stage, [{ accountId: 'A1ALPENEU00001' }]);
    await expectAtIntegration(stage, [{ integration: 'magnalister', account: 'anna' }]);
  });
});

journeys('a renewal in steps', (stage) => {
  it('that was started in the toolbar goes on by itself, unless somebody signed in meanwhile; another account is said loudly', async () => {
    const { browser, simulator } = stage;
    const open = () =>
      browser.newTab(simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }));
    await renewOnce(stage);
    await leaveSignedIn(stage, 'bert');
    await startInPopup(stage);
    const first = await open();
    await first.css('#ap_email').waitFor();
    await signInAtAmazon(stage, first, 'anna');
    await first.text('Signed in: Alpenglück Handel GmbH. That’s the right account.').waitFor();
    await confirmAtAmazon(first);
    await expectGrants(stage, [{ verdict: 'match' }, { verdict: 'match' }]);
    await pressInPopup(stage, 'Done');

    await startInPopup(stage);
    await leaveSignedIn(stage, 'bert');
    const second = await open();
    await second.text('Someone is signed in at').waitFor();
    await second.role('button', CLEAN).click();
    await signInAtAmazon(stage, second, 'anna');
    await confirmAtAmazon(second);
    await expectGrants(stage, [{ verdict: 'match' }, { verdict: 'match' }, { verdict: 'match' }]);
    await pressInPopup(stage, 'Done');

    await startInPopup(stage);
    const third = await open();
    await signInAtAmazon(stage, third, 'bert');
    await third.text('Wrong account? The page shows “Brückner Elektro KG”').waitFor();
    await confirmAtAmazon(third);
    await runEnds(stage, 'wrong-account');
    await badgeSays(stage, '!', 'Grantkeeper: the wrong account was authorised');
    const popup = await popupSays(stage, 'The wrong account was authorised');
    expect(await popup.visibleText()).toContain('A2BRUECKEU0002');
    expect(await popup.visibleText()).toContain('A1ALPENEU00001');
    await expectGrants(stage, [
      { verdict: 'match' },
      { verdict: 'match' },
      { verdict: 'match' },
      { verdict: 'other' },
    ]);
    await expectAtIntegration(
      stage,
      (['anna', 'anna', 'anna', 'bert'] as const).map((account) => ({ account })),
    );
  });

  it('with two sign-ins is one renewal with two permissions', async () => {
    const { browser } = stage;
    await leaveSignedIn(stage, 'bert', EBAY);
    const page = await browser.newTab('https://app.linnworks.example/settings/channel-integration/ebay');
    await page.role('button', 'Re-create token').click();
    await continueCleanAsNew(page, { software: 'Linnworks' });
    await signInAtEbay(stage, page, 'anna');
    await agreeAtEbay(page);
    await page.role('link', 'Continue with step 2').click();
    await page.role('button', 'Yes, continue').click();
    await agreeAtEbay(page);
    await page.text('Token has been re-created successfully').waitFor();
    await expectGrants(stage, [
      { kind: 'ebay-authnauth', accountId: 'alpenglueck-handel', expiry: { basis: 'exact' } },
      { kind: 'ebay-oauth', verdict: 'unverified', expiry: { basis: 'by-rule' } },
    ]);
    await runEnds(stage, 'granted');
    const detail = await openDetail(stage, 'Alpenglück');
    await detail.text(/older eBay authorisation: until/).waitFor();
    await detail.text(/^eBay authorisation: until/).waitFor();
    await expectAtIntegration(stage, [
      { account: 'anna', kind: 'ebay-authnauth' },
      { account: 'anna', kind: 'ebay-oauth' },
    ]);
  });
});

journeys('a date known by hand', (stage) => {
  it('is noted, and counts', async () => {
    const { browser } = stage;
    const popup = await browser.popup();
    await popup.role('heading', 'Welcome to Grantkeeper').waitFor();
    await popup.role('button', 'Add your first connection').click();
    await popup.label('Marketplace').fill('eBay');
    await popup.label('Country or site').fill('Germany');
    await popup.label('Software', { exact: true }).fill('Linnworks');
    await popup.label('Your name for the account').fill('Alpenglück eBay');
    await popup.role('radio', 'Expires in (days)').check();
    await popup.role('button', 'Add').click();
    await popup.text('Enter a number of days.').waitFor();
    await popup.label('Days left').fill('6');
    await popup.role('button', 'Add').click();
    await popup.text('6 days left').waitFor();
    await badgeSays(stage, '6', 'Grantkeeper: the next authorisation ends in 6 days');
  });
});

journeys('two addresses at the same time', (stage) => {
  it('that are the same one show the way to the first; one of another program waits, or takes over', async () => {
    const { browser, simulator } = stage;
    const url = simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' });
    const first = await browser.newTab(url);
    const same = await browser.newTab(url);
    const other = await browser.newTab(
      simulator.integrations.magnalister.authoriseUrl({ marketplace: 'amazon' }),
    );
    await first.bringToFront();
    await continueCleanAsNew(first);
    await first.css('#ap_email').waitFor();
    await same.bringToFront();
    await same.role('heading', 'This renewal is already open').waitFor();
    await same.role('button', 'Show that tab').click();
    await other.bringToFront();
    await other.role('heading', 'Another renewal is running').waitFor();
    expect(await other.visibleText()).toContain('“Alpenglück” is being renewed');
    await other.role('button', 'End the other one and continue here').click();
    await continueCleanAsNew(other, { software: 'magnalister', name: 'Alpenglück Shop' });
    await signInAtAmazon(stage, other, 'anna');
    await confirmAtAmazon(other);
    await expectGrants(stage, [{ accountId: 'A1ALPENEU00001' }]);
    await expectAtIntegration(stage, [{ integration: 'magnalister', account: 'anna' }]);
  });
});
