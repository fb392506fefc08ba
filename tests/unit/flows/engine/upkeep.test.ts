import { describe, expect, it } from 'vitest';
import { createApp } from '@/utils/flows/app.ts';
import { createUpkeep } from '@/utils/flows/engine/upkeep.ts';
import type { Ports } from '@/utils/flows/ports/ports.ts';
import { createPorts } from '../../../fakes/ports.ts';
import type { World } from '../../../fakes/world.ts';
import { AUTHORISE, answer, calm, dirtyWorld, JAR, NEW_CONNECTION, stop, TAB, worker } from '../journey.ts';

const RENEW = { type: 'renew', mode: 'set-aside', connection: NEW_CONNECTION, forceSignIn: false } as const;

/** Account B is set aside, and the new sign-in of account A waits for its answer. */
async function atConsent() {
  const world = dirtyWorld();
  const app = await worker(world);
  await stop(world, app);
  await app.guard.decide(TAB, JAR, RENEW);
  world.cookies.push({ ...(dirtyWorld().cookies[0] as World['cookies'][number]), value: 'new-login' });
  return { world, app };
}

type Path = readonly [port: keyof Ports, call: string];

/** Every call to the outside that can be refused. */
function callsOf(ports: Ports): Path[] {
  return Object.entries(ports).flatMap(([name, port]) =>
    typeof port === 'object' && name !== 'clock' && name !== 'health'
      ? Object.entries(port)
          .filter(([, call]) => typeof call === 'function')
          .map(([call]): Path => [name as keyof Ports, call])
      : [],
  );
}

const NEVER_PROMISE: readonly string[] = ['updates.hold', 'updates.take', 'unreadable.known'];

/** The ports of a worker to which the browser refuses one call. */
function refusing(world: World, [name, call]: Path): Ports {
  const ports = createPorts(world);
  const refuse = (): Promise<never> => Promise.reject(new Error(`${name}.${call} is refused`));
  return { ...ports, [name]: { ...(ports[name] as object), [call]: refuse } };
}

const CALLS = callsOf(createPorts(dirtyWorld())).filter((path) => !NEVER_PROMISE.includes(path.join('.')));

describe('a wake', () => {
  it.each(CALLS)('answers, whatever is refused: %s.%s', async (...path) => {
    const { world } = await atConsent();
    const app = createApp(refusing(world, path));
    await expect(app.wake()).resolves.toBeUndefined();
    await app.idle();
    // The guard still guards.
    const ports = createPorts(world);
    expect((await ports.memory.all()).length).toBe(1);
  });

  it('does each part by itself: one that fails keeps no other from being done', async () => {
    const done: string[] = [];
    const part = (name: string, fails = false) => ({
      name,
      mend: async () => {
        if (fails) throw new Error(name);
        done.push(name);
      },
    });
    const upkeep = createUpkeep([part('one'), part('two', true), part('three')]);
    upkeep.changed();
    upkeep.changed();
    await upkeep.idle();
    expect(done).toEqual(['one', 'three']);
    expect(upkeep.undone().map(({ part: name }) => name)).toEqual(['two']);
  });

  it('comes to rest: what is so already is not done again', async () => {
    const { world, app } = await atConsent();
    await answer(app);
    const calls: string[] = [];
    const next = createApp(createPorts(world, async (call) => void calls.push(call)));
    await next.wake();
    await next.idle();
    expect(
      calls.filter((call) => /\.(put|change|write|clear|remove|navigate|record|drop)$/.test(call)),
    ).toEqual([]);
  });
});

/** Whatever is refused while the answer comes, and comes back. */
describe('an answer, where the browser refuses', () => {
  it.each(CALLS)('%s.%s: the grant is recorded once, the earlier sign-in is back', async (...path) => {
    const { world } = await atConsent();
    const before = dirtyWorld().cookies.map(({ value }) => value);
    const app = calm(createApp(refusing(world, path)));
    await app.wake();
    await app.idle();
    await answer(app).catch(() => undefined);
    await worker(world);
    await worker(world);
    expect(world.grants.size + world.suggestions.size).toBe(1);
    expect(world.cookies.map(({ value }) => value).toSorted()).toEqual(before.toSorted());
    expect(world.asides.size).toBe(0);
    expect(world.unsaved.size).toBe(0);
    expect(world.sessionRules).toEqual([]);
    const rows = [...world.ledger.values()];
    expect(rows).toMatchObject([{ phase: 'ended', aside: { state: 'back', missing: 0 } }]);
  });
});

describe('a database that refuses', () => {
  it('does not keep an earlier sign-in from coming back', async () => {
    const { world, app } = await atConsent();
    world.databaseFails = true;
    await answer(app);
    expect(world.cookies).toHaveLength(4);
    expect(world.cookies.some(({ value }) => value === 'new-login')).toBe(false);
    expect(world.grants.size).toBe(0);
  });

  it.each(['databaseFails', 'databaseDead'] as const)(
    'and a browser that ends then: the grant survives (%s)',
    async (fault) => {
      const { world, app } = await atConsent();
      world[fault] = true;
      await answer(app).catch(() => undefined);
      world.restartBrowser();
      await worker(world);
      expect(world.grants.size + world.suggestions.size).toBe(0);
      world[fault] = false;
      await worker(world);
      expect(world.grants.size + world.suggestions.size).toBe(1);
      expect(world.unsaved.size).toBe(0);
      expect(world.letters.size).toBe(0);
    },
  );

  it('has no secret in what waits for it', async () => {
    const { world, app } = await atConsent();
    world.databaseFails = true;
    await answer(app);
    expect(world.unsaved.size).toBe(1);
    expect(JSON.stringify([...world.unsaved.values(), ...world.letters.values()])).not.toContain('canary');
  });

  it('shows a run that has ended meanwhile as what it is, and takes it once it works again', async () => {
    const { world, app } = await atConsent();
    const [run] = await app.runs.living();
    world.databaseFails = true;
    await app.renewals.choose(run?.id ?? '', 'cancel');
    expect((await app.reading.overview()).runs).toMatchObject([
      { run: { phase: 'ended', reason: 'cancelled' } },
    ]);
    world.databaseFails = false;
    world.restartBrowser();
    await worker(world);
    expect([...world.ledger.values()]).toMatchObject([{ phase: 'ended', reason: 'cancelled' }]);
    expect(world.unsaved.size).toBe(0);
  });

  it('shows a run that begins meanwhile, and it can be ended', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    await app.connections.add({
      marketplace: 'amazon',
      site: 'de',
      integration: 'microtech',
      name: 'Nordlicht',
      expiry: { expiresInDays: 3 },
    });
    const [id = ''] = world.connections.keys();
    world.databaseFails = true;
    expect(await app.renewals.start(id, 'as-is', JAR)).toEqual({ ok: true });
    const { runs } = await app.reading.overview();
    expect(runs).toMatchObject([{ run: { phase: 'awaiting' } }]);
    await app.renewals.choose(runs[0]?.run.id ?? '', 'cancel');
    expect(await app.runs.living()).toEqual([]);
    expect((await app.reading.overview()).runs).toMatchObject([{ run: { phase: 'ended' } }]);
  });
});

describe('a memory that is full', () => {
  it('loses no grant and no cookie', async () => {
    const { world, app } = await atConsent();
    world.memoryFull = true;
    await answer(app);
    expect(world.grants.size).toBe(1);
    expect(world.cookies).toHaveLength(4);
  });

  it('and a worker that dies then: the row is ahead of memory', async () => {
    const { world, app } = await atConsent();
    world.memoryFull = true;
    world.databaseFails = true;
    await answer(app).catch(() => undefined);
    world.memoryFull = false;
    world.databaseFails = false;
    const next = await worker(world);
    expect(await next.runs.living()).toEqual([]);
    expect(world.grants.size).toBe(1);
    expect(world.cookies).toHaveLength(4);
  });
});

it('a command answers when it is begun: the clean is told by the revision', async () => {
  const world = dirtyWorld();
  let isCleaned = false;
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const app = createApp(
    createPorts(world, async (call) => {
      if (call === 'jars.clear') await held;
      if (call === 'jars.clear, done') isCleaned = true;
    }),
  );
  await app.wake();
  await stop(world, app);
  expect(await app.guard.decide(TAB, JAR, RENEW)).toEqual({ ok: true });
  expect(isCleaned).toBe(false);
  expect(await app.runs.living()).toMatchObject([{ phase: 'cleaning' }]);
  letGo();
  await app.idle();
  expect(world.tabs.get(TAB)).toBe(AUTHORISE);
});
