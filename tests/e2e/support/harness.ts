import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, onTestFailed, type RunnerTestSuite } from 'vitest';
import type WebExtension from 'webextension-polyfill';
import { unpack } from '../../../.ci/release/unpack.ts';
import type { Browser, BrowserKind, LaunchOptions, Page } from '../../driver/index.ts';
import { dumpEverything } from '../../driver/storage-dump.ts';
import { until } from '../../driver/wait.ts';
import { causeOf, FAILURES } from '../../reporter/cause.ts';
import { type DeepPartial, type Simulator, type Switches, startSimulator } from '../../simulator/index.ts';
import { enginesFor } from './by-day.ts';
import { enter, leave } from './pool.ts';

const root = join(import.meta.dirname, '../../..');

/** The built extension of a browser. */
export const builtFor: Record<BrowserKind, string> = {
  chromium: join(root, '.output/chrome-mv3'),
  firefox: join(root, '.output/firefox-mv3'),
};

/** An earlier release as a folder. */
async function unpackedRelease(version: string, kind: BrowserKind): Promise<string> {
  const folder = join(root, `.output/releases/${version}-${kind}`);
  await unpack(await readFile(join(root, `tests/e2e/data/releases/${version}-${kind}.zip`)), folder);
  return folder;
}

/** The engines that every journey is for. */
export const BOTH: BrowserKind[] = ['chromium', 'firefox'];

/** The browsers that this run is for: both, or the one that `GRANTKEEPER_BROWSER` names. */
export const kinds = BOTH.filter((kind) => [undefined, '', kind].includes(process.env.GRANTKEEPER_BROWSER));

/** Whether everything is to be played in each browser. */
export const NIGHTLY = Boolean(process.env.GRANTKEEPER_NIGHTLY);

/**
 * Rows of one journey that differ in data alone: in `npm test` the browsers take them in turn, in
 * `npm run test:nightly` each plays all.
 *
 * @param both what each browser plays in any case
 */
export function inTurn<T>(kind: BrowserKind, rows: readonly T[], both: readonly NoInfer<T>[] = []): T[] {
  const turn = BOTH.indexOf(kind);
  const others = rows.filter((row) => !both.includes(row));
  const mine = others.filter((_, index) => NIGHTLY || index % BOTH.length === turn);
  return rows.filter((row) => both.includes(row) || mine.includes(row));
}

/** What functions see that run inside the extension; both engines know it by this name. */
export interface ExtensionScope {
  chrome: typeof WebExtension;
}

/** A real browser, and the simulator that stands for all the sites in it. */
export interface Stage {
  browser: Browser;
  simulator: Simulator;
}

export interface StageOptions extends Omit<LaunchOptions, 'port' | 'extension'> {
  /** A browser without the extension: what happens to people who do not have it. */
  control?: boolean;
  switches?: DeepPartial<Switches>;
  /** An earlier release, by its version (`tests/e2e/data/releases`). */
  release?: string;
  /** The build whose clock can be set (`npm run build:clock`). */
  clock?: boolean;
  /** For what only one browser has; the journey says why. */
  only?: BrowserKind;
}

/** The extension's whole storage, and what it wrote to the console. */
async function everythingKept({ browser }: Stage): Promise<string> {
  const lines = (await browser.consoleLines()).filter((line) => line.includes(browser.extensionId));
  return [await browser.dumpStorage(), ...lines].join('\n');
}

/**
 * Once its tabs are closed, a journey leaves none of the secrets that the simulator gave out in anything that the
 * extension keeps or says.
 */
async function expectNoSecrets(stage: Stage): Promise<void> {
  const { browser, simulator } = stage;
  await browser.closePages();
  const secrets = [...simulator.secrets].filter((secret) => secret.length > 6);
  let found: string[] = [];
  const gone = async (): Promise<true | undefined> => {
    const everything = await everythingKept(stage);
    found = secrets.filter((secret) => everything.includes(secret));
    return found.length === 0 ? true : undefined;
  };
  await until('the extension to keep no secret', gone, {
    explain: async () => found.map((secret) => `${secret.slice(0, 8)}…`).join(', '),
  });
}

/**
 * Journeys in each real browser, against the simulator. Before each one browser and simulator are as new; after each
 * one the extension is searched for secrets.
 */
export function journeys(
  name: string,
  tell: (stage: Stage, kind: BrowserKind) => void,
  options: StageOptions = {},
): void {
  const { control, switches, only, clock, release, ...launching } = options;
  const mine = enginesFor(name, kinds, { nightly: NIGHTLY }).filter((kind) =>
    [undefined, kind].includes(only),
  );
  describe.each(mine)(`${name} in %s`, (kind) => {
    const stage = {} as Stage;
    beforeEach(async ({ task }) => {
      const extension = release
        ? await unpackedRelease(release, kind)
        : `${builtFor[kind]}${clock ? '-clock' : ''}`;
      const { browser, server } = await enter(
        kind,
        { frugal: !NIGHTLY, ...launching, ...(!control && { extension }) },
        startSimulator,
      );
      Object.assign(stage, { browser, simulator: server });
      if (switches) stage.simulator.set(switches);
      if (!control) await awake(stage.browser);
      onTestFailed(({ task: { result } }) =>
        pictureOf(stage, causeOf(fullNameOf(task)), result?.errors?.at(-1)?.message),
      );
    });
    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail') return;
      if (!control) await expectNoSecrets(stage);
      leave(stage.browser);
    });
    tell(stage, kind);
  });
}

/** The name of a test with the names of all that it stands in, as reporters write it. */
function fullNameOf(task: { name: string; suite?: RunnerTestSuite | undefined }): string {
  return task.suite ? `${fullNameOf(task.suite)} > ${task.name}` : task.name;
}

/** The background has registered its listeners and made its first appointment. */
export async function awake(browser: Browser): Promise<void> {
  await until('the background to be awake', async () => {
    const alarms = await browser.background(() => {
      const { chrome } = globalThis as unknown as ExtensionScope;
      return chrome.alarms.getAll();
    });
    return alarms.length > 0 ? true : undefined;
  });
}

/** Lifetimes in seconds, as the marketplaces give them: a year at Amazon, 18 months (`expires_in`) at eBay. */
export const LIFETIME = { amazon: 365 * 86_400, ebay: 47_304_000 };

/** Midnights between now and the end of a grant given now, where the browser is: what the badge counts. */
export function daysOf(lifetime: number): string {
  const now = new Date();
  const end = new Date(now.getTime() + lifetime * 1000);
  const midnight = (day: Date): number => Date.UTC(day.getFullYear(), day.getMonth(), day.getDate());
  return String((midnight(end) - midnight(now)) / 86_400_000);
}

/** Waits until the badge says this; what happened in the background may still be on its way. */
export async function badgeSays({ browser }: Stage, text: string, title?: string): Promise<void> {
  await until(`the badge to say "${text}" ${title ?? ''}`, async () => {
    const badge = await browser.badge();
    return badge.text === text && [undefined, badge.title].includes(title) ? true : undefined;
  });
}

/** What is kept where a page of ours is: in Chromium private windows have an instance of their own. */
async function keptAt({ browser }: Stage, page: Page): Promise<string[]> {
  const url = await page.url().catch(() => '');
  if (browser.extensionId === '' || !url.startsWith(browser.extensionUrl(''))) return [];
  return [url, await page.evaluate(dumpEverything).catch(String)];
}

/** A page's address, whether it is in view, and whether it has the keys: who waits for a click may wait for those. */
const whereAbouts = (): string =>
  `${location.href}: ${document.visibilityState}, focus ${document.hasFocus()}`;

/** Why a journey failed, what the person saw then, and what the extension kept; without secrets. */
async function pictureOf(stage: Stage, cause: string, why = ''): Promise<void> {
  const { browser, simulator } = stage;
  await mkdir(FAILURES, { recursive: true });
  const pages = await browser.pages();
  const told = [why];
  for (const [index, page] of pages.entries()) {
    await page.screenshot(`${cause}-${index}.png`, { fullPage: true }).catch(() => undefined);
    told.push(await page.evaluate(whereAbouts).catch(String));
    told.push(...(await keptAt(stage, page)));
  }
  if (browser.extensionId !== '') told.push(await everythingKept(stage).catch(String));
  const hushed = [...simulator.secrets].reduce(
    (text, secret) => text.replaceAll(secret, '…'),
    told.join('\n'),
  );
  await writeFile(`${cause}.txt`, hushed);
}
