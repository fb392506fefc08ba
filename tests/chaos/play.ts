import { isAlive } from '@/utils/domain/run/run.ts';
import { World } from '../fakes/world.ts';
import { Browser } from './browser.ts';
import { INVARIANTS, type Journey } from './invariants.ts';
import { Market, OWN, SOFTWARE } from './market.ts';
import type { Script } from './script.ts';
import { Seller } from './seller.ts';

function begin({ containers, signedIn, known }: Script): Journey {
  const world = new World();
  if (containers) world.containers = new Map();
  const market = new Market(world);
  if (signedIn) {
    market.putSession('0', 'amazon', 'BERT2');
    market.putSession('0', 'ebay', 'BERT2');
    for (const signIn of market.signIns) signIn.at = 0;
  }
  known.forEach(({ software, bound }, index) => {
    const { integration, marketplace, asks } = SOFTWARE[software] ?? SOFTWARE[0] ?? {};
    if (!integration || !marketplace || !asks) return;
    const id = `known-${index}`;
    world.connections.set(id, {
      id,
      marketplace,
      site: 'de',
      region: 'EU',
      integration,
      name: `Known ${index}`,
      apps: asks.map(({ kind, app }) => ({ kind, app, verified: bound })),
      account: bound ? { id: OWN } : {},
      createdAt: world.now,
      updatedAt: world.now,
    });
  });
  const browser = new Browser(world);
  return { world, market, browser, seller: new Seller(world, browser, market) };
}

/** Every surface is asked for what it shows. */
async function look(journey: Journey): Promise<string[]> {
  const { browser, world } = journey;
  const wrong: string[] = [];
  const ask = (what: string, task: Parameters<Browser['tell']>[1]): void => {
    const before = browser.order.refused.length;
    void browser.tell(what, task).then((end) => {
      if (end.is === 'refused' && browser.order.refused.length === before)
        wrong.push(`${what} is blank: ${end.error}`);
    });
  };
  ask('pop-up', async (app) => {
    journey.shown = await app.reading.overview();
  });
  ask('dashboard', async (app) => {
    await app.dashboard.list().catch(async (error: unknown) => {
      // The page says what is in the way in place of the list, which must not look empty.
      const { obstacles } = await app.reading.obstacles();
      if (!obstacles.some(({ kind }) => kind === 'database')) throw error;
    });
  });
  for (const tabId of world.tabs.keys()) ask('guard', (app) => app.guard.view(tabId, browser.jarOf(tabId)));
  await browser.order.run();
  return wrong;
}

/** The seller ends everything, and a day goes by; nothing is refused any more. */
async function end(journey: Journey): Promise<string[]> {
  const { world, browser } = journey;
  const { order } = browser;
  order.begin(undefined, undefined);
  world.databaseFails =
    world.databaseDead =
    world.memoryFull =
    world.asideTooSmall =
    world.rulesRefused =
      false;
  world.withheld = [];
  world.unsettable.clear();
  world.stubborn.clear();
  const told = async (what: string, task: Parameters<Browser['tell']>[1]): Promise<void> => {
    void browser.tell(what, task);
    await order.run();
  };
  await order.run();
  await told('permission', (app) => app.wake());
  await told('letters', (app) => app.callbacks.readPendingAnswers());
  await told('idle', (app) => app.idle());
  const wrong: string[] = [];
  const shown = [...world.ledger.values()].filter(({ putAway }) => !putAway);
  for (const run of shown) {
    if (isAlive(run)) await told('finish', (app) => app.renewals.choose(run.id, 'finish'));
    await told('cancel', (app) => app.renewals.choose(run.id, 'cancel'));
    const now = world.ledger.get(run.id);
    if (now && isAlive(now)) wrong.push(`${run.id} cannot be ended: ${now.phase}`);
  }
  for (const tabId of [...world.tabs.keys()]) world.close(tabId);
  await order.run();
  browser.kill();
  await told('startup', (app) => app.changed());
  for (const { id } of shown) await told('put away', (app) => app.renewals.choose(id, 'put-away'));
  for (const hours of [1, 25, 9 * 24]) {
    world.now += hours * 3_600_000;
    browser.ring();
    await order.run();
    await told('idle', (app) => app.idle());
  }
  return wrong;
}

/** Plays a script from beginning to end, and says what is wrong then; nothing where all is well. */
export async function play(script: Script): Promise<string[]> {
  const journey = begin(script);
  const { browser, seller } = journey;
  const wrong: string[] = [];
  for (const [index, step] of script.steps.entries()) {
    browser.order.begin(step.order, step.fault);
    seller.play(step);
    await browser.order.run(step.patience);
    browser.ring();
    if (index === script.steps.length - 1) wrong.push(...(await look(journey)));
  }
  wrong.push(...(await end(journey)), ...(await look(journey)));
  for (const [name, invariant] of Object.entries(INVARIANTS))
    wrong.push(...invariant(journey).map((what) => `${name}: ${what}`));
  return wrong;
}
