import { expect, it } from 'vitest';
import type { Page } from '../../driver/index.ts';
import { until } from '../../driver/wait.ts';
import { journeys, type Stage } from '../support/harness.ts';
import { atSignIn } from '../support/modes.ts';
import { expectAtIntegration, runEnds } from '../support/outcome.ts';
import {
  AMAZON,
  confirmAtAmazon,
  continueCleanAsNew,
  leaveSignedIn,
  signInAtAmazon,
} from '../support/person.ts';

const atGuard = ({ browser }: Stage): Promise<Page> =>
  browser.waitForPage((url) => url === browser.extensionUrl('guard.html'));

/** magnalister's page in the shop opens the permission page in a window, and waits to hear from it. */
async function opensByShop(stage: Stage): Promise<{ shop: Page; guard: Page }> {
  await leaveSignedIn(stage, 'bert', AMAZON);
  const shop = await stage.browser.newTab('https://shop.example/admin/magnalister/amazon');
  await shop.acceptDialogs();
  await shop.role('button', 'Request / Renew Token').click();
  return { shop, guard: await atGuard(stage) };
}

const requests = ({ simulator }: Stage): number =>
  simulator.log.filter(({ path }) => path.startsWith('/apps/authorize/consent')).length;

journeys('a shop that waits for the window which it opened', (stage) => {
  it.each(['post-message', 'polling'] as const)('hears of the permission, by %s', async (opener) => {
    stage.simulator.set({ integrations: { opener } });
    const { shop, guard } = await opensByShop(stage);
    expect(requests(stage)).toBe(0);
    await continueCleanAsNew(guard, { software: 'magnalister' });
    const page = await atSignIn(stage);
    await signInAtAmazon(stage, page, 'anna');
    await confirmAtAmazon(page);
    await expectAtIntegration(stage, [{ integration: 'magnalister', account: 'anna' }]);
    if (opener === 'polling') {
      await page.role('button', 'Close window').click();
    }
    await shop.text('Token: valid').waitFor();
    await runEnds(stage, 'granted');
  });

  it('hears that it is closed once the guard is left, and not before', async () => {
    stage.simulator.set({ integrations: { opener: 'polling' } });
    const { shop, guard } = await opensByShop(stage);
    await shop.evaluate(() => {
      const scope = globalThis as unknown as { asked: number };
      const ask = globalThis.fetch;
      scope.asked = 0;
      globalThis.fetch = (...args) => {
        scope.asked += 1;
        return ask(...args);
      };
    });
    const asked = (): Promise<number> =>
      shop.evaluate(() => (globalThis as unknown as { asked: number }).asked);
    await guard.role('button', 'Cancel').click();
    await guard.text('No page was opened').waitFor();
    expect(await asked()).toBe(0);
    await guard.close();
    await until('the shop to hear', async () => ((await asked()) > 0 ? true : undefined));
    expect(requests(stage)).toBe(0);
  });
});
