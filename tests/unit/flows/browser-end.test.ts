import { describe, expect, it } from 'vitest';
import { isAlive } from '@/utils/domain/run/run.ts';
import type { App } from '@/utils/flows/app.ts';
import type { World } from '../../fakes/world.ts';
import { AUTHORISE, amazonAnswer, dirtyWorld, JAR, NEW_CONNECTION, stop, TAB, worker } from './journey.ts';
import { die } from './survive.ts';

const MODES = ['set-aside', 'clear', 'container'] as const;
type Mode = (typeof MODES)[number];

/** Account B is signed in in a browser that has containers, and the guard has stopped the address. */
async function atGuard(): Promise<World> {
  const world = dirtyWorld();
  world.containers = new Map();
  await stop(world, await worker(world));
  return world;
}

const choose =
  (mode: Mode) =>
  (app: App): Promise<unknown> =>
    app.guard.decide(TAB, JAR, { type: 'renew', mode, connection: NEW_CONNECTION, forceSignIn: false });

/** Somebody signs in in the run's jar, and the marketplace answers. */
async function answered(world: World, app: App): Promise<void> {
  const [run] = await app.runs.all();
  const [pattern] = dirtyWorld().cookies.filter(({ name }) => name === 'at-acbde');
  if (!run || !pattern) throw new Error('nothing to answer');
  world.cookies.push({ ...pattern, storeId: run.jar, value: 'new-login' });
  await app.callbacks.seen({ answer: amazonAnswer(), tabId: run.tabId, jar: run.jar });
}

/**
 * What holds after every start of the browser, wherever the last one ended: nothing of ours is left over, what is lost is
 * told, and the guard guards.
 *
 * @param before the cookies of account B
 */
async function expectTold(world: World, before: World['cookies']): Promise<void> {
  const app = await worker(world);
  expect(await app.runs.living()).toEqual([]);
  expect(world.sessionRules).toEqual([]);
  expect(world.asides.size).toBe(0);
  expect(world.containers?.size).toBe(0);
  expect(world.cookies.filter(({ name }) => name.startsWith('grantkeeper-'))).toEqual([]);
  const runs = [...world.ledger.values()];
  expect(runs.filter(isAlive)).toEqual([]);
  expect(JSON.stringify(runs)).not.toContain('canary');

  const [run] = runs;
  const lost = before.some((cookie) => !world.cookies.some(({ value }) => value === cookie.value));
  if (run?.mode === 'container') expect(lost).toBe(false);
  if (run?.mode === 'set-aside' && lost) expect(run.aside).toMatchObject({ state: 'lost' });
  if (run) {
    const [result, reason] = world.grants.size > 0 ? ['granted'] : ['abandoned', 'browser-closed'];
    expect(run).toMatchObject({ result, ...(reason && { reason }) });
    if (result === 'abandoned') expect(world.badge).toMatchObject({ text: '!', attention: 'unfinished' });
    expect(run.owed).toBeUndefined();
  }

  await stop(world, app, AUTHORISE, TAB + 10);
  expect(await app.guard.view(TAB + 10, JAR)).toMatchObject({ kind: 'choose' });
}

const points = Array.from({ length: 200 }, (_, index) => index + 1);

describe.each(MODES)('a browser that ends during a renewal in mode %s', (mode) => {
  it.each(points)('at call %i after the choice', async (endsAt) => {
    const world = await atGuard();
    const before = structuredClone(world.cookies);
    await die(world, endsAt, choose(mode));
    world.restartBrowser();
    await expectTold(world, before);
  });

  it.each(points)('at call %i after the answer', async (endsAt) => {
    const world = await atGuard();
    const before = structuredClone(world.cookies);
    await choose(mode)(await worker(world));
    await die(world, endsAt, (app) => answered(world, app));
    world.restartBrowser();
    await expectTold(world, before);
    expect(world.grants.size).toBeLessThanOrEqual(1);
  });

  it('where the person is asked what becomes of a sign-in that is left', async () => {
    const world = await atGuard();
    const before = structuredClone(world.cookies);
    world.stubborn.add('x-acbde').add('x-acbde!');
    const app = await worker(world);
    await choose(mode)(app);
    const phase = mode === 'container' ? 'consenting' : 'not-clean';
    expect(await app.runs.living()).toMatchObject([{ phase }]);
    world.restartBrowser();
    await expectTold(world, before);
  });

  it('leaves no call untried', async () => {
    const world = await atGuard();
    const never = Number.POSITIVE_INFINITY;
    const choosing = await die(world, never, choose(mode));
    const answering = await die(world, never, (app) => answered(world, app));
    expect(Math.max(choosing, answering)).toBeLessThan(points.length);
  });
});
