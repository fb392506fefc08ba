import { describe, expect, it } from 'vitest';
import type { App } from '@/utils/flows/app.ts';
import { overview } from '@/utils/flows/reading/overview.ts';
import type { GuardView } from '@/utils/flows/reading/views.ts';
import { createPorts } from '../../../fakes/ports.ts';
import type { World } from '../../../fakes/world.ts';
import { dirtyWorld, JAR, NEW_CONNECTION, stop, TAB, worker } from '../journey.ts';
import { survive } from '../survive.ts';

const RENEW = { type: 'renew', mode: 'clear', connection: NEW_CONNECTION, forceSignIn: false } as const;
const ELSEWHERE = 'the browser’s own container';

/** Chromium: it tells which cookies a tab would send. */
function tellingWorld(): World {
  const world = dirtyWorld();
  world.tabsTell = true;
  return world;
}

/** The browser is about to send what lies in the tab's jar, and refuses the address. */
async function ask(world: World, app: App, tabJar: string): Promise<void> {
  const sent = world.markers.filter(({ jar }) => jar === tabJar).map(({ name }) => name);
  await app.doctor.told(TAB, sent);
  await app.doctor.looked(TAB);
}

/** What the guard page shows at last, in a tab that uses this jar. */
async function viewIn(world: World, app: App, tabJar = JAR): Promise<GuardView> {
  const first = await app.guard.view(TAB, JAR);
  if (first.kind !== 'look') return first;
  await ask(world, app, tabJar);
  return app.guard.view(TAB, JAR);
}

describe('before a renewal at the guard', () => {
  it.each([true, false])(
    'nothing is said where all is well, and no marker is left (the browser tells: %s)',
    async (tells) => {
      const world = dirtyWorld();
      world.tabsTell = tells;
      const app = await worker(world);
      await stop(world, app);
      expect((await viewIn(world, app)).kind).toBe('choose');
      expect(world.markers).toEqual([]);
      // The tab's jar cannot change: it is looked at once.
      expect((await app.guard.view(TAB, JAR)).kind).toBe('choose');
      expect(world.markers).toEqual([]);
    },
  );

  it('a tab that uses another jar than the one that we see is noticed, and taken to a normal tab', async () => {
    const world = tellingWorld();
    const app = await worker(world);
    await stop(world, app);
    expect(await viewIn(world, app, ELSEWHERE)).toEqual({
      kind: 'obstacle',
      obstacle: { kind: 'other-jar' },
    });
    expect(world.markers).toEqual([]);
    expect(await app.guard.decide(TAB, JAR, { type: 'normal-tab' })).toEqual({ ok: true });
    expect(world.opened).toHaveLength(1);
    expect(world.cookies).toHaveLength(4);
    expect(await app.guard.view(TAB, JAR)).toEqual({ kind: 'empty' });
  });

  it('an API that writes into another jar than it is asked to is noticed', async () => {
    const world = dirtyWorld();
    world.reached = () => ELSEWHERE;
    const app = await worker(world);
    await stop(world, app);
    expect(await viewIn(world, app)).toEqual({ kind: 'obstacle', obstacle: { kind: 'other-jar' } });
    expect(world.markers).toEqual([]);
  });

  it('an API that refuses cookies is named; once it does not, the guard asks as ever', async () => {
    const world = tellingWorld();
    world.cookiesRefused = true;
    const app = await worker(world);
    await stop(world, app);
    expect(await viewIn(world, app)).toEqual({ kind: 'obstacle', obstacle: { kind: 'cookies' } });
    world.cookiesRefused = false;
    await app.doctor.again();
    expect((await viewIn(world, app)).kind).toBe('choose');
  });

  it('withheld hosts come first, and only those of this renewal', async () => {
    const world = dirtyWorld();
    world.withheld = ['amazon.de', 'ebay.fr'];
    world.rulesRefused = true;
    const app = await worker(world);
    await stop(world, app);
    expect(await viewIn(world, app)).toEqual({
      kind: 'obstacle',
      obstacle: { kind: 'hosts', domains: ['amazon.de'] },
    });
    expect((await overview(createPorts(world))).obstacles).toEqual([
      { kind: 'hosts', domains: ['amazon.de', 'ebay.fr'] },
    ]);
    world.withheld = [];
    expect(await viewIn(world, app)).toEqual({ kind: 'obstacle', obstacle: { kind: 'rules' } });
    expect((await overview(createPorts(world))).obstacles).toEqual([{ kind: 'rules' }]);
  });

  it('says nothing of the jar where the browser told nothing', async () => {
    const world = tellingWorld();
    const app = await worker(world);
    await stop(world, app);
    expect((await app.guard.view(TAB, JAR)).kind).toBe('look');
    await app.doctor.looked(TAB);
    expect((await app.guard.view(TAB, JAR)).kind).toBe('choose');
    expect(world.markers).toEqual([]);
  });

  it('a marker goes with its tab', async () => {
    const world = tellingWorld();
    const app = await worker(world);
    await stop(world, app);
    await app.guard.view(TAB, JAR);
    expect(world.markers).toHaveLength(1);
    await app.doctor.closed(TAB);
    expect(world.markers).toEqual([]);
    expect(world.looks.size).toBe(0);
  });
});

describe('before a renewal from the pop-up', () => {
  it('the same is looked at, but for the tab that is not there yet', async () => {
    const world = tellingWorld();
    const app = await worker(world);
    await stop(world, app);
    await viewIn(world, app);
    await app.guard.decide(TAB, JAR, RENEW);
    const [id = ''] = world.connections.keys();
    expect(await app.renewals.preview(id, JAR)).toHaveProperty('domains');
    world.cookiesRefused = true;
    expect(await app.renewals.preview(id, JAR)).toEqual({ obstacle: { kind: 'cookies' } });
    world.cookiesRefused = false;
    world.withheld = ['amazon.de'];
    expect(await app.renewals.preview(id, JAR)).toEqual({
      obstacle: { kind: 'hosts', domains: ['amazon.de'] },
    });
    expect(world.markers).toEqual([]);
    expect(world.looks.size).toBe(1);
  });
});

describe('a worker that dies while it looks', () => {
  const points = Array.from({ length: 40 }, (_, index) => index + 1);

  it.each(points)('at its call %i: no marker is left, and the next worker finds out', async (diesAt) => {
    const world = tellingWorld();
    const first = await worker(world);
    await stop(world, first);
    const calls = await survive(world, diesAt, (app) => viewIn(world, app, ELSEWHERE));
    expect(calls).toBeLessThan(points.length);
    expect(world.markers).toEqual([]);
    const app = await worker(world);
    expect(await viewIn(world, app, ELSEWHERE)).toEqual({
      kind: 'obstacle',
      obstacle: { kind: 'other-jar' },
    });
    expect(world.markers).toEqual([]);
  });
});
