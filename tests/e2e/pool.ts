import { type Browser, type BrowserKind, type LaunchOptions, launch } from '../driver/index.ts';

/** The server that stands for all the sites in a browser. */
export interface Server {
  port: number;
  reset(): void;
  close(): Promise<void>;
}

interface Kept {
  browser: Browser;
  server: Server;
  /** What it was launched with. */
  key: string;
  /** A browser in which something went wrong is not trusted with the next test. */
  state: 'new' | 'playing' | 'sound';
}

/** One browser of each kind, from one file to the next of this worker: a start takes as long as a journey. */
const kept = new Map<BrowserKind, Kept>();

async function close(kind: BrowserKind): Promise<void> {
  const one = kept.get(kind);
  kept.delete(kind);
  await one?.browser.close().catch(() => undefined);
  await one?.server.close();
}

/** Vitest ends its workers so. */
process.once('SIGTERM', () => {
  void Promise.allSettled([...kept.keys()].map(close)).then(() => process.exit());
});

/**
 * A browser with these options and a server, both as new; {@link leave} says that the test went well in them.
 *
 * @param start begins the server; the same function gives the same server again
 */
export async function enter<S extends Server>(
  kind: BrowserKind,
  options: Omit<LaunchOptions, 'port'>,
  start: () => Promise<S>,
): Promise<{ browser: Browser; server: S }> {
  const key = JSON.stringify([start.name, ...Object.entries(options).sort()]);
  const before = kept.get(kind);
  if (before && (before.key !== key || before.state === 'playing')) await close(kind);
  let one = kept.get(kind);
  if (!one) {
    const server = await start();
    one = { browser: await launch(kind, { port: server.port, ...options }), server, key, state: 'new' };
    kept.set(kind, one);
  }
  const { browser, server, state } = one;
  one.state = 'playing';
  server.reset();
  if (state === 'sound') await browser.reset();
  return { browser, server: server as S };
}

/** Gives the browser back for the next test. */
export function leave(kind: BrowserKind): void {
  const one = kept.get(kind);
  if (one) one.state = 'sound';
}
