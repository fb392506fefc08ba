import { expect, it } from 'vitest';
import type { Page } from '../driver/index.ts';
import { badgeSays, daysOf, journeys, LIFETIME, type Stage } from './harness.ts';
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
 * A desktop program can be what starts the browser.
 *
 * Chromium sends the first request before it has an extension's rules; the page that comes back is unusable and leads
 * to the guard. Firefox has the rules in time, but tells extensions of no request so early: the guard stands there
 * without the address, says so, and the second attempt goes on.
 */
async function startWith({ browser, simulator }: Stage, url: string): Promise<Page> {
  simulator.log.length = 0;
  await browser.restart({ url });
  const page = await browser.waitForPage((each) => each === browser.extensionUrl('guard.html'));
  if (browser.kind === 'chromium') return page;
  await page.text('the browser was not ready yet').waitFor();
  expect(simulator.log).toEqual([]);
  return browser.newTab(url);
}

journeys('a browser that was not running', (stage) => {
  it('is started with Amazon’s authorise address, and takes it to the guard', async () => {
    const { simulator } = stage;
    await leaveSignedIn(stage, 'bert');
    const url = simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' });
    const page = await startWith(stage, url);
    await continueCleanAsNew(page);
    await signInAtAmazon(stage, page, 'anna');
    await confirmAtAmazon(page);
    await page.waitForUrl(/cloud\.microtech\.example/);
    await expectAtIntegration(stage, [{ marketplace: 'amazon', account: 'anna' }]);
    await badgeSays(stage, daysOf(LIFETIME.amazon));
  });

  it('is started with eBay’s authorise address, and takes it to the guard', async () => {
    const { simulator } = stage;
    simulator.grantedBefore(simulator.applications.ebay.microtech.clientId, 'bert');
    await leaveSignedIn(stage, 'bert', EBAY);
    const url = simulator.integrations.microtech.authoriseUrl({ marketplace: 'ebay' });
    const page = await startWith(stage, url);
    await continueCleanAsNew(page);
    await signInAtEbay(stage, page, 'anna');
    await agreeAtEbay(page);
    await page.waitForUrl(/cloud\.microtech\.example/);
    await expectAtIntegration(stage, [{ marketplace: 'ebay', account: 'anna' }]);
    await badgeSays(stage, daysOf(LIFETIME.ebay));
  });
});
