import { beforeEach, describe, expect, it } from 'vitest';
import { dayIn } from '@/utils/domain/due/expiry.ts';
import type { App } from '@/utils/flows/app.ts';
import { releaseDone } from '@/utils/flows/due/queue.ts';
import { createPorts } from '../../../fakes/ports.ts';
import type { World } from '../../../fakes/world.ts';
import { APP, AUTHORISE, answer, dirtyWorld, guardPage, JAR, STATE, stop, TAB, worker } from '../journey.ts';
import { survive } from '../survive.ts';

const MINUTE = 60 * 1000;
const ACCOUNT = 'A1NORDLICHT';
const names = (world: World): string[] => world.cookies.map(({ value }) => value).toSorted();

/** A connection of the account, due in so many days, whose program is known. */
function add(
  world: World,
  id: string,
  days: number,
  change: { signInName?: string; account?: string } = {},
): void {
  const { signInName = 'anna@nordlicht.example', account = ACCOUNT } = change;
  world.connections.set(id, {
    id,
    marketplace: 'amazon',
    site: 'de',
    region: 'EU',
    integration: 'microtech',
    name: id,
    signInName,
    apps: [{ kind: 'amazon', app: APP, verified: true }],
    account: { id: account },
    createdAt: 0,
    updatedAt: 0,
  });
  world.grants.set(id, {
    id,
    connectionId: id,
    kind: 'amazon',
    verdict: 'match',
    at: 1,
    expiry: { basis: 'entered', date: dayIn(days, world.now, 'Europe/Berlin') },
  });
}

/** The person signs in as the account's owner on the marketplace's page. */
function signIn(world: World, as = 'anna'): void {
  const [first] = dirtyWorld().cookies;
  if (!first) throw new Error('no cookie to sign in with');
  world.cookies = [
    ...world.cookies,
    ...['at-acbde', 'x-acbde'].map((name) => ({ ...first, name, value: `${as}-${name}` })),
  ];
}

/** The software opens its authorise address; the guard lets a run go on alone where nothing is left to decide. */
async function ask(world: World, app: App, state = STATE, tabId = TAB): Promise<string> {
  await stop(world, app, AUTHORISE.replace(STATE, state), tabId);
  return guardPage(app, tabId);
}

async function renewFirst(world: World, app: App, mode: 'set-aside' | 'clear' = 'set-aside'): Promise<void> {
  expect(await app.renewals.start('one', mode, JAR, true)).toEqual({ ok: true });
  expect(await ask(world, app)).toBe('going-on');
  signIn(world);
  await answer(app);
  world.now += MINUTE;
}

/** What ends a turn, as the alarm does. */
const settle = (world: World, app: App) => releaseDone(createPorts(world), app.runs);

describe('a queue of one account', () => {
  let world: World;
  let before: string[];
  beforeEach(() => {
    world = dirtyWorld();
    before = names(world);
    add(world, 'one', 3);
    add(world, 'two', 5);
  });

  it('needs one sign-in: the second goes on with it by one press, and the earlier sign-in comes back at the end', async () => {
    const app = await worker(world);
    await renewFirst(world, app);
    await settle(world, app);
    expect(names(world)).toEqual(['anna-at-acbde', 'anna-x-acbde']);
    expect(await app.renewals.preview('two', JAR)).toMatchObject({ follows: 'one' });

    expect(await app.renewals.start('two', 'as-is', JAR, true)).toEqual({ ok: true });
    expect(await ask(world, app, 'second-state', 6)).toBe('going-on');
    expect(names(world)).toEqual(['anna-at-acbde', 'anna-x-acbde']);
    await answer(app, { tabId: 6, state: 'second-state' });
    expect(names(world)).toEqual(before);
    expect(world.asides.size).toBe(0);
    expect([...world.grants.values()].filter(({ runId }) => runId)).toMatchObject([
      { connectionId: 'one', verdict: 'match' },
      { connectionId: 'two', verdict: 'match' },
    ]);
    expect((await app.runs.all()).map(({ aside }) => aside?.state)).toEqual(['handed-on', 'back']);
  });

  it('checks the account of the second all the same', async () => {
    const app = await worker(world);
    await renewFirst(world, app);
    await app.renewals.start('two', 'as-is', JAR, true);
    await ask(world, app, 'second-state', 6);
    await answer(app, { tabId: 6, state: 'second-state', account: 'A1SOMEBODYELSE' });
    expect(world.badge).toMatchObject({ attention: 'wrong-account' });
    expect(names(world)).toEqual(before);
  });

  it('asks anew where somebody else has signed in meanwhile', async () => {
    const app = await worker(world);
    await renewFirst(world, app);
    await app.renewals.start('two', 'as-is', JAR, true);
    world.cookies = [];
    signIn(world, 'bert');
    expect(await ask(world, app, 'second-state', 6)).toBe('choose');
    expect(await app.renewals.preview('two', JAR)).not.toHaveProperty('follows');
  });

  it('offers no sign-in of another account, nor one that was not confirmed as the right one', async () => {
    add(world, 'two', 5, { signInName: 'bert@x.example', account: 'A1BERT' });
    add(world, 'three', 5);
    const app = await worker(world);
    await renewFirst(world, app);
    expect(await app.renewals.preview('two', JAR)).not.toHaveProperty('follows');
    expect(await app.renewals.preview('three', JAR)).toHaveProperty('follows', 'one');
    for (const [id, grant] of world.grants)
      if (grant.runId) world.grants.set(id, { ...grant, verdict: 'first' });
    for (const [id, each] of world.connections) world.connections.set(id, { ...each, account: {} });
    await app.renewals.start('three', 'as-is', JAR, true);
    expect(await ask(world, app, 'second-state', 6)).toBe('choose');
  });

  it.each([
    ['half an hour later', async () => undefined, 31],
    ['with a clock that was set back by a year', async () => undefined, -525_600],
    [
      'once the other is not due any more',
      async (app: App) => app.connections.renewed('two', { expiresInDays: 300 }),
      1,
    ],
    ['once the other is muted', async (app: App) => app.reminders.remind('two', { muted: true }), 1],
  ])('brings the earlier sign-in back %s', async (_, happens, minutes) => {
    const app = await worker(world);
    await renewFirst(world, app);
    await happens(app);
    world.now += minutes * MINUTE;
    await app.renewals.tick();
    expect(names(world)).toEqual(before);
  });

  it.each(['release', 'put-away'] as const)('brings it back by the person’s press: %s', async (choice) => {
    const app = await worker(world);
    await renewFirst(world, app);
    const [run] = await app.runs.all();
    await app.renewals.choose(run?.id ?? '', choice);
    expect(names(world)).toEqual(before);
  });

  it('brings it back at once where the first one failed', async () => {
    const app = await worker(world);
    await app.renewals.start('one', 'set-aside', JAR, true);
    await ask(world, app);
    signIn(world);
    await answer(app, { account: 'A1SOMEBODYELSE' });
    expect(names(world)).toEqual(before);
  });

  it('takes over what is aside at a clean start of the second, too: the first sign-in is not the person’s', async () => {
    const app = await worker(world);
    await renewFirst(world, app);
    await app.renewals.start('two', 'set-aside', JAR, true);
    expect(names(world)).toEqual([]);
    expect(await ask(world, app, 'second-state', 6)).toBe('going-on');
    signIn(world, 'anna-again');
    await answer(app, { tabId: 6, state: 'second-state' });
    expect(names(world)).toEqual(before);
  });

  it('lets it go for good where the second one is signed out for good', async () => {
    const app = await worker(world);
    await renewFirst(world, app);
    await app.renewals.start('two', 'clear', JAR, true);
    await ask(world, app, 'second-state', 6);
    signIn(world, 'anna-again');
    await answer(app, { tabId: 6, state: 'second-state' });
    expect(names(world)).toEqual(['anna-again-at-acbde', 'anna-again-x-acbde']);
    expect(world.asides.size).toBe(0);
  });

  it('goes on with the sign-in where the earlier one was cleared for good, with nothing to bring back', async () => {
    const app = await worker(world);
    await renewFirst(world, app, 'clear');
    expect(await app.renewals.preview('two', JAR)).toMatchObject({ follows: 'one' });
    await app.renewals.start('two', 'as-is', JAR, true);
    expect(await ask(world, app, 'second-state', 6)).toBe('going-on');
  });

  it('keeps no sign-in where nobody asked for a queue', async () => {
    const app = await worker(world);
    await app.renewals.start('one', 'set-aside', JAR);
    await ask(world, app);
    signIn(world);
    await answer(app);
    expect(names(world)).toEqual(before);
  });

  it('goes on after the browser was closed: what is due stays due, and what was lost is said', async () => {
    const app = await worker(world);
    await renewFirst(world, app);
    world.restartBrowser();
    world.cookies = [];
    const next = await worker(world);
    expect(world.ledger.values().toArray()).toMatchObject([{ result: 'granted', aside: { state: 'lost' } }]);
    expect(await next.renewals.preview('two', JAR)).not.toHaveProperty('follows');
    expect(await next.renewals.start('two', 'set-aside', JAR, true)).toEqual({ ok: true });
  });

  it('writes no sign-in’s digest to disk', async () => {
    const app = await worker(world);
    await renewFirst(world, app);
    const [run] = await app.runs.all();
    const left = run?.phase === 'ended' ? run.left : undefined;
    expect(left).toBeTypeOf('string');
    expect(JSON.stringify([...world.ledger.values()])).not.toContain(left);
  });

  const points = Array.from({ length: 40 }, (_, index) => index + 1);
  it.each(points)('survives a worker that dies at its call %i of the second one', async (diesAt) => {
    const first = await worker(world);
    await renewFirst(world, first);
    const calls = await survive(world, diesAt, async (app) => {
      await app.renewals.start('two', 'as-is', JAR, true);
      await ask(world, app, 'second-state', 6);
      await answer(app, { tabId: 6, state: 'second-state' });
      await settle(world, app);
    });
    expect(calls).toBeLessThan(points.length + 30);
    const app = await worker(world);
    const living = await app.runs.living();
    for (const run of living) await app.renewals.choose(run.id, 'cancel');
    world.now += 31 * MINUTE;
    await app.renewals.tick();
    await settle(world, app);
    expect(names(world)).toEqual(before);
    expect(world.asides.size).toBe(0);
    expect((await app.runs.all()).map(({ aside }) => aside?.state)).not.toContain('lost');
  });
});
