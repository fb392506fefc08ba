import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runIsolated as runInChromium } from '../chromium/isolated-world.ts';
import { startChromium } from '../chromium/process.ts';
import { writePrefs } from '../firefox/prefs.ts';
import { startFirefox } from '../firefox/process.ts';
import { runIsolated as runInFirefox } from '../firefox/script.ts';
import { type FixtureSite, startFixtureSite } from '../fixture/server.ts';
import { until } from '../wait.ts';
import type { PageLibrary } from './library.ts';

/** What journeys aim at; other roles are for orientation, and browsers differ in them. */
const aimedAt =
  /^(alert|banner|button|checkbox|columnheader|combobox|contentinfo|dialog|form|heading|link|listbox|main|navigation|progressbar|radio|region|rowheader|searchbox|spinbutton|table|textbox)$/;

const ours = ({ finder }: PageLibrary) => [...finder.elements()].map(finder.read);

const aimable = (found: string[][]) => found.filter(([role = '']) => aimedAt.test(role)).map(String);

describe('roles and names', () => {
  let site: FixtureSite;
  let profile: string;

  beforeAll(async () => {
    site = await startFixtureSite();
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    profile = await mkdtemp(join(tmpdir(), 'driver-names-'));
  });
  afterEach(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));

  it('are those that Chromium itself computes', async () => {
    const browser = await startChromium(profile, { port: site.port });
    const page = await browser.newPage();
    await page.goto('https://www.shop.test/names');
    const session = await page.createCDPSession();
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const theirs = nodes
      .filter(({ ignored }) => !ignored)
      .map(({ role, name }) => [String(role?.value), String(name?.value ?? '').trim()]);
    const found = aimable(await runInChromium<string[][]>(session, ours, []));
    await browser.close();
    expect(found.length).toBeGreaterThan(25);
    expect(found.sort()).toEqual(aimable(theirs).sort());
  });

  it('are those that Firefox itself computes', async () => {
    await writePrefs(profile, { port: site.port });
    const { bidi, quit } = await startFirefox(profile, {});
    const { context } = await bidi.send<{ context: string }>('browsingContext.create', { type: 'tab' });
    await bidi.send('browsingContext.navigate', {
      context,
      url: 'https://www.shop.test/names',
      wait: 'interactive',
    });
    const found = await until('the page', async () => {
      const read = aimable(await runInFirefox<string[][]>(bidi, context, ours, []));
      return read.length > 25 ? read : undefined;
    });
    const missing: string[] = [];
    for (const each of found) {
      const [role = '', ...name] = each.split(',');
      const { nodes } = await bidi.send<{ nodes: object[] }>('browsingContext.locateNodes', {
        context,
        locator: { type: 'accessibility', value: { role, name: name.join(',') } },
      });
      if (nodes.length !== found.filter((other) => other === each).length) missing.push(each);
    }
    await quit();
    expect(missing).toEqual([]);
  });
});
