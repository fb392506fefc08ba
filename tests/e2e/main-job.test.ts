import { expect, it } from 'vitest';
import { badgeSays, daysOf, journeys, LIFETIME } from './harness.ts';
import { expectAtIntegration, popupSays } from './outcome.ts';
import {
  agreeAtEbay,
  confirmAtAmazon,
  continueCleanAsNew,
  EBAY,
  leaveSignedIn,
  signInAtAmazon,
  signInAtEbay,
} from './person.ts';

journeys('the main job', (stage) => {
  it('brings Amazon’s grant to the right account, from a desktop program’s address to the badge', async () => {
    const { browser, simulator } = stage;
    await leaveSignedIn(stage, 'bert');
    simulator.log.length = 0;

    const page = await browser.newTab(
      simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }),
    );
    expect(await page.url()).toBe(browser.extensionUrl('guard.html'));
    await page.text('someone is signed in').waitFor();
    expect(simulator.log.filter(({ host }) => host.includes('amazon'))).toEqual([]);

    await continueCleanAsNew(page);
    await page.waitForUrl(/ap\/signin/);
    await signInAtAmazon(stage, page, 'anna');
    await confirmAtAmazon(page);
    await page.waitForUrl(/cloud\.microtech\.example/);

    expect(simulator.grants).toMatchObject([
      { marketplace: 'amazon', account: 'anna', accountId: 'A1ALPENEU00001' },
    ]);
    const popup = await popupSays(stage, 'A1ALPENEU00001');
    await popup.role('button', 'Yes, this is right').click();
    await popup.role('button', 'Yes, this is right').waitFor({ gone: true });
    await badgeSays(stage, daysOf(LIFETIME.amazon));
  });

  it('brings eBay’s grant to the right account, where the old one would have got it without a press', async () => {
    const { browser, simulator } = stage;
    simulator.grantedBefore(simulator.applications.ebay.microtech.clientId, 'bert');
    await leaveSignedIn(stage, 'bert', EBAY);
    simulator.log.length = 0;

    const page = await browser.newTab(simulator.integrations.microtech.authoriseUrl({ marketplace: 'ebay' }));
    await page.text('someone is signed in').waitFor();
    expect(simulator.log.filter(({ host }) => host.includes('ebay'))).toEqual([]);

    await continueCleanAsNew(page);
    await page.waitForUrl(/signin/);
    await signInAtEbay(stage, page, 'anna');
    await agreeAtEbay(page);
    await page.waitForUrl(/cloud\.microtech\.example/);

    await expectAtIntegration(stage, [{ marketplace: 'ebay', account: 'anna' }]);
    await badgeSays(stage, daysOf(LIFETIME.ebay));
  });
});
