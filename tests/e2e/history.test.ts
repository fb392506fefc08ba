import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { launch } from '../driver/index.ts';
import { startSimulator } from '../simulator/index.ts';
import { awake, builtFor } from './harness.ts';
import { agreeAtEbay, confirmAtAmazon, continueCleanAsNew, signInAtAmazon, signInAtEbay } from './person.ts';

/** The addresses that Chromium wrote down in a profile. */
async function historyOf(profile: string): Promise<string[]> {
  const files = await readdir(profile, { recursive: true });
  const file = files.find((each) => each.endsWith('History'));
  const database = new DatabaseSync(join(profile, file ?? 'History'), { readOnly: true });
  const urls = database.prepare('select url from urls').all();
  database.close();
  return urls.map(({ url }) => String(url));
}

it('the extension’s pages stand in the browser’s history without anything of the stopped address', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'grantkeeper-history-'));
  const simulator = await startSimulator();
  const browser = await launch('chromium', { extension: builtFor.chromium, port: simulator.port, profile });
  try {
    const stage = { browser, simulator };
    await awake(browser);
    const amazon = await browser.newTab(
      simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }),
    );
    await continueCleanAsNew(amazon);
    await signInAtAmazon(stage, amazon, 'anna');
    await confirmAtAmazon(amazon);
    await amazon.waitForUrl(/cloud\.microtech\.example/);
    const ebay = await browser.newTab(
      simulator.integrations.magnalister.authoriseUrl({ marketplace: 'ebay', kind: 'ebay-authnauth' }),
    );
    await continueCleanAsNew(ebay, { software: 'magnalister' });
    await signInAtEbay(stage, ebay, 'anna');
    await agreeAtEbay(ebay);
    await ebay.waitForUrl(/magnalister\.example/);
    await browser.close();

    const urls = await historyOf(profile);
    const own = urls.filter((url) => url.startsWith('chrome-extension://'));
    expect(own).toEqual([expect.stringMatching(/\/guard\.html$/)]);
    expect(urls.some((url) => url.includes('/apps/authorize/consent'))).toBe(true);
  } finally {
    await browser.close().catch(() => undefined);
    await simulator.close();
    await rm(profile, { recursive: true, force: true });
  }
});
