import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Page } from '../../driver/index.ts';
import { until } from '../../driver/wait.ts';
import { type ExtensionScope, journeys, type Stage } from '../support/harness.ts';
import { calendarIn, saved } from '../support/saved.ts';

const DAY = 86_400_000;

type Tables = Record<string, unknown[]>;
const TABLES = ['connections', 'grants', 'runs', 'exemptions', 'settings'];

/** Writes into the extension's tables, or empties them; tells what is in them then. */
async function tables({ browser }: Stage, names: string[], rows?: Tables): Promise<Tables> {
  return browser.background(
    async (wanted, put) => {
      const settled = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const db = await settled(indexedDB.open('grantkeeper'));
      const found: Record<string, unknown[]> = {};
      for (const name of wanted) {
        const store = db.transaction(name, 'readwrite').objectStore(name);
        if (put) await settled(store.clear());
        for (const row of put?.[name] ?? []) await settled(store.put(row));
        found[name] = await settled(store.getAll());
      }
      db.close();
      return found;
    },
    names,
    rows,
  );
}

function example(now: number): Tables {
  const [id, connectionId, runId] = ['g1', 'c1', 'r1'];
  const [marketplace, kind, app] = ['amazon', 'amazon', 'amzn1.sp.solution.1'];
  const about = {
    marketplace,
    site: 'de',
    region: 'EU',
    integration: 'microtech',
    account: { id: 'A1ALPEN' },
  };
  return {
    connections: [
      {
        id: 'c1',
        ...about,
        name: 'Alpenglück',
        note: 'Ring first',
        apps: [{ kind, app, verified: true }],
        createdAt: now,
        updatedAt: now,
      },
      { id: 'c2', ...about, name: '=Nordlicht', apps: [], account: {}, createdAt: now, updatedAt: now },
    ],
    grants: [
      {
        id,
        connectionId,
        runId,
        kind,
        app,
        accountId: 'A1ALPEN',
        verdict: 'match',
        at: now,
        expiry: { basis: 'by-rule', at: now + 365 * DAY },
      },
    ],
    runs: [
      {
        id: runId,
        connectionId,
        marketplace,
        site: 'de',
        mode: 'clear',
        jar: '0',
        kinds: [kind],
        phase: 'ended',
        legs: [{ kind, app, outcome: 'granted' }],
        progress: {},
        startedAt: now,
        endedAt: now,
        result: 'granted',
      },
    ],
    exemptions: [{ id: 'e1', marketplace, kind, app: 'Daily', since: now }],
    settings: [],
  };
}

/** The page as it is after the tables were changed behind its back. */
async function dataPage({ browser }: Stage): Promise<Page> {
  const page = await browser.newTab(browser.extensionUrl('options.html#data'));
  await page.role('heading', 'Import a file').waitFor();
  return page;
}

journeys('data', (stage) => {
  it('goes out, is wiped, and comes in again equal', async () => {
    await tables(stage, TABLES, example(Date.now()));
    const before = await tables(stage, TABLES);
    const page = await dataPage(stage);
    const backup = await saved(stage, page, 'Save backup', '.json');
    const table = await readFile(await saved(stage, page, 'Save table', '.csv'), 'utf8');
    expect(table).toContain("'=Nordlicht");
    const events = await calendarIn(await saved(stage, page, 'Save calendar', '.ics'));
    expect(events).toMatchObject([{ summary: 'Renew “Alpenglück”', alarms: { length: 8 } }]);

    await tables(stage, [...TABLES, 'standings', 'upcoming'], {});
    const file = page.label('File', { exact: true });
    await file.upload(backup);
    await page.text('Alpenglück').waitFor();
    // Nothing is let through unless it is ticked.
    await page.text('This file wants to let apps through').waitFor();
    await page.role('button', 'Import', { exact: true }).click();
    await page.text('The file was imported').waitFor();
    expect((await tables(stage, ['exemptions'])).exemptions).toEqual([]);
    await file.upload(backup);
    await page.label('Always let Daily through').check();
    await page.role('button', 'Import', { exact: true }).click();
    await page.text('The file was imported').waitFor();
    const { settings: _, ...after } = await tables(stage, TABLES);
    const { settings: __, ...wanted } = before;
    expect(after).toEqual(wanted);
    expect((await stage.browser.badge()).text).toMatch(/^36[45]$/);

    // The same file once more: there is nothing to do.
    await file.upload(backup);
    await page.text('There is nothing to import').waitFor();
  });

  it('lands in the browser’s own sync once that is turned on, without numbers', async () => {
    const { browser } = stage;
    await tables(stage, TABLES, example(Date.now()));
    const page = await dataPage(stage);
    await page.label('Keep my computers in sync').check();
    await page.text('2 connections are in the browser’s sync').waitFor();
    const held = await browser.background(() =>
      (globalThis as unknown as ExtensionScope).chrome.storage.sync.get(null),
    );
    expect(Object.keys(held).sort()).toEqual(['c:c1', 'c:c2']);
    expect(JSON.stringify(held)).not.toMatch(/A1ALPEN|amzn1/);

    // What another machine changed is taken over: here the browser's sync has already brought it.
    await browser.background(async () => {
      const { sync } = (globalThis as unknown as ExtensionScope).chrome.storage;
      const { 'c:c1': item } = (await sync.get('c:c1')) as Record<string, { f: object; x?: object }>;
      await sync.set({
        'c:c1': { ...item, f: { ...item?.f, n: 'From afar' }, x: { ...item?.x, n: [99, 'afar'] } },
      });
    });
    await until(
      'the change to arrive',
      async () => {
        const { connections = [] } = await tables(stage, ['connections']);
        return JSON.stringify(connections).includes('From afar') ? true : undefined;
      },
      { timeout: 15_000 },
    );
  });
});

journeys('a file', (stage) => {
  it('that Excel saved again comes in, after a question where it can mean two days', async () => {
    await tables(stage, TABLES, example(Date.now()));
    const page = await dataPage(stage);
    const table = await readFile(await saved(stage, page, 'Save table', '.csv'), 'utf8');
    const file = page.label('File', { exact: true });
    // As an American Excel writes it: its order of the day, empty cells behind, no mark at the beginning.
    const folder = await mkdtemp(join(tmpdir(), 'grantkeeper-'));
    const excel = join(folder, 'excel.csv');
    const year = new Date().getUTCFullYear() + 1;
    const lines = table.replace('\ufeff', '').trim().split('\r\n');
    const resaved = lines.map((line, at) => {
      const cells = line.split(',');
      if (at === 1) cells[10] = `4/5/${year}`;
      return `${cells.join(',')},,`;
    });
    await writeFile(excel, `${resaved.join('\r\n')}\r\n`);
    await file.upload(excel);
    await page.text('Which day is this?').waitFor();
    await page.role('button', `Apr 5, ${year}`).click();
    await page.role('button', 'Import', { exact: true }).click();
    await page.text('The file was imported').waitFor();
    const { grants = [], connections = [] } = await tables(stage, ['grants', 'connections']);
    expect(JSON.stringify(grants)).toContain(`${year}-04-05`);
    expect(connections.map((each) => (each as { name: string }).name).sort()).toEqual([
      '=Nordlicht',
      'Alpenglück',
    ]);
    await rm(folder, { recursive: true });
  });

  it('that is broken is refused with its place, and changes nothing', async () => {
    const { browser } = stage;
    const page = await dataPage(stage);
    const broken = join(import.meta.dirname, '../../unit/domain/data/files/broken.csv');
    await page.label('File', { exact: true }).upload(broken);
    await page.text('“broken.csv” was not imported').waitFor();
    await page.text('Line 3, column “site” (“atlantis”)').waitFor();
    expect((await tables(stage, ['connections'])).connections).toEqual([]);
    expect(
      await browser.background(() => (globalThis as unknown as ExtensionScope).chrome.storage.sync.get(null)),
    ).toEqual({});
  });
});
