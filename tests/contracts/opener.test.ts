import { expect, it } from 'vitest';
import type { Page } from '../driver/index.ts';
import { until } from '../driver/wait.ts';
import type { ExtensionScope } from '../e2e/support/harness.ts';
import { type Stage, untilSeen, witnessed } from './witness/index.ts';

const GUARDED = 'https://shop.test/guarded';

/** How a page opens a window that ends at the guarded address, and what the browser then tells of its tab. */
const WAYS: [name: string, script: string, told: 'popup' | 'opener'][] = [
  ['with features', `window.other = window.open('${GUARDED}', '', 'width=500,height=400')`, 'popup'],
  ['as a tab', `window.other = window.open('${GUARDED}')`, 'opener'],
  [
    'empty first',
    `window.other = window.open('about:blank', '', 'width=500,height=400'); other.location = '${GUARDED}'`,
    'popup',
  ],
  ['by another site’s redirect', "window.other = window.open('https://elsewhere.test/to-guarded')", 'opener'],
];

/** A rule of the browser's session that ends what the standing one, of the same priority, takes to the guard. */
async function hold({ browser }: Stage): Promise<void> {
  await browser.background(async () => {
    const { declarativeNetRequest } = (globalThis as unknown as ExtensionScope).chrome;
    await declarativeNetRequest.updateSessionRules({
      addRules: [
        {
          id: 7,
          priority: 10,
          action: { type: 'block' },
          condition: { urlFilter: '||shop.test/guarded', resourceTypes: ['main_frame'] },
        },
      ],
    });
  });
}

async function opens({ browser }: Stage, script: string): Promise<Page> {
  const shop = await browser.newTab('https://shop.test/');
  await shop.evaluate((code) => document.querySelector('button')?.setAttribute('onclick', code), script);
  await shop.role('button', 'Open').click();
  return shop;
}

const isClosed = (shop: Page): Promise<boolean> =>
  shop.evaluate(() => (globalThis as unknown as { other: Window }).other.closed);

witnessed(
  'a rule that ends a request',
  (stage) => {
    it.each(WAYS)('in a window that a page opened %s leaves it its opener', async (_, script, told) => {
      const { browser, site } = stage;
      await hold(stage);
      const shop = await opens(stage, script);
      const ended = await untilSeen(stage, ({ event, url }) => event === 'onErrorOccurred' && !!url);
      expect(ended).toMatchObject({ type: 'main_frame', error: 'NS_ERROR_ABORT', tabless: false });
      expect(site.requests.filter((path) => path.includes('/guarded'))).toEqual([]);
      expect(await isClosed(shop)).toBe(false);

      // The newest tab is the one that was opened; what was told of it, without its address.
      const tab = await browser.background(async () => {
        const { tabs, windows } = (globalThis as unknown as ExtensionScope).chrome;
        const all = (await tabs.query({})).toSorted((a, b) => (b.id ?? 0) - (a.id ?? 0));
        const { id = -1, openerTabId, windowId = -1 } = all[0] ?? {};
        const { type } = await windows.get(windowId);
        await tabs.update(id, { url: 'https://shop.test/?consent' });
        return { type, hasOpener: openerTabId !== undefined };
      });
      expect(tab).toEqual({
        type: told === 'popup' ? 'popup' : 'normal',
        hasOpener: told === 'opener',
      });
      const opened = await browser.waitForPage((url) => url.endsWith('?consent'));
      await until('the page to have loaded', async () =>
        (await opened.evaluate(() => document.title)) === 'Shop' ? true : undefined,
      );
      expect(await opened.evaluate(() => opener !== null)).toBe(true);
      expect(await isClosed(shop)).toBe(false);
    });

    it('is told to a background that was stopped', async () => {
      await hold(stage);
      await stage.browser.stopBackground();
      await opens(stage, WAYS[0]?.[1] ?? '');
      await untilSeen(stage, ({ event, error }) => event === 'onErrorOccurred' && error === 'NS_ERROR_ABORT');
    });
  },
  { only: 'firefox' },
);
