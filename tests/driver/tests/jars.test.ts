import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fixtureExtension } from '../fixture/extension-folder.ts';
import { type FixtureSite, startFixtureSite } from '../fixture/server.ts';
import { type Browser, type JarCookie, launch } from '../index.ts';
import { until } from '../wait.ts';

interface ContainerApi {
  browser: {
    contextualIdentities: { create(details: object): Promise<{ cookieStoreId: string }> };
    tabs: { create(details: object): Promise<object> };
  };
}

/** Waits for a cookie, which an embedded page sets after the page itself is loaded. */
function untilCookie(browser: Browser, name: string): Promise<JarCookie> {
  return until(`the cookie ${name}`, async () =>
    (await browser.cookies()).find((cookie) => cookie.name === name),
  );
}

describe.each(['chromium', 'firefox'] as const)('jars in %s', (kind) => {
  let site: FixtureSite;
  let browser: Browser;

  beforeAll(async () => {
    site = await startFixtureSite();
    browser = await launch(kind, { extension: fixtureExtension, port: site.port, incognito: true });
  });
  afterAll(async () => {
    await browser?.close();
    site.close();
  });
  beforeEach(() => browser.reset());

  it('are read with host, domain, partition and life', async () => {
    const before = Date.now();
    const page = await browser.newTab('https://www.shop.test/');
    await page.goto('https://www.shop.test/next');
    expect(await untilCookie(browser, 'host')).toEqual({
      name: 'host',
      value: 'h',
      domain: 'www.shop.test',
      hostOnly: true,
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'unspecified',
      jar: 'default',
    });
    const ofDomain = await untilCookie(browser, 'domain');
    expect(ofDomain).toMatchObject({ domain: 'shop.test', hostOnly: false, secure: false, sameSite: 'lax' });
    expect((ofDomain.expires ?? 0) - before).toBeGreaterThan(3_590_000);
    expect(await untilCookie(browser, 'embedded')).toMatchObject({
      domain: 'embed.other.test',
      partition: 'https://shop.test',
      sameSite: 'none',
    });
  });

  it('are filled and emptied from outside', async () => {
    const expires = Date.now() + 3_600_000;
    await browser.setCookies([
      { name: 'plain', value: '1', domain: 'www.shop.test' },
      { name: 'wide', value: '2', domain: 'shop.test', hostOnly: false, secure: false, expires },
      { name: 'part', value: '3', domain: 'other.test', partition: 'https://shop.test', sameSite: 'none' },
    ]);
    const cookies = await browser.cookies();
    expect(cookies.map(({ name }) => name).sort()).toEqual(['part', 'plain', 'wide']);
    expect(cookies.find(({ name }) => name === 'part')?.partition).toBe('https://shop.test');
    expect(cookies.find(({ name }) => name === 'wide')?.hostOnly).toBe(false);
    await browser.clearCookies();
    expect(await browser.cookies()).toEqual([]);
  });

  it('are apart in a private window', async () => {
    const page = await browser.privateWindow('https://www.shop.test/');
    expect(await page.title()).toBe('Shop');
    const cookies = await browser.cookies();
    expect(new Set(cookies.map(({ jar }) => jar))).toEqual(new Set(['private']));
    await page.role('button', 'Overlay button').click();
    await page.role('button', 'Overlay pressed').waitFor();
    await page.close();
  });

  it('take what a test puts into the private one', async () => {
    const page = await browser.privateWindow('https://www.shop.test/');
    await browser.setCookies([{ name: 'mine', value: '1', domain: 'www.shop.test', jar: 'private' }]);
    expect((await untilCookie(browser, 'mine')).jar).toBe('private');
    await page.close();
  });

  it('are empty after a reset, and so is all site data', async () => {
    const page = await browser.newTab('https://www.shop.test/');
    await page.evaluate(async () => {
      localStorage.setItem('key', 'value');
      await caches.open('cache');
    });
    await browser.reset();
    expect(await browser.cookies()).toEqual([]);
    const again = await browser.newTab('https://www.shop.test/');
    const kept = await again.evaluate(async () => [localStorage.length, (await caches.keys()).length]);
    expect(kept).toEqual([0, 0]);
  });
});

describe('containers that the extension makes in firefox', () => {
  let site: FixtureSite;
  let browser: Browser;

  beforeAll(async () => {
    site = await startFixtureSite();
    browser = await launch('firefox', { extension: fixtureExtension, port: site.port });
  });
  afterAll(async () => {
    await browser?.close();
    site.close();
  });

  it('are apart, and gone after a reset', async () => {
    await browser.background(async () => {
      const { contextualIdentities, tabs } = (globalThis as unknown as ContainerApi).browser;
      const details = { name: 'Ours', color: 'blue', icon: 'briefcase' };
      const { cookieStoreId } = await contextualIdentities.create(details);
      await tabs.create({ url: 'https://www.shop.test/', cookieStoreId });
    });
    const page = await browser.waitForPage((url) => url === 'https://www.shop.test/');
    await page.role('button', 'Overlay button').click();
    const { jar } = await untilCookie(browser, 'host');
    expect(jar).toMatch(/^container-\d+$/);
    await browser.reset();
    expect(await browser.cookies()).toEqual([]);
  });
});

describe.each(['chromium', 'firefox'] as const)('third-party cookies in %s', (kind) => {
  it.each([
    ['allowed', 1],
    ['blocked', 0],
  ] as const)('are %s as asked for', async (thirdPartyCookies, count) => {
    const site = await startFixtureSite();
    const browser = await launch(kind, { port: site.port, thirdPartyCookies });
    try {
      const page = await browser.newTab('https://www.shop.test/third');
      await until(
        'the embedded page',
        async () => site.requests.includes('embed.other.test/unpartitioned') || undefined,
      );
      await page.role('heading', 'Third').waitFor();
      const unpartitioned = (await browser.cookies()).filter(({ partition }) => partition === undefined);
      expect(unpartitioned).toHaveLength(count);
    } finally {
      await browser.close();
      site.close();
    }
  });
});
