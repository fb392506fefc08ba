import { describe, expect, it } from 'vitest';
import { createApp } from '@/utils/flows/app.ts';
import type { Ports } from '@/utils/flows/ports/ports.ts';
import { createPorts } from '../../../fakes/ports.ts';
import type { World } from '../../../fakes/world.ts';
import { APP, AUTHORISE, dirtyWorld, JAR, NEW_CONNECTION, STATE, stop, TAB, worker } from '../journey.ts';

const OTHER_TAB = 6;
const OTHER = AUTHORISE.replace(STATE, 'other-state').replace(APP, 'amzn1.sp.solution.other');

/** What lies in the database. */
const TABLES = [
  'backup',
  'connections',
  'exemptions',
  'grants',
  'ledger',
  'reminded',
  'replica',
  'settings',
  'suggestions',
  'unreadable',
] as const satisfies (keyof Ports)[];

/** A worker whose database never answers, and how often each of its calls was made. */
function hanging(world: World) {
  const calls: string[] = [];
  const ports = createPorts(world);
  const silent = TABLES.map((table) => [
    table,
    Object.fromEntries(
      Object.entries(ports[table]).map(([call, real]) => [
        call,
        // What is known is known without a question.
        call === 'known'
          ? real
          : () => {
              calls.push(`${table}.${call}`);
              return new Promise<never>(() => undefined);
            },
      ]),
    ),
  ]);
  return { app: createApp({ ...ports, ...Object.fromEntries(silent) } as Ports), calls };
}

/** What has been noted as stopped in a tab. */
const noted = async (world: World, tabId: number): Promise<string | undefined> =>
  (await createPorts(world).stops.claim(tabId))?.url;

/** A renewal is at the consent in one tab; another application is always let through. */
async function atConsent(): Promise<World> {
  const world = dirtyWorld();
  const app = await worker(world);
  await stop(world, app, OTHER);
  await app.guard.decide(TAB, JAR, { type: 'let-through' });
  await stop(world, app);
  await app.guard.decide(TAB, JAR, {
    type: 'renew',
    mode: 'clear',
    connection: NEW_CONNECTION,
    forceSignIn: false,
  });
  world.tabs.set(OTHER_TAB, AUTHORISE);
  return world;
}

describe('while the database says nothing', () => {
  it.each([
    ['of a renewal that is at it', TAB, AUTHORISE, true],
    ['of an application that is always let through', OTHER_TAB, OTHER, true],
    ['that nobody let through', OTHER_TAB, AUTHORISE, false],
  ])('a page %s is answered from memory', async (_, tabId, url, allowed) => {
    const world = await atConsent();
    const { app, calls } = hanging(world);
    expect(await app.pages.allowed(tabId, url)).toBe(allowed);
    expect(calls).toEqual([]);
    expect(world.tabs.get(OTHER_TAB)).toBe(allowed ? AUTHORISE : 'guard');
    expect(await noted(world, OTHER_TAB)).toBe(allowed ? undefined : url);
  });

  it.each([
    ['in a worker that is awake', Promise.resolve()],
    ['in a worker that does not come to itself', new Promise<never>(() => undefined)],
  ])('what is stopped is noted, %s', async (_, ready) => {
    const world = await atConsent();
    const { app, calls } = hanging(world);
    void app.guard.stopped(AUTHORISE, OTHER_TAB, JAR, {}, ready);
    await expect.poll(() => noted(world, OTHER_TAB)).toBe(AUTHORISE);
    expect(calls).toEqual([]);
  });

  it('what is let through is not noted as stopped', async () => {
    const world = await atConsent();
    const { app, calls } = hanging(world);
    await app.guard.stopped(OTHER, OTHER_TAB, JAR);
    expect(await noted(world, OTHER_TAB)).toBeUndefined();
    expect(calls).toEqual([]);
  });

  it('what is stopped right after the browser’s start is noted, before anybody knows what is let through', async () => {
    const world = await atConsent();
    world.restartBrowser();
    world.tabs.set(OTHER_TAB, OTHER);
    const { app } = hanging(world);
    void app.guard.stopped(OTHER, OTHER_TAB, JAR);
    await expect.poll(() => noted(world, OTHER_TAB)).toBe(OTHER);
  });
});

it('what was noted before that was known is forgotten once it is', async () => {
  const world = await atConsent();
  world.restartBrowser();
  world.tabs.set(OTHER_TAB, OTHER);
  const app = createApp(createPorts(world));
  await app.guard.stopped(OTHER, OTHER_TAB, JAR, {}, app.wake());
  expect(await noted(world, OTHER_TAB)).toBeUndefined();
});

it('an application that is let through no longer is stopped at once', async () => {
  const world = await atConsent();
  const app = await worker(world);
  const [exemption] = await app.ports.exemptions.all();
  await app.connections.revokeExemption(exemption?.id ?? '');
  const { app: later, calls } = hanging(world);
  expect(await later.pages.allowed(OTHER_TAB, OTHER)).toBe(false);
  expect(calls).toEqual([]);
});
