import { marketplaceById, siteById } from '../../utils/domain/marketplaces/index.ts';
import { cleaningPlan } from '../../utils/domain/session/cleaning.ts';
import type { Browser, BrowserKind, NewCookie } from '../driver/index.ts';
import { launch } from '../driver/index.ts';
import { awake, builtFor, type ExtensionScope } from '../e2e/support/harness.ts';
import { startSimulator } from '../simulator/index.ts';
import type { Measurement } from './table.ts';

const ROUNDS = 11;

/** Cookies on every host of the plan that a person could have been to. */
const PER_ORIGIN = 20;

const amazon = marketplaceById('amazon');

function planOf(siteId: string) {
  const site = siteById(amazon, siteId);
  if (!site) throw new RangeError(`Amazon has no site "${siteId}"`);
  return cleaningPlan(amazon, site);
}

/** A dirty jar: login cookies of the domain, and others of every host. */
function dirt(siteId: string): NewCookie[] {
  return planOf(siteId)
    .origins.slice(0, 10)
    .flatMap((origin) =>
      Array.from({ length: PER_ORIGIN }, (_, index): NewCookie => {
        const domain = new URL(origin).hostname;
        return { name: `b${index}`, value: 'x'.repeat(40), domain, hostOnly: index % 2 === 0, path: '/' };
      }),
    );
}

/**
 * Milliseconds that the browser's own bulk call takes for the same origins and kinds, inside the browser.
 *
 * @param proven Domains whose cookies are read before and after it: the least that a proof needs.
 */
function bare(browser: Browser, origins: string[], proven: string[]): Promise<number> {
  return browser.background(
    async (list, domains, firefox) => {
      const { chrome } = globalThis as unknown as ExtensionScope;
      const read = (): Promise<unknown> =>
        Promise.all(
          domains.map((domain) => chrome.cookies.getAll({ domain, partitionKey: {} } as { domain: string })),
        );
      const remove = chrome.browsingData.remove as (options: object, kinds: object) => Promise<void>;
      const storage = { cookies: true, localStorage: true, indexedDB: true };
      const more = { cacheStorage: true, serviceWorkers: true, fileSystems: true, cache: true };
      const since = performance.now();
      await read();
      if (firefox) {
        const hostnames = list.map((origin) => origin.replace('https://', ''));
        await remove({ hostnames, cookieStoreId: 'firefox-default' }, storage);
      } else await remove({ origins: list }, { ...storage, ...more });
      await read();
      return performance.now() - since;
    },
    origins,
    proven,
    browser.kind === 'firefox',
  );
}

interface Answer {
  res?: { ok: boolean };
}

/**
 * Milliseconds from the press to the receipt of a clean: the command is answered when it has begun, so what is kept of
 * the run is looked at until it says what was read back.
 */
function ours(browser: Browser, connectionId: string, mode: string): Promise<number> {
  return browser.background(
    async (id, how) => {
      const { chrome } = globalThis as unknown as ExtensionScope;
      const runs = async (): Promise<[string, { run: { receipt?: unknown } }][]> =>
        Object.entries(await chrome.storage.session.get(null)).filter(([key]) =>
          key.startsWith('run:'),
        ) as never;
      const before = new Set((await runs()).map(([key]) => key));
      const isProven = async (): Promise<boolean> =>
        (await runs()).some(([key, { run }]) => !before.has(key) && run.receipt !== undefined);
      const since = performance.now();
      const answer = (await chrome.runtime.sendMessage({
        id: 1,
        type: 'renewal/start',
        data: { connectionId: id, mode: how },
        timestamp: Date.now(),
      })) as Answer;
      if (!answer.res?.ok) throw new Error(`The renewal did not start: ${JSON.stringify(answer)}`);
      while (!(await isProven()));
      return performance.now() - since;
    },
    connectionId,
    mode,
  );
}

async function send(browser: Browser, type: string, data?: object): Promise<unknown> {
  const answer = await browser.background(
    (kind, payload) => {
      const { chrome } = globalThis as unknown as ExtensionScope;
      const message = { id: 1, type: kind, timestamp: Date.now() };
      return chrome.runtime.sendMessage(payload === null ? message : { ...message, data: payload });
    },
    type,
    data ?? null,
  );
  return (answer as { res: unknown }).res;
}

interface Seen {
  runs: { run: { id: string; phase: string } }[];
  connections: { connection: { id: string } }[];
}

/** Ends the run that lives and puts it away. */
async function endRun(browser: Browser): Promise<void> {
  const { runs } = (await send(browser, 'overview')) as Seen;
  for (const { run } of runs) {
    await send(browser, 'run/choose', { runId: run.id, choice: 'cancel' });
    await send(browser, 'run/choose', { runId: run.id, choice: 'put-away' });
  }
}

/**
 * A clean of all of a site's domains, from the press to what is noted of it, beside the browser's own bulk call over the
 * same origins, and beside that call between the two reads that a proof needs.
 */
export async function benchClean(kind: BrowserKind): Promise<Measurement[]> {
  const simulator = await startSimulator();
  const browser = await launch(kind, { port: simulator.port, extension: builtFor[kind] });
  try {
    await awake(browser);
    const site = 'de';
    const { origins, domains } = planOf(site);
    const read = domains.map(({ domain }) => domain);
    const cookies = dirt(site);
    await send(browser, 'connection/add', {
      integration: 'microtech',
      name: 'Bench',
      marketplace: 'amazon',
      site,
      expiry: { unknown: true },
    });
    const { connections } = (await send(browser, 'overview')) as Seen;
    const id = connections[0]?.connection.id ?? '';
    const modes = ['clear', 'set-aside'];
    const of = (mode: string, beside: string): Measurement => ({
      what: `clean of ${cookies.length} cookies, ${mode}, beside ${beside}`,
      browser: `${kind} ${browser.version}`,
      ours: [],
      bare: [],
    });
    const measured = modes.map(
      (mode) => [of(mode, 'the bulk call'), of(mode, 'that and both reads')] as const,
    );
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [index, mode] of modes.entries()) {
        const [bulk, proof] = measured[index] ?? [];
        await browser.setCookies(cookies);
        bulk?.bare.push(await bare(browser, origins, []));
        await browser.setCookies(cookies);
        proof?.bare.push(await bare(browser, origins, read));
        await browser.setCookies(cookies);
        const taken = await ours(browser, id, mode);
        for (const each of [bulk, proof]) each?.ours.push(taken);
        await endRun(browser);
        await browser.clearCookies();
      }
    }
    return measured.flat();
  } finally {
    await browser.close();
    await simulator.close();
  }
}
