import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Page } from '../../driver/index.ts';
import { until } from '../../driver/wait.ts';
import { damaged } from '../../fakes/damage.ts';
import {
  enteredGrant,
  fullConnection,
  fullExemption,
  fullGrant,
  fullRun,
  fullSuggestion,
  plainConnection,
} from '../../fakes/rows.ts';
import { toList } from '../support/from-popup.ts';
import { type ExtensionScope, journeys, NIGHTLY } from '../support/harness.ts';
import { looks, looksWell, picture, words } from '../support/looks.ts';
import { type Planted, plant, silence } from '../support/plant.ts';

const DAY = 86_400_000;

/** From where a program opens an authorise address. */
const AUTHORISE = 'https://app.linnworks.example/settings/channel-integration/amazon/authorise';

/** Two connections that any surface lists, with a date each. */
function sound(): Planted[] {
  return ['one', 'two'].flatMap((id, index) => {
    const expiry = { basis: 'by-rule' as const, at: Date.now() + (20 + index) * DAY };
    const grant = { ...fullGrant(`grant-${id}`, id), at: Date.now() - DAY, expiry };
    const { reported: _, finishing: __, ...connection } = plainConnection(id);
    return [
      { table: 'connections', row: { ...connection, site: 'europe', integration: 'linnworks' } },
      { table: 'grants', row: grant },
      { table: 'standings', row: { connectionId: id, grants: [grant] } },
    ];
  });
}

/** Damaged rows of every table, the same ones for the same seed. */
function wrecked(seed: number, each: number): Planted[] {
  const of = <T extends object>(table: string, key: string, make: (id: string) => T[]): Planted[] =>
    Array.from({ length: each }, (_, index) => {
      const rows = damaged(make(`bad-${index}`), key);
      return { table, row: fc.sample(rows, { numRuns: 1, seed: seed + index })[0] ?? {} };
    });
  return [
    ...of('connections', 'id', (id) => [fullConnection(id), plainConnection(id)]),
    ...of('grants', 'id', (id) => [fullGrant(id, 'one'), enteredGrant(id, 'two')]),
    ...of('runs', 'id', (id) => [{ ...fullRun(id, 'one'), open: 1 }]),
    ...of('suggestions', 'id', (id) => [fullSuggestion(id)]),
    ...of('exemptions', 'id', (id) => [fullExemption(id)]),
    ...of('standings', 'connectionId', (id) => [
      { connectionId: id, grants: [fullGrant('x', id)], quarantined: undefined },
    ]),
    ...of('reminded', 'connectionId', (id) => [{ connectionId: id, grantId: 'x', rung: 7, at: 0 }]),
    ...of('bin', 'id', (id) => [
      { id, connection: plainConnection(id), grants: [], runs: [], at: Date.now() },
    ]),
    // One that cannot be read for certain, so that there is something to see.
    { table: 'connections', row: { ...plainConnection('lost'), name: 'Lost shop', apps: 'none' } },
  ].map(({ table, row }) => ({ table, row: JSON.parse(JSON.stringify(row, bigIntAsText)) as object }));
}

const bigIntAsText = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : value;

const SEED = Number(process.env.GRANTKEEPER_SEED ?? (NIGHTLY ? Date.now() % 1_000_000 : 15));

// By day in one browser: what a surface says of a broken row follows from the row.
for (const look of NIGHTLY ? looks : looks.slice(0, 1)) {
  const { language, colorScheme } = look;
  journeys(
    `what is broken, ${language}, ${colorScheme}`,
    (stage) => {
      const t = (key: string, ...values: string[]): Promise<string> => words(stage, key, ...values);

      it(`takes nothing else along (seed ${SEED})`, async () => {
        const { browser } = stage;
        await plant(browser, [...sound(), ...wrecked(SEED, NIGHTLY ? 20 : 3)]);
        await browser.stopBackground();

        const popup = await browser.newTab(browser.extensionUrl('popup.html?in=tab'));
        await popup.text('Shop one').nth(0).waitFor();
        await toList(popup, await t('common.back'));
        await popup.text(await t('unreadable.short')).waitFor();
        // Two cards of the same name are the planted rows' own.
        await picture(stage, look, popup, '90-popup-unreadable');
        await popup.close();

        const guard = await browser.newTab(AUTHORISE);
        await guard.text('Shop one').nth(0).waitFor();
        await guard.close();

        const options = await browser.newTab(browser.extensionUrl('options.html'));
        await options.text('Shop one').nth(0).waitFor();
        await options.text('Shop two').nth(0).waitFor();
        await options.close();

        const data = await browser.newTab(browser.extensionUrl('options.html#data'));
        await data.text('Lost shop').waitFor();
        await looksWell(stage, look, data, '91-data-unreadable');
        const remove = await t('unreadable.remove');
        const sure = await t('unreadable.sure');
        await data.role('button', `${remove}: Lost shop`).click();
        await data.role('button', `${sure}: Lost shop`).click();
        await data.text('Lost shop').waitFor({ gone: true });
      });

      it('is said while the data does not answer, and is shown once it does', async () => {
        const { browser } = stage;
        await plant(browser, sound());
        await browser.stopBackground();
        const before = await browser.newTab(browser.extensionUrl('popup.html?in=tab'));
        await before.text('Shop one').nth(0).waitFor();
        await before.close();
        const silent = await silence(browser);
        const loading = await t('common.loading');
        const why = await t('obstacle.silent');
        const again = await t('failure.again');
        // All of them wait for their answer at the same time.
        const late: [Page, string, string][] = [];
        for (const [address, name, says] of [
          [browser.extensionUrl('popup.html?in=tab'), '92-popup-silent', why],
          [browser.extensionUrl('options.html'), '93-dashboard-silent', again],
          [browser.extensionUrl('options.html#settings'), '94-settings-silent', again],
          [AUTHORISE, '95-guard-silent', why],
        ] as const)
          late.push([await browser.newTab(address), name, says]);
        for (const [page, name, says] of late) {
          await page.bringToFront();
          await page.text(says).nth(0).waitFor();
          await page.text(why).nth(0).waitFor();
          expect(await page.text(loading).count()).toBe(0);
          // Nobody knows that there is nothing.
          for (const nothing of [await t('list.empty'), await t('popup.addFirst')])
            expect(await page.text(nothing).count()).toBe(0);
          await looksWell(stage, look, page, name);
        }
        await silent.close();
        for (const [page, name] of late) {
          await page.bringToFront();
          await page.text(why).waitFor({ gone: true });
          if (!name.includes('settings')) await page.text('Shop one').nth(0).waitFor();
          await page.close();
        }
      });
    },
    { ...look },
  );
}

journeys(
  'a time zone that the browser does not know',
  (stage, kind) => {
    it('stops nothing, and is said', async () => {
      const { browser } = stage;
      await plant(browser, sound());
      await browser.stopBackground();
      const popup = await browser.newTab(browser.extensionUrl('popup.html?in=tab'));
      await popup.text('Shop one').nth(0).waitFor();
      expect(await popup.text(/20|19/).count()).toBeGreaterThan(0);
      const note = popup.text(await words(stage, 'zone.heading'));
      // Firefox takes UTC, and says so.
      if (kind === 'chromium') await note.waitFor();
      else expect(await note.count()).toBe(0);
      const guard = await browser.newTab(AUTHORISE);
      await guard.text('Shop one').nth(0).waitFor();
      const options = await browser.newTab(browser.extensionUrl('options.html'));
      await options.text('Shop two').nth(0).waitFor();
      await until('the badge to count', async () => {
        const text = await browser.background(() =>
          (globalThis as unknown as ExtensionScope).chrome.action.getBadgeText({}),
        );
        return text !== '' || undefined;
      });
    });
  },
  { timeZone: ':/etc/localtime' },
);
