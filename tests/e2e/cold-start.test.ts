import { it } from 'vitest';
import { badgeSays, daysOf, journeys, LIFETIME } from './harness.ts';
import { expectAtIntegration } from './outcome.ts';
import {
  agreeAtEbay,
  confirmAtAmazon,
  continueCleanAsNew,
  EBAY,
  leaveSignedIn,
  signInAtAmazon,
  signInAtEbay,
} from './person.ts';

/**
 * A desktop program can be what starts the browser. Chromium sends the first request before it has an extension's
 * rules; the page that comes back must be unusable, and lead to the guard.
 */
journeys('a browser that was not running', (stage) => {
  it('is started with Amazon’s authorise address, and takes it to the guard', async () => {
    const { browser, simulator } = stage;
    await leaveSignedIn(stage, 'bert');
    await browser.restart({ url: simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }) });

    const page = await browser.waitForPage((url) => url === browser.extensionUrl('guard.html'));
    await continueCleanAsNew(page);
    await signInAtAmazon(stage, page, 'anna');
    await confirmAtAmazon(page);
    await page.waitForUrl(/cloud\.microtech\.example/);
    await expectAtIntegration(stage, [{ marketplace: 'amazon', account: 'anna' }]);
    await badgeSays(stage, daysOf(LIFETIME.amazon));
  });

  it('is started with eBay’s authorise address, and takes it to the guard', async () => {
    const { browser, simulator } = stage;
    simulator.grantedBefore(simulator.applications.ebay.microtech.clientId, 'bert');
    await leaveSignedIn(stage, 'bert', EBAY);
    await browser.restart({ url: simulator.integrations.microtech.authoriseUrl({ marketplace: 'ebay' }) });

    const page = await browser.waitForPage((url) => url === browser.extensionUrl('guard.html'));
    await continueCleanAsNew(page);
    await signInAtEbay(stage, page, 'anna');
    await agreeAtEbay(page);
    await page.waitForUrl(/cloud\.microtech\.example/);
    await expectAtIntegration(stage, [{ marketplace: 'ebay', account: 'anna' }]);
    await badgeSays(stage, daysOf(LIFETIME.ebay));
  });
});
