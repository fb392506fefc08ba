import type { Page } from '../../driver/index.ts';
import { until } from '../../driver/wait.ts';
import type { ExtensionScope, Stage } from '../support/harness.ts';
import { table } from '../support/outcome.ts';
import type { Walk } from './walk.ts';

interface RunRow {
  id: string;
  phase: string;
  marketplace: string;
  putAway?: boolean;
  aside?: { state: string; missing?: number };
}

interface Kept {
  kind: string;
  verdict?: string;
  accountId?: string;
}

const living = async (stage: Stage): Promise<RunRow[]> =>
  (await table<RunRow>(stage, 'runs')).filter(({ phase }) => phase !== 'ended');

/** The pop-up as it stands, or opened. */
async function popupOf({ browser }: Stage): Promise<Page> {
  const popup = await browser.popup();
  await popup.css('main:not([aria-busy="true"])').waitFor();
  return popup;
}

/** Milliseconds in which a renewal that was ended in the pop-up is over. */
const ENDING = 60_000;

/** Ends every renewal in the pop-up, as a person would; says which could not be ended. */
export async function endAll(walk: Walk): Promise<string[]> {
  const { stage } = walk;
  const end = async (): Promise<true | undefined> => {
    if ((await living(stage)).length === 0) return true;
    const popup = await popupOf(stage);
    for (const name of ['End the renewal', 'No, end it', 'No', 'Back']) {
      const button = popup.role('button', name, { exact: true });
      if ((await button.count()) === 0) continue;
      await button.nth(0).click();
      return undefined;
    }
    // What stands in the list's place leads there.
    const shown = popup.css('.banner button, .needs button');
    if ((await shown.count()) > 0) await shown.nth(0).click();
    return undefined;
  };
  await until('all renewals to be ended', end, { timeout: ENDING }).catch(() => undefined);
  return (await living(stage)).map(({ id, phase }) => `${id} cannot be ended: ${phase}`);
}

/** Closes every tab; one that a click has begun to open may come late, and its renewal with it. */
export async function closeAll({ stage }: Walk): Promise<void> {
  const isOver = async (): Promise<true | undefined> => {
    await stage.browser.closePages();
    return (await living(stage)).length === 0 || undefined;
  };
  await until('no renewal to live without a tab', isOver).catch(() => undefined);
}

/** Every surface shows something, and none is still waiting after four seconds. */
export async function surfacesShowThemselves({ stage }: Walk): Promise<string[]> {
  const { browser } = stage;
  const wrong: string[] = [];
  for (const page of await browser.pages()) {
    const url = await page.url().catch(() => '');
    if (!url.startsWith(browser.extensionUrl(''))) continue;
    const shows = async (): Promise<true | undefined> => {
      if ((await page.url().catch(() => '')) !== url) return true;
      const text = await page.visibleText();
      return (text.trim().length > 20 && !text.includes('One moment')) || undefined;
    };
    const state = async (): Promise<string> =>
      `${await page.evaluate(() => document.visibilityState)}: ${(await page.visibleText()).slice(0, 80)}`;
    const isShown = await until(`${url} to show itself`, shows, { timeout: 4_000 }).catch(() => false);
    if (!isShown) wrong.push(`${url} stays blank (${await state().catch(String)})`);
  }
  return wrong;
}

/** Whatever the integrations got is recorded or asked about, and nothing else is. */
async function everyGrantOnce({ stage, ends }: Walk): Promise<string[]> {
  const count = (rows: readonly { kind: string }[], kind: string): number =>
    rows.filter((row) => row.kind === kind).length;
  const compare = async (): Promise<string[]> => {
    const { grants: given } = stage.simulator;
    const known = [
      ...(await table<Kept>(stage, 'grants')).filter(({ verdict }) => verdict !== 'entered'),
      ...(await table<Kept>(stage, 'suggestions')),
    ];
    return [...new Set([...given, ...known].map(({ kind }) => kind))].flatMap((kind) => {
      const [there, here] = [count(given, kind), count(known, kind)];
      // What was told to a browser in the moment of its end may be lost; nothing may be made up.
      return here > there || here < there - ends ? [`${kind}: ${there} granted, ${here} kept`] : [];
    });
  };
  await until('each grant to be kept', async () => ((await compare()).length === 0 ? true : undefined)).catch(
    () => undefined,
  );
  return compare();
}

/** Nobody but the seller's own account got a grant, unless the seller went on with the sign-in that was there. */
async function onlyTheOwnAccount({ stage, saidSo }: Walk): Promise<string[]> {
  if (saidSo.has('as-is')) return [];
  return stage.simulator.grants
    .filter(({ account }) => account !== 'anna')
    .map(({ marketplace, account }) => `${account} got a grant at ${marketplace}`);
}

/** Who is signed in at a site, as its server sees it. */
async function signedInAt({ browser, simulator }: Stage, site: string): Promise<string | undefined> {
  const page = await browser.newTab(`${site}/__sim/blank`);
  await page.close();
  return simulator.log.findLast(({ url }) => url === `${site}/__sim/blank`)?.account;
}

/** Where somebody was signed in before, somebody is, or the loss is told. */
async function earlierSignInIsBack(
  { stage, saidSo, ends }: Walk,
  before: readonly string[],
): Promise<string[]> {
  // A browser that ends takes every sign-in along that lasted as long as it.
  if (saidSo.has('clear') || ends > 0) return [];
  const told = (await table<RunRow>(stage, 'runs'))
    .filter(({ aside }) => aside && (['lost', 'let-go'].includes(aside.state) || (aside.missing ?? 0) > 0))
    .map(({ marketplace }) => marketplace);
  const wrong: string[] = [];
  for (const site of before) {
    if (told.some((marketplace) => site.includes(`${marketplace}.`))) continue;
    const isBack = async (): Promise<true | undefined> =>
      (await signedInAt(stage, site)) === undefined ? undefined : true;
    if (!(await until('somebody to be signed in', isBack).catch(() => false)))
      wrong.push(`nobody is signed in at ${site} any more, and nothing says so`);
  }
  return wrong;
}

interface ConnectionRow {
  container?: { jar?: string; keep?: boolean; linked?: boolean };
}

/** Nothing of ours is left in the browser but containers that the seller keeps. */
async function nothingIsLeft({ stage }: Walk): Promise<string[]> {
  const left = async (): Promise<string[]> => {
    const kept = (await table<ConnectionRow>(stage, 'connections')).flatMap(({ container }) =>
      container?.jar !== undefined && (container.keep || container.linked) ? [container.jar] : [],
    );
    return stage.browser.background(async (jars) => {
      const { chrome } = globalThis as unknown as ExtensionScope;
      const rules = await chrome.declarativeNetRequest.getSessionRules();
      const session = Object.keys(await chrome.storage.session.get(null));
      const containers = (await chrome.contextualIdentities?.query({})) ?? [];
      return [
        ...rules.filter(({ action }) => action.type === 'allow').map(({ id }) => `allowance ${id}`),
        ...session.filter((key) => key.startsWith('aside:')),
        ...containers
          .filter(({ name, cookieStoreId }) => name.startsWith('Alpenglück') && !jars.includes(cookieStoreId))
          .map(({ name }) => `container ${name}`),
      ];
    }, kept);
  };
  const isEmpty = async (): Promise<true | undefined> => ((await left()).length === 0 ? true : undefined);
  await until('nothing to be left', isEmpty).catch(() => undefined);
  return (await left()).map((what) => `left over: ${what}`);
}

/** Nothing of ours threw. */
async function nothingThrew({ stage: { browser } }: Walk): Promise<string[]> {
  const lines = (await browser.consoleLines()).filter(
    (line) => line.includes(browser.extensionId) && /uncaught|unhandled/i.test(line),
  );
  return lines.map((line) => `on the console: ${line.slice(0, 200)}`);
}

/** What is wrong once all is over. */
export async function judge(walk: Walk, before: readonly string[]): Promise<string[]> {
  return [
    ...(await living(walk.stage)).map(({ id, phase }) => `${id} lives on without a tab: ${phase}`),
    ...(await everyGrantOnce(walk)),
    ...(await onlyTheOwnAccount(walk)),
    ...(await earlierSignInIsBack(walk, before)),
    ...(await nothingIsLeft(walk)),
    ...(await nothingThrew(walk)),
  ];
}
