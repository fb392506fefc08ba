import { expect, it } from 'vitest';
import { badgeSays, daysOf, journeys, LIFETIME, NIGHTLY } from '../support/harness.ts';
import { atSignIn, modesIn, modesToPlay } from '../support/modes.ts';
import { expectAtIntegration, popupSays, pressInPopup, runEnds } from '../support/outcome.ts';
import {
  agreeAtEbay,
  confirmAtAmazon,
  continueCleanAsNew,
  EBAY,
  leaveSignedIn,
  signInAtAmazon,
  signInAtEbay,
} from '../support/person.ts';

journeys('the main job', (stage, kind) => {
  it.each(modesToPlay(kind))(
    'brings Amazon’s grant to the right account, from a desktop program’s address to the badge (%s)',
    async (mode) => {
      const { browser, simulator } = stage;
      await leaveSignedIn(stage, 'bert');
      simulator.log.length = 0;

      const guard = await browser.newTab(
        simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }),
      );
      expect(await guard.url()).toBe(browser.extensionUrl('guard.html'));
      await guard.text('Someone is signed in at').waitFor();
      expect(simulator.log.filter(({ host }) => host.includes('amazon'))).toEqual([]);

      await continueCleanAsNew(guard, { mode });
      const page = await atSignIn(stage);
      await signInAtAmazon(stage, page, 'anna');
      await confirmAtAmazon(page);
      await page.waitForUrl(/cloud\.microtech\.example/);

      expect(simulator.grants).toMatchObject([
        { marketplace: 'amazon', account: 'anna', accountId: 'A1ALPENEU00001' },
      ]);
      await popupSays(stage, 'A1ALPENEU00001');
      await pressInPopup(stage, 'Yes, this is right');
      await badgeSays(stage, daysOf(LIFETIME.amazon));
    },
  );

  it.each(modesToPlay(kind))(
    'brings eBay’s grant to the right account, where the old one would have got it without a press (%s)',
    async (mode) => {
      const { browser, simulator } = stage;
      simulator.grantedBefore(simulator.applications.ebay.microtech.clientId, 'bert');
      await leaveSignedIn(stage, 'bert', EBAY);
      simulator.log.length = 0;

      const guard = await browser.newTab(
        simulator.integrations.microtech.authoriseUrl({ marketplace: 'ebay' }),
      );
      await guard.text('Someone is signed in at').waitFor();
      expect(simulator.log.filter(({ host }) => host.includes('ebay'))).toEqual([]);

      await continueCleanAsNew(guard, { mode });
      const page = await atSignIn(stage);
      await signInAtEbay(stage, page, 'anna');
      await agreeAtEbay(page);
      await page.waitForUrl(/cloud\.microtech\.example/);

      await expectAtIntegration(stage, [{ marketplace: 'ebay', account: 'anna' }]);
      await badgeSays(stage, daysOf(LIFETIME.ebay));
    },
  );

  // By day in set-aside.test.ts and starts.test.ts.
  it.each(NIGHTLY ? modesIn[kind] : [])(
    'brings both of eBay’s grants to the right account (%s)',
    async (mode) => {
      const { browser, simulator } = stage;
      await leaveSignedIn(stage, 'bert', EBAY);
      const { linnworks } = simulator.integrations;
      const address = (of: 'ebay-authnauth' | 'ebay-oauth'): string =>
        linnworks.authoriseUrl({ marketplace: 'ebay', kind: of });
      await continueCleanAsNew(await browser.newTab(address('ebay-authnauth')), {
        software: 'Linnworks',
        mode,
      });
      const first = await atSignIn(stage);
      await signInAtEbay(stage, first, 'anna');
      await agreeAtEbay(first);
      await first.waitForUrl(/linnworks/);
      await first.goto(address('ebay-oauth'));
      await first.role('button', 'Yes, continue').click();
      await agreeAtEbay(first);
      await expectAtIntegration(stage, [
        { account: 'anna', kind: 'ebay-authnauth' },
        { account: 'anna', kind: 'ebay-oauth' },
      ]);
      await runEnds(stage, 'granted');
    },
  );
});
