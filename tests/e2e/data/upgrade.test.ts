import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { until } from '../../driver/wait.ts';
import { toList } from '../support/from-popup.ts';
import { awake, builtFor, journeys, NIGHTLY, type Stage } from '../support/harness.ts';
import { popupSays, table } from '../support/outcome.ts';

/** Rows as 0.1.0 wrote them, by table: the stored example of its database. */
const rows: Record<string, { id?: string; connectionId?: string; open?: 1 }[]> = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../unit/db/examples/v2.json'), 'utf8'),
);

/** A row as this build keeps it: a renewal that ended more than a month ago is put away. */
const byNow = ({ open: _, ...row }: (typeof rows)[string][number]): object => row;

const NEWER = '999.0.0';

/** Puts the rows into the database that the running release has made, and wakes that release with them. */
async function fill({ browser }: Stage): Promise<void> {
  await browser.background(
    (all) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('grantkeeper');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const names = Object.keys(all);
          const writing = opening.result.transaction(names, 'readwrite');
          for (const name of names) for (const row of all[name] ?? []) writing.objectStore(name).put(row);
          writing.onabort = () => reject(writing.error);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    rows,
  );
  await browser.stopBackground();
}

journeys(
  'a profile of 0.1.0',
  (stage, kind) => {
    it('is opened by this build: everything is there, the guard is on, and nothing is asked', async () => {
      const { browser, simulator } = stage;
      await fill(stage);
      await awake(browser);
      await browser.update(NEWER, builtFor[kind]);
      await until('this build to run', async () => (await browser.extensionVersion()) === NEWER || undefined);
      await awake(browser);

      for (const [name, wanted] of Object.entries(rows)) {
        const kept = await table<object>(stage, name);
        expect(kept, name).toHaveLength(wanted.length);
        for (const row of wanted) expect(kept, name).toContainEqual(expect.objectContaining(byNow(row)));
      }
      const popup = await popupSays(stage, 'A permission was given outside a renewal');
      await toList(popup);
      await popup.text('Südwind').waitFor();
      expect(await popup.visibleText()).toContain('Alpenglück');
      await popup.close();
      const page = await browser.newTab(
        simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }),
      );
      await page.waitForUrl(new RegExp(`^${browser.extensionUrl('guard.html')}`));
    });
  },
  // Chromium updates only what a policy installed: a browser under one is started at night.
  { release: '0.1.0', packed: true, ...(!NIGHTLY && { only: 'firefox' }) },
);
