import { describe, expect, it } from 'vitest';
import type { App } from '@/utils/flows/app.ts';
import { overview } from '@/utils/flows/reading/overview.ts';
import { createPorts } from '../../../fakes/ports.ts';
import { answer, dirtyWorld, JAR, NEW_CONNECTION, stop, TAB, worker } from '../journey.ts';

const RENEW = { type: 'renew', mode: 'clear', connection: NEW_CONNECTION, forceSignIn: false } as const;

describe('a database that does not open', () => {
  it('keeps the guard and the pages working, and is said on every surface', async () => {
    const world = dirtyWorld();
    world.databaseDead = true;
    world.databaseFails = true;
    const app = await worker(world);
    await stop(world, app);

    expect(await app.guard.view(TAB, JAR)).toMatchObject({ kind: 'choose', candidates: [] });
    expect(await overview(createPorts(world))).toMatchObject({
      obstacles: [{ kind: 'database' }],
      connections: [],
    });
    expect(world.badge).toMatchObject({ text: '!' });
    await expect(app.guard.decide(TAB, JAR, RENEW)).rejects.toThrow();
    expect(world.cookies).toHaveLength(4);
  });

  it('does not lose what was stopped: once it opens again, the same press goes on', async () => {
    const world = dirtyWorld();
    world.databaseDead = true;
    world.databaseFails = true;
    const app = await worker(world);
    await stop(world, app);
    world.databaseDead = false;
    world.databaseFails = false;

    expect(await app.guard.decide(TAB, JAR, RENEW)).toEqual({ ok: true });
    await answer(app);
    expect(world.grants.size).toBe(1);
    expect((await overview(createPorts(world))).obstacles).toEqual([]);
  });
});

describe('a database that refuses while nothing has read it yet', () => {
  it.each([
    ['the pop-up', (app: App) => app.reading.overview()],
    ['the dashboard', (app: App) => app.reading.obstacles()],
  ])('is said by %s that is opened, and on the badge', async (_, opened) => {
    const world = dirtyWorld();
    const app = await worker(world);
    world.databaseDead = true;
    expect((await opened(app)).obstacles).toMatchObject([{ kind: 'database' }]);
    expect(world.badge).toMatchObject({ text: '!' });
  });
});

describe('a disk that fills up during a renewal', () => {
  it('keeps the grant until it can be written, and writes it once', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    await stop(world, app);
    await app.guard.decide(TAB, JAR, RENEW);
    world.databaseFails = true;
    await answer(app);
    expect(world.grants.size).toBe(0);
    expect((await overview(createPorts(world))).obstacles).toMatchObject([{ kind: 'database' }]);

    world.databaseFails = false;
    await worker(world);
    await worker(world);
    expect(world.grants.size).toBe(1);
    expect((await overview(createPorts(world))).obstacles).toEqual([]);
  });
});
