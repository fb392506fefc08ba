import type { Browser, BrowserKind, Page } from '../driver/index.ts';
import { launch } from '../driver/index.ts';
import { awake, builtFor } from '../e2e/support/harness.ts';
import { leaveSignedIn } from '../e2e/support/person.ts';
import { plant } from '../e2e/support/plant.ts';
import { startSimulator } from '../simulator/index.ts';
import { fill } from './fill.ts';
import type { Measurement } from './table.ts';

const ROUNDS = 9;
const CONNECTIONS = [0, 10_000];

function firstPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const [paint] = performance.getEntriesByName('first-contentful-paint');
          if (paint) resolve(paint.startTime);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
}

/** Milliseconds to the first paint of a page that asks for a grant. */
async function shown(browser: Browser, url: string): Promise<number> {
  const page = await browser.newTab(url);
  const taken = await firstPaint(page);
  await page.close();
  return taken;
}

/** A permission page of an app that is always let through, to its first paint, beside a browser without us. */
export async function benchConsent(kind: BrowserKind): Promise<Measurement[]> {
  const simulator = await startSimulator();
  const port = simulator.port;
  const browser = await launch(kind, { port, extension: builtFor[kind] });
  const control = await launch(kind, { port });
  const url = (): string => simulator.integrations.linnworks.authoriseUrl({ marketplace: 'amazon' });
  const measured: Measurement[] = [];
  try {
    await awake(browser);
    const { id: app } = simulator.applications.amazon.linnworks;
    const row = { id: 'e1', marketplace: 'amazon', kind: 'amazon', app, since: 1 };
    await plant(browser, [{ table: 'exemptions', row }]);
    for (const each of [browser, control]) await leaveSignedIn({ browser: each, simulator }, 'anna');
    let there = 0;
    for (const count of CONNECTIONS) {
      await fill(browser, there, count);
      there = count;
      await browser.stopBackground();
      await awake(browser);
      const what = `permission page to its first paint, beside none of us, ${count.toLocaleString('en')} connections`;
      const made: Measurement = { what, browser: `${kind} ${browser.version}`, ours: [], bare: [] };
      for (let round = 0; round < ROUNDS; round += 1) {
        made.bare.push(await shown(control, url()));
        made.ours.push(await shown(browser, url()));
      }
      measured.push(made);
    }
    return measured;
  } finally {
    await browser.close();
    await control.close();
    await simulator.close();
  }
}
