import { expect, it } from 'vitest';
import type { JarCookie } from '../../driver/index.ts';
import { until } from '../../driver/wait.ts';
import {
  badgeSays,
  daysOf,
  type ExtensionScope,
  journeys,
  LIFETIME,
  type Stage,
} from '../support/harness.ts';
import { expectAtIntegration, expectNoAllowance } from '../support/outcome.ts';
import {
  agreeAtEbay,
  alwaysAllow,
  CLEAN,
  confirmAtAmazon,
  EBAY,
  leaveSignedIn,
  signInAtAmazon,
  signInAtEbay,
} from '../support/person.ts';
import { leaveSignedInPrivately, openPrivately, privatePopupSays } from '../support/private-windows.ts';
import { sessionJourneys } from '../support/settings.ts';

const NOTICE = /protects you here but notes nothing/;

async function normalJar({ browser }: Stage): Promise<JarCookie[]> {
  const cookies = (await browser.cookies()).filter(({ jar }) => jar === 'default');
  return cookies.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}

/** Whatever is written to `storage.local` from now on, by its key. */
async function watchLocal({ browser }: Stage): Promise<() => Promise<string[]>> {
  const page = await browser.newTab(browser.extensionUrl('options.html'));
  await page.evaluate(() => {
    const scope = globalThis as unknown as ExtensionScope & { written: string[] };
    scope.written = [];
    scope.chrome.storage.onChanged.addListener((changes, area) => {
      if (area === 'local') scope.written.push(...Object.keys(changes));
    });
  });
  return () => page.evaluate(() => (globalThis as unknown as { written: string[] }).written);
}

interface Kept {
  databases: Record<string, Record<string, unknown[]>>;
  'storage.local': object;
  'storage.session': object;
}

/** The extension keeps nothing: no row, no letter, no run. */
async function expectNothingKept({ browser }: Stage): Promise<void> {
  const read = async (): Promise<Kept> => JSON.parse(await browser.dumpStorage());
  const kept = await read();
  expect(Object.values(kept.databases).flatMap((stores) => Object.values(stores).flat())).toEqual([]);
  expect(kept['storage.local']).toEqual({});
  const secrets = (area: object): string[] =>
    Object.keys(area).filter((key) => /^(run|stop|aside):/.test(key));
  await until('the memory of the private window to be gone', async () =>
    secrets((await read())['storage.session']).length === 0 ? true : undefined,
  );
}

async function closePrivate({ browser }: Stage): Promise<void> {
  const blank = await browser.newTab();
  for (const page of await browser.pages()) if (page !== blank) await page.close().catch(() => undefined);
}

sessionJourneys(
  'a private window',
  (stage) => {
    it('brings Amazon’s grant to the right account, and nothing is noted of it', async () => {
      const { browser, simulator } = stage;
      await leaveSignedIn(stage, 'bert');
      const before = await normalJar(stage);
      const other = await leaveSignedInPrivately(stage, 'bert');
      simulator.log.length = 0;

      const page = await openPrivately(
        stage,
        simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }),
      );
      expect(await page.url()).toBe(browser.extensionUrl('guard.html'));
      await page.text(NOTICE).waitFor();
      await page.text('Someone is signed in at').waitFor();
      expect(await page.label('Your name for the account').count()).toBe(0);
      expect(await page.axe()).toEqual([]);
      expect(simulator.log.filter(({ host }) => host.includes('amazon'))).toEqual([]);

      await page.role('button', CLEAN).click();
      await page.waitForUrl(/ap\/signin/);
      await page.text('Renewal in a private window').waitFor();
      await signInAtAmazon(stage, page, 'anna');
      await confirmAtAmazon(page);
      await page.waitForUrl(/cloud\.microtech\.example/);
      await expectAtIntegration(stage, [
        { marketplace: 'amazon', account: 'anna', accountId: 'A1ALPENEU00001' },
      ]);
      await privatePopupSays(stage, 'It was given for the account A1ALPENEU00001.');
      await expectNoAllowance(stage);

      await other.close();
      await closePrivate(stage);
      await expectNothingKept(stage);
      expect(await normalJar(stage)).toEqual(before);
      expect((await browser.badge()).text).toBe('');
    });

    it('brings eBay’s grant to the right account, whatever dies meanwhile, and no page writes a letter', async () => {
      const { browser, simulator } = stage;
      // The answer is seen by our script on the page, which writes it down in normal windows.
      simulator.set({ ebay: { handoff: 'fetch-script' } });
      const written = await watchLocal(stage);
      simulator.grantedBefore(simulator.applications.ebay.microtech.clientId, 'bert');
      const other = await leaveSignedInPrivately(stage, 'bert', EBAY);
      const page = await openPrivately(
        stage,
        simulator.integrations.microtech.authoriseUrl({ marketplace: 'ebay' }),
      );
      await page.role('button', CLEAN).click();
      await page.waitForUrl(/signin/);
      await page.text('Renewal in a private window').waitFor();
      await browser.stopBackground();
      await signInAtEbay(stage, page, 'anna');
      await agreeAtEbay(page);
      await page.waitForUrl(/cloud\.microtech\.example/);
      await expectAtIntegration(stage, [{ marketplace: 'ebay', account: 'anna' }]);
      await privatePopupSays(stage, 'Permission given');
      expect(await written()).toEqual([]);
      await other.close();
      await closePrivate(stage);
      await expectNothingKept(stage);
    });

    it('takes what is known of an unfinished renewal with it when it is closed', async () => {
      const { browser, simulator } = stage;
      const page = await openPrivately(
        stage,
        simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }),
      );
      await page.role('button', CLEAN).click();
      await page.waitForUrl(/ap\/signin/);
      await closePrivate(stage);
      await expectNothingKept(stage);
      // Chromium ends the private instance with its last window: the next one takes the closed tab's allowance back.
      await browser.privateWindow(browser.extensionUrl('options.html'));
      await expectNoAllowance(stage);
      await closePrivate(stage);
    });

    it('leaves alone what normal windows always let through', async () => {
      const { browser, simulator } = stage;
      const address = simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' });
      const normal = await browser.newTab(address);
      await alwaysAllow(normal);
      await normal.waitForUrl(/amazon/);

      const another = await openPrivately(
        stage,
        simulator.integrations.magnalister.authoriseUrl({ marketplace: 'ebay' }),
      );
      await another.text(NOTICE).waitFor();
      const passed = await openPrivately(
        stage,
        simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }),
      );
      await passed.waitForUrl(/amazon/);
      const rules = await browser.background(() => {
        const { chrome } = globalThis as unknown as ExtensionScope;
        return chrome.declarativeNetRequest.getDynamicRules();
      });
      expect(rules).not.toEqual([]);
      const again = await browser.newTab(address);
      await again.waitForUrl(/amazon/);
    });

    it('is opened by a normal window’s guard, which begins nothing itself', async () => {
      const { browser, simulator } = stage;
      await leaveSignedIn(stage, 'bert');
      const before = await normalJar(stage);
      const normal = await browser.newTab(
        simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }),
      );
      const guard = browser.extensionUrl('guard.html');
      await normal.text('Other ways').click();
      await normal.role('button', 'Open in a private window').click();
      await normal.text('It continues in the private window').waitFor();
      const page = await until('the private window’s guard', async () => {
        for (const each of await browser.pages()) {
          if ((await each.url().catch(() => '')) !== guard) continue;
          if ((await each.text(NOTICE).count()) > 0) return each;
        }
        return undefined;
      });
      await page.role('button', CLEAN).click();
      await page.waitForUrl(/ap\/signin/);
      await signInAtAmazon(stage, page, 'anna');
      await confirmAtAmazon(page);
      await page.waitForUrl(/cloud\.microtech\.example/);
      await expectAtIntegration(stage, [{ marketplace: 'amazon', account: 'anna' }]);
      await closePrivate(stage);
      await expectNothingKept(stage);
      expect(await normalJar(stage)).toEqual(before);
    });
  },
  { incognito: true },
);

journeys('a renewal that was not seen', (stage) => {
  it('is noted by one press, or with its date', async () => {
    const { browser } = stage;
    const popup = await browser.popup();
    await popup.role('button', 'Add your first connection').click();
    await popup.label('Software', { exact: true }).fill('microtech büro+');
    await popup.label('Your name for the account').fill('Alpenglück');
    await popup.role('radio', 'Expires in (days)').check();
    await popup.label('Days left').fill('5');
    await popup.role('button', 'Add', { exact: true }).click();
    await badgeSays(stage, '5');

    await popup.role('button', 'Alpenglück', { exact: true }).click();
    await popup.role('button', 'Note “Alpenglück” as renewed today').click();
    await badgeSays(stage, daysOf(LIFETIME.amazon));

    await popup.role('button', 'Another date').click();
    await popup.role('radio', 'Expires in (days)').check();
    await popup.label('Days left').fill('12');
    await popup.role('button', 'Note it').click();
    await badgeSays(stage, '12');
  });
});

journeys('where private windows are not allowed', (stage) => {
  it('guard and pop-up say how to allow them, and open nothing', async () => {
    const { browser, simulator } = stage;
    const address = simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' });
    const page = await browser.newTab(address);
    await page.text('Other ways').click();
    await page.text('Grantkeeper isn’t allowed in private windows yet').waitFor();
    expect(await page.role('button', 'Open in a private window').count()).toBe(0);

    const popup = await browser.popup();
    await popup.role('button', 'Paste a link').click();
    await popup.label('Address of the authorisation page').fill(address);
    const before = (await browser.pages()).length;
    await popup.role('button', 'Open in a private window').click();
    await popup.text('Grantkeeper isn’t allowed in private windows yet').waitFor();
    expect(await browser.pages()).toHaveLength(before);

    await page.bringToFront();
    const details = page.role('button', 'Open Grantkeeper’s details');
    // Firefox opens its page of extensions to nobody but the person.
    if (browser.kind === 'firefox') expect(await details.count()).toBe(0);
    else {
      await details.click();
      await browser.waitForPage((url) => url === `chrome://extensions/?id=${browser.extensionId}`);
    }
  });
});
