import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fixtureExtension } from '../fixture/extension-folder.ts';
import { type FixtureSite, startFixtureSite } from '../fixture/server.ts';
import { type Browser, launch } from '../index.ts';
import { until } from '../wait.ts';

/** The little of the extension API that these tests use inside the browser. */
interface Api {
  browser: {
    storage: {
      local: { get(key: string): Promise<{ events?: string[] }>; set(items: object): Promise<void> };
    };
    alarms: { create(name: string, info: object): Promise<void> };
  };
  chrome: Api['browser'];
}

async function events(browser: Browser): Promise<string[]> {
  return browser.background(async () => {
    const scope = globalThis as unknown as Api;
    const api = scope.browser ?? scope.chrome;
    return (await api.storage.local.get('events')).events ?? [];
  });
}

async function untilEvents(browser: Browser, wanted: string[]): Promise<void> {
  await until(`the events ${wanted}`, async () => {
    const happened = await events(browser);
    return happened.join() === wanted.join() ? true : undefined;
  });
}

describe.each(['chromium', 'firefox'] as const)('the extension in %s', (kind) => {
  let site: FixtureSite;
  let browser: Browser;

  beforeAll(async () => {
    site = await startFixtureSite();
    browser = await launch(kind, {
      extension: fixtureExtension,
      port: site.port,
      language: 'de',
      colorScheme: 'dark',
    });
  });
  afterAll(async () => {
    await browser?.close();
    site.close();
  });
  beforeEach(async () => {
    await browser.reset();
    await untilEvents(browser, ['installed: install']);
  });

  it('shows its badge', async () => {
    expect(await browser.badge()).toEqual({ text: '45', title: '45 days left', color: '#1b7f3b' });
  });

  it('has its real pop-up, which can be used and closes itself', async () => {
    const popup = await browser.popup();
    expect(await popup.url()).toBe(browser.extensionUrl('popup.html'));
    expect(await popup.evaluate(() => innerWidth)).toBeLessThan(400);
    await popup.role('button', 'Tell and close').click();
    await until('the pop-up to close', async () => {
      const urls = await Promise.all((await browser.pages()).map((page) => page.url()));
      return urls.includes(browser.extensionUrl('popup.html')) ? undefined : true;
    });
    await untilEvents(browser, ['installed: install', 'message: pop-up']);
  });

  it('brings a page before its pop-up, and gives it the keys', async () => {
    const page = await browser.newTab('https://www.shop.test/');
    const hasFocus = () => page.evaluate(() => document.hasFocus() || undefined);
    await browser.popup();
    await page.bringToFront();
    await until('the page to have the focus', hasFocus);
    await page.press('Tab');
    expect(await page.focused()).not.toBe('');
  });

  it('has its pop-up again after every reset', async () => {
    for (const time of ['first', 'second', 'third']) {
      const page = await browser.newTab('https://www.shop.test/');
      await page.role('button', 'Overlay button').click();
      const popup = await browser.popup();
      expect([time, await popup.title()]).toEqual([time, 'Fixture pop-up']);
      await popup.close();
      await page.role('button', 'Overlay pressed').click();
      await browser.reset();
    }
  });

  it('speaks the language of the browser and follows its colours', async () => {
    const isDark = () => matchMedia('(prefers-color-scheme: dark)').matches;
    const popup = await browser.popup();
    expect(await popup.role('heading').text()).toBe('Hallo');
    expect(await popup.evaluate(isDark)).toBe(true);
    const page = await browser.newTab('https://www.shop.test/');
    expect(await page.evaluate(isDark)).toBe(true);
    expect(await page.evaluate(() => navigator.language)).toMatch(/^de/);
  });

  it('can be stopped, stays stopped while it is looked at, and is woken by its events', async () => {
    const page = await browser.newTab('https://www.shop.test/');
    await browser.stopBackground();
    await browser.badge();
    await events(browser);
    await browser.dumpStorage();
    expect(await browser.backgroundAlive()).toBe(false);
    await page.role('button', 'Overlay button').click();
    await page.role('button', 'Overlay pressed').waitFor();
    expect(await browser.backgroundAlive()).toBe(true);
    await untilEvents(browser, ['installed: install', 'message: overlay']);
  });

  it('is looked into without a tab of its own', async () => {
    const before = (await browser.pages()).length;
    const path = await browser.background((start: string) => start + location.pathname, 'at ');
    expect(path).toBe('at /manifest.json');
    expect(await browser.pages()).toHaveLength(before);
    await expect(browser.background(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  it('is dumped whole', async () => {
    await browser.background(async () => {
      const scope = globalThis as unknown as Api;
      const api = scope.browser ?? scope.chrome;
      await api.storage.local.set({ area: 'in-local' });
      await api.alarms.create('in-alarms', { delayInMinutes: 30 });
      localStorage.setItem('key', 'in-local-storage');
      const cache = await caches.open('in-cache-name');
      await cache.put('https://www.shop.test/in-cache-url', new Response('in-cache-body'));
      const opening = indexedDB.open('in-database-name');
      opening.onupgradeneeded = () => opening.result.createObjectStore('in-store-name');
      const database = await new Promise<IDBDatabase>((resolve) => {
        opening.onsuccess = () => resolve(opening.result);
      });
      const writing = database.transaction('in-store-name', 'readwrite');
      writing.objectStore('in-store-name').put({ deep: new Map([['in-map', 1]]) }, 'in-key');
      await new Promise((resolve) => {
        writing.oncomplete = resolve;
      });
      database.close();
    });
    const dump = await browser.dumpStorage();
    const local = ['in-local', 'in-alarms', 'in-local-storage'];
    const cached = ['in-cache-name', 'in-cache-url', 'in-cache-body'];
    const stored = ['in-database-name', 'in-store-name', 'in-map', 'in-key'];
    for (const kept of [...local, ...cached, ...stored]) expect(dump).toContain(kept);
  });

  it('is heard on every console', async () => {
    const page = await browser.newTab('https://www.shop.test/');
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error('thrown by the page');
      });
    });
    const wanted = ['background {"started":true}', 'content script Shop', '{"secret":"inside"}', 'thrown by'];
    await until('all lines', async () => {
      const lines = (await browser.consoleLines()).join('\n');
      return wanted.every((line) => lines.includes(line)) ? true : undefined;
    });
  });

  it('is checked for accessibility in its pages and in closed roots', async () => {
    const options = await browser.newTab(browser.extensionUrl('options.html'));
    expect((await options.axe()).map(({ id, targets }) => [id, targets])).toContainEqual([
      'button-name',
      ['#nameless'],
    ]);
    const page = await browser.newTab('https://www.shop.test/');
    await page.role('button', 'Overlay button').waitFor();
    const unlabelled = (await page.axe()).find(({ id }) => id === 'label');
    expect(unlabelled?.targets).toEqual(['overlay-host >>> overlay-part >>> input']);
  });
});
