import { expect, it } from 'vitest';
import { until } from '../driver/wait.ts';
import type { ExtensionScope } from '../e2e/support/harness.ts';
import { behindWorker, type Stage, seen, untilSeen, witnessed } from './witness/index.ts';

const GUARDED = 'https://shop.test/guarded';

const atGuarded = ({ site }: Stage): string[] => site.requests.filter((path) => path.includes('/guarded'));

witnessed('a rule that redirects', (stage, kind) => {
  it('stops a request before it leaves, and lets a tab through that a session rule names', async () => {
    const { browser, guard } = stage;
    const first = await browser.newTab(GUARDED);
    expect(await first.url()).toBe(guard);
    expect(atGuarded(stage)).toEqual([]);

    const second = await browser.newTab('https://shop.test/');
    await browser.background(async () => {
      const { tabs, declarativeNetRequest } = (globalThis as unknown as ExtensionScope).chrome;
      const [tab] = await tabs.query({ url: 'https://shop.test/' });
      await declarativeNetRequest.updateSessionRules({
        addRules: [
          {
            id: 7,
            priority: 20,
            action: { type: 'allow' },
            condition: {
              urlFilter: '||shop.test/guarded',
              resourceTypes: ['main_frame'],
              tabIds: [tab?.id ?? -1],
            },
          },
        ],
      });
    });
    await second.goto(GUARDED);
    expect(await second.url()).toBe(GUARDED);
    await first.goto(GUARDED);
    expect(await first.url()).toBe(guard);
    expect(atGuarded(stage)).toEqual(['shop.test/guarded']);
    await browser.background(() =>
      (globalThis as unknown as ExtensionScope).chrome.declarativeNetRequest.updateSessionRules({
        removeRuleIds: [7],
      }),
    );
  });

  it('is told after another site’s redirect when the address is asked for; in Chromium then alone', async () => {
    const page = await stage.browser.newTab('https://elsewhere.test/to-guarded');
    expect(await page.url()).toBe(stage.guard);
    expect(atGuarded(stage)).toEqual([]);
    await untilSeen(
      stage,
      ({ event, url }) => event === 'onBeforeRequest' && url?.startsWith(GUARDED) === true,
    );
    const told = (await seen(stage)).filter(
      ({ event, to }) => event === 'onBeforeRedirect' && to === 'guard',
    );
    expect(told).toHaveLength(kind === 'chromium' ? 0 : 1);
  });

  it('takes a window’s opener away in Firefox; Chromium keeps it', async () => {
    const { browser, guard } = stage;
    const shop = await browser.newTab('https://shop.test/');
    await shop.role('button', 'Open').click();
    const opened = await browser.waitForPage((url) => url === guard);
    const isClosed = await shop.evaluate(() => (globalThis as unknown as { other: Window }).other.closed);
    // Where the page of the extension leads on to.
    await browser.background(async (address) => {
      const { tabs } = (globalThis as unknown as ExtensionScope).chrome;
      const tab = (await tabs.query({})).find(({ url }) => url === address);
      await tabs.update(tab?.id, { url: 'https://shop.test/?consent' });
    }, guard);
    await opened.waitForUrl(/consent/);
    expect(isClosed).toBe(kind === 'firefox');
    // Chromium keeps it, unless it gives the page another process than its opener's.
    if (kind === 'firefox') expect(await opened.evaluate(() => opener === null)).toBe(true);
  });

  it('holds behind the site’s own worker; Chromium tells of it without a tab', async () => {
    const page = await behindWorker(stage);
    await page.goto(GUARDED);
    await page.waitForUrl(stage.guard);
    expect(atGuarded(stage)).toEqual([]);
    const told = await untilSeen(stage, ({ to }) => to === 'guard');
    expect(told).toMatchObject(
      kind === 'chromium'
        ? { type: 'xmlhttprequest', tabless: true }
        : { type: 'main_frame', tabless: false },
    );
  });
});

witnessed('an answer', (stage, kind) => {
  const VENDOR = 'https://vendor.test/callback?code=1';

  it('by a redirect to a host of which we may see nothing is told', async () => {
    await stage.browser.newTab('https://shop.test/consent');
    const told = await untilSeen(stage, ({ event, to }) => event === 'onBeforeRedirect' && to === VENDOR);
    expect(told).toMatchObject({ type: 'main_frame', tabless: false });
  });

  it('behind the site’s own worker: Chromium tells the redirect without a tab, Firefox its header alone', async () => {
    const page = await behindWorker(stage);
    await page.goto('https://shop.test/consent');
    await page.waitForUrl(VENDOR);
    const told = await untilSeen(stage, ({ event, to }) => event === 'onHeadersReceived' && to === VENDOR);
    expect(told).toMatchObject({ type: 'xmlhttprequest', tabless: true });
    const redirects = (await seen(stage)).filter(({ event }) => event === 'onBeforeRedirect');
    expect(redirects.filter(({ to }) => to === VENDOR)).toHaveLength(kind === 'chromium' ? 1 : 0);
  });

  it('that a page writes down while it is left wakes a stopped worker', async () => {
    const { browser } = stage;
    const page = await browser.newTab('https://shop.test/');
    await browser.stopBackground();
    await page.role('link', 'Leave').click();
    await page.waitForUrl(/vendor\.test/);
    await untilSeen(stage, ({ event }) => event === 'letter');
  });

  it('that a page writes down while a script leaves it arrives, the page’s storage used before', async () => {
    const { browser } = stage;
    const page = await browser.newTab('https://shop.test/?warm');
    await browser.stopBackground();
    await page.evaluate(() => {
      location.href = 'https://vendor.test/callback';
    });
    await page.waitForUrl(/vendor\.test/);
    // Whether its message arrives as well is a matter of the moment; nothing leans on that.
    await untilSeen(stage, ({ event }) => event === 'letter');
  });
});

witnessed('a browser that is started with an address', (stage, kind) => {
  it(
    kind === 'chromium' ? 'sends it before it has an extension’s rules' : 'has an extension’s rules in time',
    async () => {
      const { browser, guard } = stage;
      await browser.restart({ url: GUARDED });
      const page = await browser.waitForPage((url) => [guard, GUARDED].includes(url));
      expect(await page.url()).toBe(kind === 'chromium' ? GUARDED : guard);
      expect(atGuarded(stage)).toHaveLength(kind === 'chromium' ? 1 : 0);
    },
  );
});

witnessed(
  'a port to which no browser connects',
  (stage) => {
    it('is told with the cookies of the tab, and nothing leaves', async () => {
      const { browser, guard, site } = stage;
      await browser.setCookies([{ name: 'marker', value: '1', domain: 'shop.test', path: '/marker' }]);
      const page = await browser.newTab(guard);
      await page.evaluate(() => {
        const frame = document.createElement('iframe');
        frame.src = 'https://shop.test:1/marker';
        document.body.append(frame);
      });
      expect(await untilSeen(stage, ({ event }) => event === 'onSendHeaders')).toMatchObject({
        type: 'sub_frame',
        cookies: 'marker=1',
      });
      await untilSeen(stage, ({ error }) => error === 'net::ERR_UNSAFE_PORT');
      expect(site.requests).toEqual([]);
    });
  },
  { only: 'chromium', thirdPartyCookies: 'blocked' },
);

witnessed('the hosts that we ask for', (stage, kind) => {
  it('have to be open in their scheme: with https alone Chromium hides cookies that are not Secure', async () => {
    const { browser } = stage;
    for (const host of ['shop.test', 'plain.test']) await browser.newTab(`https://${host}/cookie`);
    const found = await browser.background(async () => {
      const { cookies } = (globalThis as unknown as ExtensionScope).chrome;
      const lists = ['shop.test', 'plain.test'].map((domain) => cookies.getAll({ domain }));
      return (await Promise.all(lists)).map(({ length }) => length);
    });
    expect(found).toEqual(kind === 'chromium' ? [1, 0] : [1, 1]);
  });
});

witnessed(
  'a container that is removed',
  (stage) => {
    it('leaves its tabs open', async () => {
      const { browser } = stage;
      const jar = await browser.background(async () => {
        const { contextualIdentities, tabs } = (globalThis as unknown as ExtensionScope).chrome;
        const made = await contextualIdentities.create({ name: 'Short', color: 'blue', icon: 'briefcase' });
        await tabs.create({ cookieStoreId: made.cookieStoreId, url: 'https://shop.test/?inside' });
        return made.cookieStoreId;
      });
      const page = await browser.waitForPage((url) => url.endsWith('?inside'));
      await browser.background(async (id) => {
        await (globalThis as unknown as ExtensionScope).chrome.contextualIdentities.remove(id);
      }, jar);
      const left = await browser.background(async (id) => {
        const { contextualIdentities } = (globalThis as unknown as ExtensionScope).chrome;
        return (await contextualIdentities.query({})).some(({ cookieStoreId }) => cookieStoreId === id);
      }, jar);
      expect(left).toBe(false);
      // It may still be loading.
      await until('the tab to show its page', async () =>
        (await page.evaluate(() => document.title)) === 'Shop' ? true : undefined,
      );
    });
  },
  { only: 'firefox' },
);

witnessed(
  'the instance of private windows',
  (stage) => {
    it('shares storage.session and storage.local, and has a database of its own', async () => {
      const { browser, guard } = stage;
      const open = (): Promise<string[]> =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('shared', 1);
          opening.onupgradeneeded = () => resolve(['new']);
          opening.onsuccess = () => resolve(['known']);
          opening.onerror = () => reject(opening.error);
        });
      await browser.background(async () => {
        const { storage } = (globalThis as unknown as ExtensionScope).chrome;
        await storage.session.set({ shared: 1 });
        await storage.local.set({ shared: 1 });
      });
      const normal = await browser.newTab(guard);
      expect(await normal.evaluate(open)).toEqual(['new']);
      const page = await browser.privateWindow(guard);
      const found = await page.evaluate(async () => {
        const { storage, extension } = (globalThis as unknown as ExtensionScope).chrome;
        const areas = [await storage.session.get('shared'), await storage.local.get('shared')];
        return [extension.inIncognitoContext, ...areas.map(({ shared }) => shared)];
      });
      expect(found).toEqual([true, 1, 1]);
      expect(await page.evaluate(open)).toEqual(['new']);
      await until('the private window to close', async () => {
        await page.close();
        return true;
      });
    });
  },
  { only: 'chromium', incognito: true },
);
