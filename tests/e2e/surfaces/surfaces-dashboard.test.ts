import { expect, it } from 'vitest';
import type { Page } from '../../driver/index.ts';
import { type ExtensionScope, journeys, NIGHTLY, type Stage } from '../support/harness.ts';
import { looks, looksWell, words } from '../support/looks.ts';

const DAY = 86_400_000;

/** The names of real life: long ones, ones without a space, short ones. */
const NAMES = [
  'Alpenglück Handelsgesellschaft mit beschränkter Haftung & Co. KG, Lager Nord',
  'Nordlicht',
  'Südwind_Onlinehandel_Ersatzteile_und_Zubehör',
  'Maison Clairière',
];

/** Twenty-five connections as a shop has them after some years: due, expired, wrong, muted, archived, without a date. */
function fill({ browser }: Stage): Promise<void> {
  return browser.background(
    async (names, day) => {
      const now = Date.now();
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('grantkeeper');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const writing = db.transaction(['connections', 'grants', 'standings'], 'readwrite');
      const days = [-3, 0, 1, 6, 21, 45, 120, 200, 364, 547];
      for (let index = 0; index < 25; index += 1) {
        const id = `c${index}`;
        const ebay = index % 3 === 1;
        const kind = ebay ? 'ebay-oauth' : 'amazon';
        writing.objectStore('connections').put({
          id,
          marketplace: ebay ? 'ebay' : 'amazon',
          site: 'de',
          region: ebay ? 'world' : 'EU',
          integration: index % 4 === 3 ? 'other' : 'microtech',
          ...(index % 4 === 3 && { software: 'Warenwirtschaft Marktplatz-Anbindung Professional' }),
          name: `${names[index % names.length]} ${index}`,
          signInName: 'buchhaltung.marktplaetze@alpenglueck-handelsgesellschaft.example',
          apps: [],
          account: { id: `A1ALPEN${index}` },
          ...(index % 8 === 5 && { muted: true }),
          ...(index % 11 === 10 && { archivedAt: now }),
          createdAt: now - 400 * day,
          updatedAt: now,
        });
        const common = { connectionId: id, kind, accountId: `A1ALPEN${index}` };
        const grant = {
          id: `g${index}`,
          ...common,
          verdict: 'match',
          at: now - 300 * day,
          expiry: { basis: 'by-rule', at: now + (days[index % days.length] ?? 0) * day },
        };
        const other = { ...grant, id: `w${index}`, verdict: 'other', at: now - day };
        const quarantined = index % 9 === 4 ? [other] : [];
        if (index === 24) continue;
        for (const each of [grant, ...quarantined]) writing.objectStore('grants').put(each);
        const standing = { connectionId: id, grants: [grant] };
        writing.objectStore('standings').put(quarantined[0] ? { ...standing, quarantined: other } : standing);
      }
      await new Promise((resolve) => {
        writing.oncomplete = resolve;
      });
      db.close();
      const { chrome } = globalThis as unknown as ExtensionScope;
      await chrome.storage.session.set({ revision: now });
    },
    NAMES,
    DAY,
  );
}

/** Sizes of windows; the last one is 1280 pixels at 200 %. By day the narrowest alone. */
const SIZES = [
  { name: 'narrow', width: 360, zoom: 100 },
  { name: 'wide', width: 1280, zoom: 100 },
  { name: 'large-text', width: 1280, zoom: 200 },
].slice(0, NIGHTLY ? 3 : 1);

const SECTIONS = [
  'connections',
  'connections/c4',
  'timeline',
  'reminders',
  'data',
  'settings',
  'diagnostics',
];

/** How far a page can be moved sideways: CSS pixels. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The dashboard of somebody with many connections. By day in one look and the narrowest window. */
for (const look of NIGHTLY ? looks : looks.slice(1, 2)) {
  journeys(
    `surfaces of the dashboard, ${look.language}, ${look.colorScheme}`,
    (stage) => {
      it('can be read by everybody, in every width', async () => {
        const { browser } = stage;
        await fill(stage);
        for (const { name, width, zoom } of SIZES) {
          const page = await browser.newTab(browser.extensionUrl('options.html'));
          await page.setViewport({ width, height: 900 });
          await page.setZoom(zoom);
          for (const [index, section] of SECTIONS.entries()) {
            await page.goto(browser.extensionUrl(`options.html#${section}`));
            await page.css('main > :nth-child(2)').waitFor();
            await page.text(await words(stage, 'common.loading')).waitFor({ gone: true });
            await looksWell(stage, look, page, `3${index}-${section.replace('/', '-')}-${name}`);
            expect(await sideways(page), `${section}, ${name}`).toBe(0);
          }
          await page.goto(browser.extensionUrl('options.html#connections'));
          await page.css('.connections .actions button:last-child').nth(0).click();
          await page.role('button', await words(stage, 'list.undo')).waitFor();
          await looksWell(stage, look, page, `37-removed-${name}`);
          await page.role('button', await words(stage, 'list.undo')).click();
          await page.css('.connections .actions button').nth(0).click();
          await page.css('dialog input').nth(0).waitFor();
          await looksWell(stage, look, page, `38-edit-${name}`);
          await page.goto(browser.extensionUrl('options.html#timeline'));
          await page.css('.timeline .point').nth(5).click();
          await page.css('main summary').nth(0).click();
          await looksWell(stage, look, page, `39-timeline-point-${name}`);
          await page.close();
        }
      });
    },
    look,
  );
}
