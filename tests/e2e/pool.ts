import { type Browser, type BrowserKind, type LaunchOptions, launch } from '../driver/index.ts';
import { type Simulator, startSimulator } from '../simulator/index.ts';

/** A real browser, and the simulator that stands for all the sites in it. */
export interface Stage {
  browser: Browser;
  simulator: Simulator;
}

interface Kept extends Stage {
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
  await one?.simulator.close();
}

/** Vitest ends its workers so. */
process.once('SIGTERM', () => {
  void Promise.allSettled([...kept.keys()].map(close)).then(() => process.exit());
});

/** A browser with these options and a simulator, both as new; {@link leave} says that the test went well in them. */
export async function enter(kind: BrowserKind, options: Omit<LaunchOptions, 'port'>): Promise<Stage> {
  const key = JSON.stringify(Object.entries(options).sort());
  const before = kept.get(kind);
  if (before && (before.key !== key || before.state === 'playing')) await close(kind);
  let one = kept.get(kind);
  if (!one) {
    const simulator = await startSimulator();
    const browser = await launch(kind, { port: simulator.port, ...options });
    one = { browser, simulator, key, state: 'new' };
    kept.set(kind, one);
  }
  const { browser, simulator, state } = one;
  one.state = 'playing';
  simulator.reset();
  if (state === 'sound') await browser.reset();
  return { browser, simulator };
}

/** Gives the browser back for the next test. */
export function leave(kind: BrowserKind): void {
  const one = kept.get(kind);
  if (one) one.state = 'sound';
}
