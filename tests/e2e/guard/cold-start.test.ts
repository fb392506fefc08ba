import { expect, it } from 'vitest';
import type { Page } from '../../driver/index.ts';
import { badgeSays, daysOf, inTurn, journeys, LIFETIME, type Stage } from '../support/harness.ts';
import { expectAtIntegration } from '../support/outcome.ts';
import {
  AMAZON,
  agreeAtEbay,
  confirmAtAmazon,
  continueCleanAsNew,
  EBAY,
  leaveSignedIn,
  signInAtAmazon,
  signInAtEbay,
} from '../support/person.ts';

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
  await page.text('the browser wasn’t ready').waitFor();
  expect(simulator.log).toEqual([]);
  return browser.newTab(url);
}

const marketplaces = ['amazon', 'ebay'] as const;

journeys('a browser that was not running', (stage, kind) => {
  it.each(inTurn(kind, marketplaces))(
    'is started with the authorise address of %s, and takes it to the guard',
    async (marketplace) => {
      const { simulator } = stage;
      simulator.grantedBefore(simulator.applications.ebay.microtech.clientId, 'bert');
      await leaveSignedIn(stage, 'bert', marketplace === 'amazon' ? AMAZON : EBAY);
      const page = await startWith(stage, simulator.integrations.microtech.authoriseUrl({ marketplace }));
      await continueCleanAsNew(page);
      if (marketplace === 'amazon') {
        await signInAtAmazon(stage, page, 'anna');
        await confirmAtAmazon(page);
      } else {
        await signInAtEbay(stage, page, 'anna');
        await agreeAtEbay(page);
      }
      await page.waitForUrl(/cloud\.microtech\.example/);
      await expectAtIntegration(stage, [{ marketplace, account: 'anna' }]);
      await badgeSays(stage, daysOf(LIFETIME[marketplace]));
    },
  );
});
