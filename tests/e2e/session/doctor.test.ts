import { expect, it } from 'vitest';
import type { Page } from '../../driver/index.ts';
import { until } from '../../driver/wait.ts';
import { badgeSays, type ExtensionScope, journeys, type Stage } from '../support/harness.ts';
import { tabsUseAnotherJar, tabsUseTheirOwn } from '../support/jars.ts';
import { popupSays } from '../support/outcome.ts';
import { CLEAN, leaveSignedIn } from '../support/person.ts';

const open = ({ browser, simulator }: Stage): Promise<Page> =>
  browser.newTab(simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }));

/** No marker lies in any jar, and none was ever sent anywhere. */
async function expectNoMarker({ browser, simulator }: Stage): Promise<void> {
  expect((await browser.cookies()).filter(({ name }) => name.startsWith('grantkeeper'))).toEqual([]);
  expect(simulator.log.filter(({ path }) => path.includes('grantkeeper'))).toEqual([]);
}

/** Switches the guard's rules off behind its back. */
const switchOff = ({ browser }: Stage): Promise<void> =>
  browser.background(() => {
    const { chrome } = globalThis as unknown as ExtensionScope;
    return chrome.declarativeNetRequest.updateEnabledRulesets({ disableRulesetIds: ['guard'] });
  });

journeys('the look before a renewal', (stage) => {
  it('leaves no trace, and the rules are switched on again', async () => {
    const { browser } = stage;
    await switchOff(stage);
    await badgeSays(stage, '');
    await popupSays(stage, 'Welcome to Grantkeeper');
    const rules = await browser.background(() => {
      const { chrome } = globalThis as unknown as ExtensionScope;
      return chrome.declarativeNetRequest.getEnabledRulesets();
    });
    expect(rules).toEqual(['guard']);
    await leaveSignedIn(stage, 'bert');
    const before = await browser.cookies();
    const page = await open(stage);
    await page.text('Someone is signed in at').waitFor();
    await expectNoMarker(stage);
    expect(await browser.cookies()).toEqual(before);
  });
});

journeys(
  'a tab that uses another jar than the one that the browser lets us reach',
  (stage) => {
    it('is noticed; nothing is cleared, and it goes on in a normal tab', async () => {
      const { browser } = stage;
      await leaveSignedIn(stage, 'bert');
      const before = await browser.cookies();
      await tabsUseAnotherJar(stage);
      const page = await open(stage);
      await page.role('heading', 'This sign-in is out of reach').waitFor();
      expect(await page.axe()).toEqual([]);
      expect(await page.role('button', CLEAN).count()).toBe(0);
      await expectNoMarker(stage);
      await tabsUseTheirOwn(stage);
      await page.role('button', 'Open in a normal tab').click();
      await page.role('heading', 'It continues in another tab').waitFor();
      const guards = async (): Promise<Page[]> => {
        const pages = await browser.pages();
        const urls = await Promise.all(pages.map((each) => each.url()));
        return pages.filter((_, index) => urls[index] === browser.extensionUrl('guard.html'));
      };
      await until('the question in a normal tab', async () => {
        for (const each of await guards()) {
          if ((await each.role('button', CLEAN).count()) > 0) return true;
        }
        return undefined;
      });
      await expectNoMarker(stage);
      expect(await browser.cookies()).toEqual(before);
    });
  },
  // Firefox names the jar of every tab, and tells nothing of a request that it refuses.
  { only: 'chromium' },
);
