import { describe, expect, it } from 'vitest';
import { type App, createApp } from '@/utils/flows/app.ts';
import { createPorts } from '../../../fakes/ports.ts';
import { World } from '../../../fakes/world.ts';
import {
  amazonAnswer,
  answer,
  calm,
  dirtyWorld,
  JAR,
  NEW_CONNECTION,
  stop,
  TAB,
  worker,
} from '../journey.ts';
import { die } from '../survive.ts';

const RENEW = { type: 'renew', mode: 'set-aside', connection: NEW_CONNECTION, forceSignIn: false } as const;

async function renewing(mode: 'set-aside' | 'container' = 'set-aside') {
  const world = dirtyWorld();
  if (mode === 'container') world.containers = new Map();
  const app = await worker(world);
  await stop(world, app);
  await app.guard.decide(TAB, JAR, { ...RENEW, mode });
  const [id = ''] = world.connections.keys();
  const [run] = await app.runs.living();
  if (!run) throw new Error('no run');
  return { world, app, id, run };
}

/** Whoever can remove a connection. */
const WAYS: [string, (world: World, app: App, id: string) => Promise<unknown>][] = [
  ['the user', (_, app, id) => app.dashboard.remove(id)],
  [
    'another machine',
    async (world, app, id) => {
      const other = new World();
      other.machine = 'other';
      other.now = world.now;
      const server = new Map<string, string>();
      for (const each of [world, other]) each.settings.sync = { on: true, accountIds: true };
      const there = await worker(other);
      const meet = async (): Promise<void> => {
        for (let round = 0; round < 4; round++) {
          for (const [each, its] of [
            [world, app],
            [other, there],
          ] as const) {
            each.now += 10_000;
            await its.sync.compare();
            each.sync.exchange(server);
          }
        }
      };
      await meet();
      await there.dashboard.remove(id);
      await meet();
    },
  ],
];

describe.each(WAYS)('a connection that is removed by %s while its renewal lives', (_, remove) => {
  it('ends it first: the earlier sign-in is back, and nothing of it is left', async () => {
    const { world, app, id } = await renewing();
    await remove(world, app, id);
    expect(world.connections.has(id)).toBe(false);
    expect(world.cookies).toHaveLength(4);
    expect(await app.runs.all()).toEqual([]);
    expect(world.asides.size).toBe(0);
    expect(world.sessionRules).toEqual([]);
    expect((await app.reading.overview()).runs).toEqual([]);
  });

  it('takes its container with it', async () => {
    const { world, app, id } = await renewing('container');
    expect(world.containers?.size).toBe(1);
    await remove(world, app, id);
    expect(world.containers?.size).toBe(0);
  });

  it('leaves the jar free for the next one', async () => {
    const { world, app, id } = await renewing();
    await remove(world, app, id);
    await stop(world, app);
    expect(await app.guard.view(TAB, JAR)).toMatchObject({ kind: 'choose' });
  });

  it('asks about an answer that comes all the same', async () => {
    const { world, app, id } = await renewing();
    await remove(world, app, id);
    await answer(app);
    expect(world.grants.size).toBe(0);
    expect([...world.suggestions.values()]).toMatchObject([{ accountId: 'A1NORDLICHT' }]);
  });
});

describe('a connection that is brought back', () => {
  it('has its renewal as it ended, and no button without effect', async () => {
    const { world, app, id, run } = await renewing();
    await app.dashboard.remove(id);
    expect(await app.dashboard.restore(id)).toEqual({ ok: true });
    expect((await app.reading.overview()).runs.map((each) => each.run)).toMatchObject([
      { id: run.id, phase: 'ended', reason: 'cancelled', aside: { state: 'back' } },
    ]);
    await app.renewals.choose(run.id, 'put-away');
    expect((await app.reading.overview()).runs).toEqual([]);
    expect(world.cookies).toHaveLength(4);
  });
});

const points = Array.from({ length: 170 }, (_, index) => index + 1);

describe('a removal in whose middle the worker dies', () => {
  it.each(points)('at its call %i: nothing is lost, and nothing is left over', async (diesAt) => {
    const { world, id } = await renewing();
    await die(world, diesAt, (app) => app.dashboard.remove(id));
    const app = await worker(world);
    if (world.connections.has(id)) await app.dashboard.remove(id);
    expect(world.cookies).toHaveLength(4);
    expect(world.asides.size).toBe(0);
    expect(await app.runs.living()).toEqual([]);
    expect((await app.reading.overview()).runs).toEqual([]);
  });

  it('leaves no call untried', async () => {
    const { world, id } = await renewing();
    const calls = await die(world, Number.POSITIVE_INFINITY, (app) => app.dashboard.remove(id));
    expect(calls).toBeLessThan(points.length);
  });
});

it('a grant whose connection is gone by then is asked about, once', async () => {
  const { world, id } = await renewing();
  // Somebody else removed it in the meantime, without a word.
  world.connections.delete(id);
  const app = await worker(world);
  await answer(app);
  await worker(world);
  expect(world.grants.size).toBe(0);
  expect([...world.suggestions.values()]).toMatchObject([{ accountId: 'A1NORDLICHT', kind: 'amazon' }]);
});

describe('the clock', () => {
  it.each([-365, -1, 1])('set by %i days loses no question', async (days) => {
    const { world, app } = await renewing();
    world.tabs.set(TAB, 'https://elsewhere.example/');
    await app.renewals.tick();
    world.now += days * 86_400_000;
    await app.renewals.tick();
    expect(await app.runs.living()).toMatchObject([{ askedAt: world.now }]);
  });
});

describe('an answer that was written down', () => {
  const COMING = { ...amazonAnswer() };

  it('is dated when it came, however late it is read', async () => {
    const { world } = await renewing();
    world.tabs.set(TAB, 'https://vendor.example/');
    const at = world.now + 1000;
    world.letters.set('one', { ...COMING, at });
    world.now += 5 * 86_400_000;
    await worker(world);
    expect([...world.grants.values()]).toMatchObject([{ at }]);
  });

  it('and whose grant is recorded already is no suggestion', async () => {
    const { world, app } = await renewing();
    await answer(app);
    // The browser ended before it was removed.
    world.letters.set('one', { ...COMING, at: world.now });
    world.restartBrowser();
    world.now += 86_400_000;
    await worker(world);
    expect(world.grants.size).toBe(1);
    expect(world.suggestions.size).toBe(0);
    expect(world.letters.size).toBe(0);
  });
});

describe('in a container', () => {
  it('two presses at once make one renewal', async () => {
    const world = dirtyWorld();
    world.containers = new Map();
    const app = await worker(world);
    await stop(world, app);
    await stop(world, app, undefined, TAB + 1);
    const choice = { ...RENEW, mode: 'container' } as const;
    await Promise.all([app.guard.decide(TAB, JAR, choice), app.guard.decide(TAB + 1, JAR, choice)]);
    expect(await app.runs.living()).toHaveLength(1);
    expect(world.containers.size).toBe(1);
  });

  it('one of ours that was kept goes where the connection gets none any more', async () => {
    const { world, app, id, run } = await renewing('container');
    await app.renewals.choose(run.id, 'keep-container');
    await app.callbacks.seen({ answer: amazonAnswer(), tabId: run.tabId, jar: run.jar });
    expect(world.containers?.size).toBe(1);
    expect(await app.containers.link(id, undefined)).toEqual({ ok: true });
    expect(world.containers?.size).toBe(0);
  });

  it('a renewal that ends when none of its tabs is open leaves nothing behind', async () => {
    const { world, app, run } = await renewing('container');
    for (const [tabId, jar] of world.jarOfTab) if (jar === run.jar) world.close(tabId);
    await app.runs.dispatch(run.id, { type: 'end', reason: 'cancelled', at: world.now });
    expect(world.containers?.size).toBe(0);
  });
});

it('a put-back that is still owed does not come into the next renewal', async () => {
  const { world, run } = await renewing();
  const original = structuredClone(world.asides.get(run.id));
  const ports = createPorts(world);
  let refused = true;
  const next = calm(
    createApp({
      ...ports,
      jars: {
        ...ports.jars,
        write: (cookie) => (refused ? Promise.reject(new Error('no')) : ports.jars.write(cookie)),
        clear: (plan, jar) => (refused ? Promise.reject(new Error('no')) : ports.jars.clear(plan, jar)),
      },
    }),
  );
  await next.wake();
  await next.renewals.choose(run.id, 'cancel');
  expect(world.asides.size).toBe(1);
  refused = false;
  world.now += 1000;
  await stop(world, next);
  await next.guard.decide(TAB, JAR, RENEW);
  world.cookies.push({ ...(dirtyWorld().cookies[0] as World['cookies'][number]), value: 'new-login' });
  await next.callbacks.seen({ answer: amazonAnswer(), tabId: TAB, jar: JAR });
  expect(world.cookies.map(({ value }) => value).toSorted()).toEqual(
    original?.map(({ value }) => value).toSorted(),
  );
});
