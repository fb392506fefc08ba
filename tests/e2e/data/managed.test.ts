import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type BrowserKind, launch } from '../../driver/index.ts';
import { underPolicy } from '../../driver/policy.ts';
import { until } from '../../driver/wait.ts';
import { startSimulator } from '../../simulator/index.ts';
import { awake, builtFor, kinds } from '../support/harness.ts';

const POLICY = {
  connections: [
    { id: 'shop-de', marketplace: 'amazon', site: 'de', software: 'microtech', name: 'Alpenglück GmbH' },
  ],
  reminderDays: [10, 2],
  defaultMode: 'clear',
  allowExport: false,
  locked: ['reminderDays', 'defaultMode', 'sync'],
};

/** The id that Chromium gives to an extension without a key: the digest of its folder, in letters from a to p. */
function idOfFolder(folder: string): string {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...digest].map((sign) => String.fromCharCode(97 + Number.parseInt(sign, 16))).join('');
}

/** What each browser is told by its policy. */
const policies: Record<BrowserKind, object> = {
  chromium: { '3rdparty': { extensions: { [idOfFolder(builtFor.chromium)]: POLICY } } },
  firefox: { policies: { '3rdparty': { Extensions: { '@grantkeeper': POLICY } } } },
};

it.each(kinds)('an organisation’s policy holds in %s', async (kind) => {
  const folder = await mkdtemp(join(tmpdir(), 'grantkeeper-policy-'));
  const simulator = await startSimulator();
  const variable = `GRANTKEEPER_${kind.toUpperCase()}`;
  const before = process.env[variable];
  try {
    process.env[variable] = await underPolicy(kind, folder, policies[kind]);
    const browser = await launch(kind, { extension: builtFor[kind], port: simulator.port });
    try {
      await awake(browser);
      const page = await browser.newTab(browser.extensionUrl('options.html#data'));
      await page.role('heading', 'Set by your organisation').waitFor();
      await page.text('1 connection was set up for you').waitFor();
      await page.text(/the reminder days, the way of signing out,? and keeping computers in sync/).waitFor();
      await page.text('Your organisation has turned saving off').waitFor();
      expect(await page.role('button', 'Save backup').count()).toBe(0);
      expect(await page.label('Keep my computers in sync').isEnabled()).toBe(false);
      await page.goto(browser.extensionUrl('options.html#connections'));
      await page.role('button', '“Alpenglück GmbH” was set up by your organisation').waitFor();
      expect(await page.role('button', 'Remove “Alpenglück GmbH”').count()).toBe(0);
      await page.goto(browser.extensionUrl('options.html#settings'));
      const chosen = page.role('radio', 'Sign out and stay signed out');
      await until('the organisation’s way of signing out to be chosen', async () =>
        (await chosen.isChecked()) ? true : undefined,
      );
      expect(await chosen.isEnabled()).toBe(false);
    } finally {
      await browser.close();
    }
  } finally {
    if (before === undefined) delete process.env[variable];
    else process.env[variable] = before;
    await simulator.close();
    await rm(folder, { recursive: true, force: true });
  }
});
