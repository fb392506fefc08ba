import { expect, it } from 'vitest';
import type { JarCookie, Page } from '../../driver/index.ts';
import { until } from '../../driver/wait.ts';
import { corpus } from '../support/corpus.ts';
import type { Stage } from '../support/harness.ts';
import { expectBack, jarOf } from '../support/jars.ts';
import { expectAtIntegration, popupSays, runEnds } from '../support/outcome.ts';
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
import { sessionJourneys } from '../support/settings.ts';

/**
 * Bert is signed in, among many other cookies, and the guard has stopped a desktop program's address. What the jar
 * holds is read there: no page of the marketplace is open any more that could prolong a cookie.
 */
async function dirtyAtGuard(stage: Stage): Promise<{ page: Page; before: JarCookie[] }> {
  const { browser, simulator } = stage;
  await leaveSignedIn(stage, 'bert');
  await browser.setCookies(corpus('sellercentral-europe.amazon.com'));
  const page = await browser.newTab(simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }));
  await page.role('button', CLEAN).waitFor();
  return { page, before: await jarOf(stage, 'amazon.com') };
}

sessionJourneys('a sign-in that is set aside', (stage) => {
  it('is gone at the consent, and comes back exactly once Amazon has answered', async () => {
    const { page, before } = await dirtyAtGuard(stage);
    await continueCleanAsNew(page);
    await page.waitForUrl(/ap\/signin/);
    const old = new Set(before.map(({ value }) => value));
    expect((await jarOf(stage, 'amazon.com')).filter(({ value }) => old.has(value))).toEqual([]);

    await signInAtAmazon(stage, page, 'anna');
    await confirmAtAmazon(page);
    await page.waitForUrl(/cloud\.microtech\.example/);
    await expectAtIntegration(stage, [{ marketplace: 'amazon', account: 'anna' }]);
    await expectBack(stage, 'amazon.com', before);
    await popupSays(stage, 'Your earlier sign-in is back.');
  });

  it('comes back when the tab is closed, even if the worker was stopped meanwhile', async () => {
    const { browser } = stage;
    const { page, before } = await dirtyAtGuard(stage);
    await continueCleanAsNew(page);
    await page.waitForUrl(/ap\/signin/);
    await browser.stopBackground();
    await browser.newTab();
    await page.close();
    await runEnds(stage, 'abandoned');
    await expectBack(stage, 'amazon.com', before);
  });
});

sessionJourneys('an earlier sign-in', (stage) => {
  it('comes back after the second of eBay’s two permissions, not after the first', async () => {
    const { browser, simulator } = stage;
    await leaveSignedIn(stage, 'bert', EBAY);
    const before = await jarOf(stage, 'ebay.com');
    const { linnworks } = simulator.integrations;
    const first = await browser.newTab(
      linnworks.authoriseUrl({ marketplace: 'ebay', kind: 'ebay-authnauth' }),
    );
    await continueCleanAsNew(first, { software: 'Linnworks' });
    await signInAtEbay(stage, first, 'anna');
    await agreeAtEbay(first);
    await first.waitForUrl(/linnworks/);
    expect((await jarOf(stage, 'ebay.com')).map(({ value }) => value)).not.toEqual(
      before.map(({ value }) => value),
    );

    const second = await browser.newTab(linnworks.authoriseUrl({ marketplace: 'ebay', kind: 'ebay-oauth' }));
    const joins = second.role('button', 'Yes, continue');
    await joins.click();
    await second.waitForUrl(/signin|consents|linnworks/);
    if (/signin/.test(await second.url())) await signInAtEbay(stage, second, 'anna');
    await agreeAtEbay(second);
    await second.waitForUrl(/linnworks/);
    await runEnds(stage, 'granted');
    // eBay's pages prolong their cookies with every answer: which ones and whose they are is what counts here.
    const whose = (cookies: JarCookie[]): string[] => cookies.map(({ name, value }) => `${name}=${value}`);
    await until('the cookies to be back', async () =>
      whose(await jarOf(stage, 'ebay.com')).join() === whose(before).join() ? true : undefined,
    );
  });

  it('comes back when the person gives up, and the open consent page cannot be answered with it', async () => {
    const { browser, simulator } = stage;
    const { page, before } = await dirtyAtGuard(stage);
    await continueCleanAsNew(page);
    await signInAtAmazon(stage, page, 'anna');
    await page.role('button', 'Confirm', { exact: true }).waitFor();
    const popup = await browser.popup();
    await popup.role('button', 'End the renewal').click();
    await runEnds(stage, 'abandoned');
    await page.waitForUrl(browser.extensionUrl('guard.html'));
    await expectBack(stage, 'amazon.com', before);
    expect(simulator.grants).toEqual([]);
  });

  it('stays away where the person keeps the new one', async () => {
    const { browser, simulator } = stage;
    await leaveSignedIn(stage, 'bert');
    const page = await browser.newTab(
      simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }),
    );
    await continueCleanAsNew(page);
    await page.waitForUrl(/ap\/signin/);
    const popup = await browser.popup();
    await popup.role('button', 'Keep the new sign-in instead').click();
    await popup.text('The new sign-in stays.').waitFor();
    await signInAtAmazon(stage, page, 'anna');
    await confirmAtAmazon(page);
    await page.waitForUrl(/cloud\.microtech\.example/);
    await runEnds(stage, 'granted');
    const home = await browser.newTab('https://sellercentral-europe.amazon.com/home');
    await home.text('Alpenglück').nth(0).waitFor();
  });
});
