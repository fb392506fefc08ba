import { type Browser, type BrowserKind, type LaunchOptions, launch } from '../../driver/index.ts';

/** The server that stands for all the sites in a browser. */
export interface Server {
  port: number;
  reset(): void;
  close(): Promise<void>;
}

type Wanted = Omit<LaunchOptions, 'port'>;

interface Kept {
  kind: BrowserKind;
  browser: Browser;
  server: Server;
  /** Launched as most journeys want it. */
  isUsual: boolean;
  /** A browser in which something went wrong is not trusted with the next test. */
  state: 'new' | 'playing' | 'sound';
}

/**
 * The browsers that go from one file to the next of this worker, by how they were launched: a start takes as long as a
 * journey. Of each kind the usual one stays, and one that was launched otherwise.
 */
const kept = new Map<string, Kept>();

async function close(key: string): Promise<void> {
  const one = kept.get(key);
  kept.delete(key);
  await one?.browser.close().catch(() => undefined);
  await one?.server.close();
}

/** Vitest ends its workers so. */
process.once('SIGTERM', () => {
  void Promise.allSettled([...kept.keys()].map(close)).then(() => process.exit());
});

/** What a launch decides; which build is installed in it a reset can change. */
function launching({ extension, incognito: _, ...rest }: Wanted): [string, unknown][] {
  const wanted = Object.entries({ ...rest, ...(extension === undefined && { extension }) });
  return wanted.sort(([a], [b]) => a.localeCompare(b));
}

/**
 * A browser with these options and a server, both as new; {@link leave} says that the test went well in them.
 *
 * @param start begins the server; the same function gives the same server again
 */
export async function enter<S extends Server>(
  kind: BrowserKind,
  options: Wanted,
  start: () => Promise<S>,
): Promise<{ browser: Browser; server: S }> {
  const how = launching(options);
  const isUsual = how.every(([name]) => name === 'frugal');
  const key = JSON.stringify([kind, start.name, how]);
  if (kept.get(key)?.state === 'playing') await close(key);
  let one = kept.get(key);
  if (!one) {
    const others = [...kept].filter(([, other]) => other.kind === kind && other.isUsual === isUsual);
    for (const [other] of others) await close(other);
    const server = await start();
    const browser = await launch(kind, { port: server.port, ...options });
    one = { kind, browser, server, isUsual, state: 'new' };
    kept.set(key, one);
  }
  const { browser, server, state } = one;
  one.state = 'playing';
  server.reset();
  const { extension, incognito = false } = options;
  if (state === 'sound') await browser.reset({ ...(extension !== undefined && { extension }), incognito });
  return { browser, server: server as S };
}

/** Gives the browser back for the next test. */
export function leave(browser: Browser): void {
  const one = [...kept.values()].find((each) => each.browser === browser);
  if (one) one.state = 'sound';
}
