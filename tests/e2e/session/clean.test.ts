import { expect, it } from 'vitest';
import type { JarCookie, NewCookie, Page } from '../../driver/index.ts';
import { corpus } from '../support/corpus.ts';
import type { Stage } from '../support/harness.ts';
import { popupSays } from '../support/outcome.ts';
import { continueCleanAsNew, leaveSignedIn } from '../support/person.ts';
import { sessionJourneys } from '../support/settings.ts';

/** Germany's own Seller Central, whose sign-in is on the shop's domain; and the shared one behind it. */
const SITE = 'https://sellercentral.amazon.de';
const DOMAINS = ['amazon.de', 'amazon.com'];

type SiteData = Record<'localStorage' | 'indexedDB' | 'cacheStorage' | 'opfs' | 'serviceWorker', string[]>;

/** Opens a site's own page about its storage; `fill` fills all of it first. */
async function storagePage({ browser }: Stage, fill: boolean): Promise<Page> {
  const page = await browser.newTab(`${SITE}/__sim/storage${fill ? '?fill=all' : ''}`);
  await page.css('html[data-storage="ready"]').waitFor();
  return page;
}

/** What the site's own script still finds. */
async function siteData(stage: Stage): Promise<SiteData> {
  const page = await storagePage(stage, false);
  const found = await page.evaluate(() =>
    (globalThis as unknown as { simStorage(): Promise<SiteData> }).simStorage(),
  );
  await page.close();
  return found;
}

const within = ({ domain }: JarCookie): boolean =>
  DOMAINS.some((each) => domain === each || domain.endsWith(`.${each}`));

/**
 * As many cookies in one domain as browsers keep (about 180; they throw out the oldest), every combination of attributes
 * in another, and a stranger's.
 */
function dirt(): NewCookie[] {
  const many = Array.from(
    { length: 170 },
    (_, index): NewCookie => ({
      name: `many-${index}`,
      value: `dirt-many-${index}`,
      domain: 'amazon.de',
      hostOnly: false,
      path: index % 3 === 0 ? '/deep' : '/',
    }),
  );
  return [...many, ...corpus('www.amazon.com'), { name: 'stranger', value: 'stays', domain: 'www.ebay.com' }];
}

sessionJourneys('a clean', (stage) => {
  it('leaves no cookie of any kind in any of the domains, and none of the site data that the browser lets go', async () => {
    const { browser, simulator } = stage;
    await leaveSignedIn(stage, 'bert', SITE);
    await browser.setCookies(dirt());
    await (await storagePage(stage, true)).close();
    const before = new Set((await browser.cookies()).filter(within).map(({ value }) => value));
    expect(before.size).toBeGreaterThan(200);

    const page = await browser.newTab(
      simulator.integrations.microtech.authoriseUrl({
        marketplace: 'amazon',
        site: 'sellercentral.amazon.de',
      }),
    );
    await continueCleanAsNew(page, { mode: 'clear' });
    await page.waitForUrl(/ap\/signin/);

    const after = await browser.cookies();
    expect(after.filter(({ value }) => before.has(value))).toEqual([]);
    expect(after.find(({ name }) => name === 'stranger')?.value).toBe('stays');

    const none = { localStorage: [], indexedDB: [] };
    const kept = { cacheStorage: ['simulator'], opfs: ['simulator.txt'], serviceWorker: [`${SITE}/`] };
    const gone = { cacheStorage: [], opfs: [], serviceWorker: [] };
    expect(await siteData(stage)).toEqual({ ...none, ...(browser.kind === 'chromium' ? gone : kept) });

    const popup = await popupSays(stage, 'What was cleared');
    await popup.text('What was cleared').click();
    const receipt = await popup.visibleText();
    expect(receipt).toMatch(/amazon\.de: \d+ found, \d+ removed, 0 left/);
    expect(receipt).toMatch(/amazon\.com: \d+ found, \d+ removed, 0 left/);
    expect(receipt.includes('Can’t be cleared in this browser')).toBe(browser.kind === 'firefox');
    expect(receipt).not.toContain('dirt-');
  });
});
