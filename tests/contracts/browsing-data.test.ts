import { expect, it } from 'vitest';
import { type Api, contracts } from './browsers.ts';

const ON = 'sellercentral-europe.amazon.com';
const BESIDE = 'www.amazon.com';
const STRANGER = 'www.ebay.com';

contracts('the bulk call', (stage, kind) => {
  it(
    kind === 'chromium'
      ? 'takes the cookies of an origin’s whole registrable domain, and no stranger’s'
      : 'takes the cookies of the hosts that are named, and no other’s',
    async () => {
      const { browser } = stage;
      await browser.setCookies(
        [ON, BESIDE, STRANGER].map((domain) => ({ name: 'c', value: 'v', domain, hostOnly: true })),
      );
      await browser.background(
        async (host, firefox) => {
          const { browsingData } = (globalThis as unknown as { chrome: Api }).chrome;
          const remove = browsingData.remove as (options: object, kinds: object) => Promise<void>;
          const filter = firefox
            ? { hostnames: [host], cookieStoreId: 'firefox-default' }
            : { origins: [`https://${host}`] };
          await remove(filter, { cookies: true });
        },
        ON,
        kind === 'firefox',
      );
      const left = (await browser.cookies()).map(({ domain }) => domain).toSorted();
      expect(left).toEqual(kind === 'chromium' ? [STRANGER] : [BESIDE, STRANGER].toSorted());
    },
  );

  it(
    kind === 'chromium'
      ? 'takes every kind of site data of an origin'
      : 'refuses, within one jar, every kind but cookies, localStorage and IndexedDB',
    async () => {
      const refused = await stage.browser.background(
        async (host, firefox) => {
          const { browsingData } = (globalThis as unknown as { chrome: Api }).chrome;
          const remove = browsingData.remove as (options: object, kinds: object) => Promise<void>;
          const filter = firefox
            ? { hostnames: [host], cookieStoreId: 'firefox-default' }
            : { origins: [`https://${host}`] };
          const no: string[] = [];
          for (const each of [
            'cookies',
            'localStorage',
            'indexedDB',
            'cacheStorage',
            'serviceWorkers',
            'fileSystems',
            'cache',
          ]) {
            // Firefox throws at once for kinds that it does not know at all.
            try {
              await remove(filter, { [each]: true });
            } catch {
              no.push(each);
            }
          }
          return no;
        },
        ON,
        kind === 'firefox',
      );
      expect(refused).toEqual(
        kind === 'chromium' ? [] : ['cacheStorage', 'serviceWorkers', 'fileSystems', 'cache'],
      );
    },
  );
});
