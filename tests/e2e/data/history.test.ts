import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { type BrowserKind, launch } from '../../driver/index.ts';
import { startSimulator } from '../../simulator/index.ts';
import { awake, builtFor, kinds, NIGHTLY } from '../support/harness.ts';
import {
  agreeAtEbay,
  confirmAtAmazon,
  continueCleanAsNew,
  signInAtAmazon,
  signInAtEbay,
} from '../support/person.ts';

interface History {
  /** Name of the database's file, somewhere in the profile. */
  file: string;
  table: string;
  /** What it holds of our pages: Firefox keeps no address of an extension. */
  ofOurs: unknown[];
}

const histories: Record<BrowserKind, History> = {
  chromium: {
    file: 'History',
    table: 'urls',
    ofOurs: ['guard', 'welcome'].map((name) => expect.stringMatching(`/${name}\\.html$`)),
  },
  firefox: { file: 'places.sqlite', table: 'moz_places', ofOurs: [] },
};

/** The addresses that a browser wrote down in a profile. */
async function historyIn(profile: string, { file, table }: History): Promise<string[]> {
  const files = await readdir(profile, { recursive: true });
  const found = files.find((each) => basename(each) === file);
  const database = new DatabaseSync(join(profile, found ?? file), { readOnly: true });
  const urls = database.prepare(`select url from ${table}`).all();
  database.close();
  return urls.map(({ url }) => String(url)).sort();
}

it.each(kinds)('the history of %s holds nothing of the stopped address in a page of ours', async (kind) => {
  const profile = await mkdtemp(join(tmpdir(), 'grantkeeper-history-'));
  const simulator = await startSimulator();
  const browser = await launch(kind, {
    extension: builtFor[kind],
    port: simulator.port,
    profile,
    frugal: !NIGHTLY,
  });
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

    const history = histories[kind];
    const urls = await historyIn(profile, history);
    expect(urls.filter((url) => url.includes('-extension://'))).toEqual(history.ofOurs);
    expect(urls.some((url) => url.includes('/apps/authorize/consent'))).toBe(true);
  } finally {
    await browser.close().catch(() => undefined);
    await simulator.close();
    await rm(profile, { recursive: true, force: true });
  }
});
