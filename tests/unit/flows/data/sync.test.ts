import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type App, createApp } from '@/utils/flows/app.ts';
import { createPorts } from '../../../fakes/ports.ts';
import { World } from '../../../fakes/world.ts';
import { connection, grant, NOW } from '../../domain/data/examples.ts';
import { worker } from '../journey.ts';
import { survive } from '../survive.ts';

const ON = { on: true, accountIds: false };

interface Home {
  world: World;
  app: App;
}

/** Two machines of one person, each with its browser's sync over one server. */
async function homes(): Promise<{ homes: [Home, Home]; meet: () => Promise<void> }> {
  const server = new Map<string, string>();
  const [one, two] = await Promise.all(
    ['one', 'two'].map(async (machine): Promise<Home> => {
      const world = new World();
      world.machine = machine;
      world.settings.sync = { ...ON };
      return { world, app: await worker(world) };
    }),
  );
  if (!one || !two) throw new Error('none');
  const meet = async (): Promise<void> => {
    for (let round = 0; round < 6; round++) {
      for (const { world, app } of [one, two]) {
        world.now += 10_000;
        await app.sync.compare();
        world.sync.exchange(server);
      }
    }
  };
  return { homes: [one, two], meet };
}

const keptBy = ({ world }: Home): unknown =>
  [...world.connections.values()]
    .map(({ updatedAt: _, apps: __, account: ___, ...rest }) => rest)
    .sort((a, b) => (a.id < b.id ? -1 : 1));

describe('the sync', () => {
  it('is off until it is turned on, and keeps nothing before', async () => {
    const world = new World();
    world.connections.set('c', connection('c'));
    const app = await worker(world);
    await app.sync.compare();
    expect(world.sync.calls).toBe(0);
    expect(await app.sync.view()).toEqual({ on: false, accountIds: false, held: 0 });
    await app.sync.choose(ON);
    expect(await app.sync.view()).toMatchObject({ on: true, held: 1, state: { fitting: 1, left: 0 } });
  });

  it('makes two machines equal, with the date on the badge of both', async () => {
    const { homes: both, meet } = await homes();
    const [one, two] = both;
    one.world.connections.set('c', connection('c'));
    one.world.grants.set('g', grant('g', 'c'));
    two.world.connections.set('d', connection('d', { name: 'Of the other one' }));
    await meet();
    expect(keptBy(two)).toEqual(keptBy(one));
    expect(two.world.connections.size).toBe(2);
    expect(two.world.badge).toMatchObject({ text: one.world.badge?.text });
    expect(two.world.badge?.text).toBe('360');
  });

  it('makes conflicting edits equal on both, also those made without a network', async () => {
    const { homes: both, meet } = await homes();
    const [one, two] = both;
    one.world.connections.set('c', connection('c'));
    await meet();
    one.world.sync.offline = true;
    one.world.connections.set('c', { ...connection('c'), name: 'From one', note: 'Note of one' });
    two.world.connections.set('c', { ...connection('c'), name: 'From two', muted: true });
    await meet();
    expect(keptBy(one)).not.toEqual(keptBy(two));
    one.world.sync.offline = false;
    await meet();
    expect(keptBy(one)).toEqual(keptBy(two));
    expect(one.world.connections.get('c')).toMatchObject({ note: 'Note of one', muted: true });
  });

  it('comes to rest: once all is equal nothing is written any more', async () => {
    const { homes: both, meet } = await homes();
    const [one, two] = both;
    for (let at = 0; at < 40; at++) one.world.connections.set(`c${at}`, connection(`c${at}`));
    await meet();
    const calls = one.world.sync.calls + two.world.sync.calls;
    await meet();
    expect(one.world.sync.calls + two.world.sync.calls).toBe(calls);
    expect(calls).toBeLessThan(10);
  });

  it('brings a removal to the other machine, where it can be undone, and the undoing back', async () => {
    const { homes: both, meet } = await homes();
    const [one, two] = both;
    one.world.connections.set('c', connection('c'));
    one.world.grants.set('g', grant('g', 'c'));
    await meet();
    await one.app.dashboard.remove('c');
    await meet();
    expect(two.world.connections.size).toBe(0);
    expect(await two.app.dashboard.restore('c')).toMatchObject({ ok: true });
    await meet();
    expect(one.world.connections.get('c')).toMatchObject({ name: 'Shop c' });
    expect(keptBy(one)).toEqual(keptBy(two));
    // Where it was removed its history is back too, and nothing is left to be brought back once more.
    expect([...one.world.grants.values()]).toMatchObject([{ id: 'g', runId: 'run-g' }]);
    expect(one.world.bin.size).toBe(0);
  });

  it('keeps within the browser’s write limits over the lives of any number of workers', async () => {
    const world = new World();
    world.settings.sync = { ...ON };
    world.connections.set('c', connection('c'));
    const wait: (number | undefined)[] = [];
    // Every 400 ms for an hour and more, a change, a worker of its own, and its first comparison.
    for (let at = 0; at < 9500; at++) {
      world.now += 400;
      world.connections.set('c', { ...connection('c'), name: `Name ${at}` });
      const { sync } = createApp(createPorts(world));
      wait.push(await sync.compare());
    }
    expect(world.syncState?.failed).toBeUndefined();
    expect(wait).not.toContain(65_000);
    expect(world.sync.calls).toBeGreaterThan(700);
    expect(world.sync.calls).toBeLessThan(800);
  });

  it('lets what is brought back win over its removal elsewhere, whatever was done before', async () => {
    const act = fc.record({
      who: fc.nat(1),
      what: fc.constantFrom('remove', 'restore', 'import', 'edit', 'meet', 'offline', 'online'),
    });
    const file = connection('c', { name: 'Of the file' });
    const doing = async ({ world, app }: Home, what: string, step: number): Promise<void> => {
      const here = world.connections.get('c');
      if (what === 'remove') await app.dashboard.remove('c');
      if (what === 'restore') await app.dashboard.restore('c');
      if (what === 'edit' && here) world.connections.set('c', { ...here, name: `Step ${step}` });
      if (what === 'offline' || what === 'online') world.sync.offline = what === 'offline';
      if (what === 'import') {
        app.files.offer({ offer: 'o', part: 0, table: 'connections', rows: [file] });
        await app.files.take('o');
      }
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { maxLength: 15 }),
        fc.nat(1),
        fc.boolean(),
        async (acts, who, fromBin) => {
          const { homes: both, meet } = await homes();
          both[0].world.connections.set('c', connection('c'));
          await meet();
          for (const [step, { who, what }] of acts.entries()) {
            if (what === 'meet') await meet();
            else await doing(both[who] as Home, what, step);
          }
          for (const { world } of both) world.sync.offline = false;
          await meet();
          // Removed everywhere, then brought back on one of both.
          await both[0].app.dashboard.remove('c');
          await meet();
          expect(both.map(({ world }) => world.connections.size)).toEqual([0, 0]);
          await doing(both[who] as Home, fromBin ? 'restore' : 'import', 0);
          await meet();
          expect(both.map(({ world }) => world.connections.size)).toEqual([1, 1]);
          expect(keptBy(both[0])).toEqual(keptBy(both[1]));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('takes what fits of 700 connections, says so, and keeps within every limit', async () => {
    const { homes: both, meet } = await homes();
    const [one, two] = both;
    for (let at = 0; at < 700; at++) {
      const id = `${String(at).padStart(8, '0')}-52a1-4c7e-9d0a-6f3f1f0a7c11`;
      one.world.connections.set(id, connection(id, { name: `Alpenglück ${at}`, createdAt: NOW + at }));
    }
    await meet();
    const { state } = await one.app.sync.view();
    expect(state).toMatchObject({ fitting: expect.any(Number), left: expect.any(Number) });
    expect(state?.failed).toBeUndefined();
    expect((state?.fitting ?? 0) + (state?.left ?? 0)).toBe(700);
    expect(one.world.connections.size).toBe(700);
    expect(two.world.connections.size).toBe(state?.fitting);
  });

  it('that the browser refuses loses nothing, says so, and goes on by itself', async () => {
    const world = new World();
    world.settings.sync = { ...ON };
    const app = await worker(world);
    for (let at = 0; at < 120; at++) world.sync.set({ stranger: at }, world.now);
    world.connections.set('c', connection('c'));
    expect(await app.sync.compare()).toBe(65_000);
    expect(await app.sync.view()).toMatchObject({ state: { failed: true } });
    expect(world.connections.size).toBe(1);
    world.now += 61_000;
    expect(await app.sync.compare()).toBe(4000);
    world.now += 4000;
    expect(await app.sync.compare()).toBeUndefined();
    expect(await app.sync.view()).toMatchObject({ held: 1, state: { fitting: 1 } });
    expect((await app.sync.view()).state?.failed).toBeUndefined();
  });

  it('takes account numbers along only where that is wished, and back where it is not any more', async () => {
    const { homes: both, meet } = await homes();
    const [one, two] = both;
    one.world.connections.set('c', connection('c'));
    await meet();
    expect(JSON.stringify(one.world.sync.all())).not.toContain('A1NORDLICHT');
    await one.app.sync.choose({ on: true, accountIds: true });
    await two.app.sync.choose({ on: true, accountIds: true });
    await meet();
    expect(two.world.connections.get('c')?.account.id).toBe('A1NORDLICHT');
    await two.app.sync.choose(ON);
    await one.app.sync.choose(ON);
    await meet();
    expect(JSON.stringify(one.world.sync.all())).not.toContain('A1NORDLICHT');
    expect(two.world.connections.get('c')?.account.id).toBe('A1NORDLICHT');
  });

  it('turned off can be emptied, and removes nothing here', async () => {
    const world = new World();
    world.connections.set('c', connection('c'));
    const app = await worker(world);
    await app.sync.choose(ON);
    expect(await app.sync.empty()).toEqual({ ok: false, problem: 'invalid' });
    await app.sync.choose({ ...ON, on: false });
    expect(await app.sync.empty()).toEqual({ ok: true });
    expect(world.sync.all()).toEqual({});
    expect(world.connections.size).toBe(1);
  });

  it('with a database that does not open changes nothing anywhere', async () => {
    const { homes: both, meet } = await homes();
    const [one] = both;
    one.world.connections.set('c', connection('c'));
    await meet();
    const before = one.world.sync.all();
    one.world.databaseDead = true;
    one.world.now += 10_000;
    expect(await one.app.sync.compare()).toBe(65_000);
    expect(one.world.sync.all()).toEqual(before);
  });

  it('by a worker that dies anywhere comes to the same', async () => {
    for (let diesAt = 1; diesAt <= 14; diesAt++) {
      const { homes: both, meet } = await homes();
      const [one, two] = both;
      one.world.connections.set('c', connection('c'));
      await meet();
      one.world.connections.set('c', { ...connection('c'), name: 'From one' });
      two.world.connections.set('c', { ...connection('c'), note: 'From two' });
      one.world.now += 10_000;
      await survive(one.world, diesAt, (app) => app.sync.compare());
      await meet();
      expect(keptBy(one)).toEqual(keptBy(two));
      expect(two.world.connections.get('c')).toMatchObject({ name: 'From one', note: 'From two' });
    }
  });

  it('makes two machines equal after whatever was done on both', async () => {
    const step = fc.record({
      who: fc.nat(1),
      what: fc.constantFrom('name', 'note', 'remove', 'add', 'renew', 'compare', 'offline', 'online'),
      id: fc.constantFrom('c', 'd'),
      at: fc.nat(9),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { homes: both, meet } = await homes();
        for (const { who, what, id, at } of steps) {
          const { world, app } = both[who] as Home;
          const here = world.connections.get(id);
          if (what === 'add' && !here) world.connections.set(id, connection(id, { name: `${who} ${at}` }));
          if (what === 'name' && here) world.connections.set(id, { ...here, name: `${who} ${at}` });
          if (what === 'note' && here) world.connections.set(id, { ...here, note: `${who} ${at}` });
          if (what === 'remove') await app.dashboard.remove(id);
          if (what === 'renew' && here) await app.connections.renewed(id, { expiresInDays: at });
          if (what === 'compare') await meet();
          if (what === 'offline' || what === 'online') world.sync.offline = what === 'offline';
        }
        for (const { world } of both) world.sync.offline = false;
        await meet();
        const [one, two] = both;
        expect(keptBy(one)).toEqual(keptBy(two));
        expect(one.world.badge).toEqual(two.world.badge);
      }),
      { numRuns: 50 },
    );
  });
});
