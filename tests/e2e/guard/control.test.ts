import { it } from 'vitest';
import { journeys } from '../support/harness.ts';
import { expectAtIntegration } from '../support/outcome.ts';
import { confirmAtAmazon, EBAY, leaveSignedIn } from '../support/person.ts';

journeys(
  'without the extension',
  (stage) => {
    it('the account of the old session gets the grant at Amazon, with one press', async () => {
      const { browser, simulator } = stage;
      await leaveSignedIn(stage, 'bert');
      const page = await browser.newTab(
        simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }),
      );
      await confirmAtAmazon(page);
      await page.waitForUrl(/cloud\.microtech\.example/);
      await expectAtIntegration(stage, [{ marketplace: 'amazon', account: 'bert' }]);
    });

    it('the account of the old session gets the grant at eBay, with no press at all', async () => {
      const { browser, simulator } = stage;
      simulator.grantedBefore(simulator.applications.ebay.microtech.clientId, 'bert');
      await leaveSignedIn(stage, 'bert', EBAY);
      const page = await browser.newTab(
        simulator.integrations.microtech.authoriseUrl({ marketplace: 'ebay' }),
      );
      await page.waitForUrl(/cloud\.microtech\.example/);
      await expectAtIntegration(stage, [{ marketplace: 'ebay', account: 'bert' }]);
    });
  },
  { control: true },
);
