import { describe, expect, it } from 'vitest';
import type { World } from '../../../fakes/world.ts';
import { AUTHORISE, amazonAnswer, dirtyWorld, NEW_CONNECTION, stop, TAB, worker } from '../journey.ts';

/** Firefox's: one background for all windows, so nothing but the flows keeps a private run out of the database. */
const PRIVATE = 'firefox-private';
const CLEAN = { type: 'renew-private', mode: 'clear', forceSignIn: false } as const;

/** A world whose old session lies in the private jar. */
function privateWorld(): World {
  const world = dirtyWorld();
  world.cookies = world.cookies.map((cookie) => ({ ...cookie, storeId: PRIVATE }));
  return world;
}

function expectNothingNoted(world: World): void {
  const { connections, grants, ledger, suggestions, exemptions, letters, databaseTrouble } = world;
  const rows = [connections, grants, ledger, suggestions, exemptions, letters].map(({ size }) => size);
  expect(rows).toEqual([0, 0, 0, 0, 0, 0]);
  expect(databaseTrouble).toBe(false);
}

describe('a renewal in a private window', () => {
  it('is guarded, cleaned and answered, and noted nowhere', async () => {
    const world = privateWorld();
    const app = await worker(world);
    await stop(world, app);
    const view = await app.guard.view(TAB, PRIVATE);
    expect(view).toMatchObject({
      kind: 'choose-private',
      preview: { domains: [{ domain: 'amazon.de', cookies: 4, signedIn: true }, {}] },
    });
    expect(await app.guard.decide(TAB, PRIVATE, CLEAN)).toEqual({ ok: true });
    expect(world.cookies).toEqual([]);
    expect(world.tabs.get(TAB)).toBe(AUTHORISE);

    await app.callbacks.seen({ answer: amazonAnswer(), tabId: TAB, jar: PRIVATE });
    const { runs } = await app.privately.overview();
    expect(runs).toMatchObject([{ result: 'granted', namedAccount: 'A1NORDLICHT' }]);
    expect(JSON.stringify(runs)).not.toContain('state-canary');
    expect(world.presented).toBe(1);
    expect(world.sessionRules).toEqual([]);
    expectNothingNoted(world);
  });

  it('is answered by its own jar alone', async () => {
    const world = privateWorld();
    const app = await worker(world);
    await stop(world, app);
    await app.guard.decide(TAB, PRIVATE, CLEAN);
    await app.callbacks.seen({ answer: amazonAnswer(), tabId: 99, jar: '0' });
    expect((await app.privately.overview()).runs).toMatchObject([{ phase: 'consenting' }]);
  });

  it('suggests nothing where an answer belongs to no renewal', async () => {
    const world = privateWorld();
    const app = await worker(world);
    await app.callbacks.seen({ answer: amazonAnswer(), tabId: TAB, jar: PRIVATE });
    expectNothingNoted(world);
  });

  it('is forgotten with the last private window, and its tab is let through no more', async () => {
    const world = privateWorld();
    const app = await worker(world);
    await stop(world, app);
    await app.guard.decide(TAB, PRIVATE, CLEAN);
    await app.privately.windowClosed();
    expect(world.memory.size).toBe(1);

    world.privateWindowOpen = false;
    await app.privately.windowClosed();
    expect(world.memory.size).toBe(0);
    expect(world.sessionRules).toEqual([]);
  });

  it('is forgotten when the person has seen it', async () => {
    const world = privateWorld();
    const app = await worker(world);
    await stop(world, app);
    await app.guard.decide(TAB, PRIVATE, CLEAN);
    await app.callbacks.seen({ answer: amazonAnswer(), tabId: TAB, jar: PRIVATE });
    const [run] = (await app.privately.overview()).runs;
    await app.renewals.choose(run?.id ?? '', 'put-away');
    expect(world.memory.size).toBe(0);
  });

  it.each([
    { type: 'renew', mode: 'clear', connection: NEW_CONNECTION, forceSignIn: false },
    { type: 'let-through' },
    { type: 'private-window' },
  ] as const)('does nothing that would be noted: $type', async (choice) => {
    const world = privateWorld();
    const app = await worker(world);
    await stop(world, app);
    expect(await app.guard.decide(TAB, PRIVATE, choice)).toEqual({ ok: false, problem: 'invalid' });
    expect(world.tabs.get(TAB)).toBe('guard');
    expectNothingNoted(world);
  });
});

describe('on to a private window', () => {
  it('goes the address, and the normal window begins nothing', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    await stop(world, app);
    expect(await app.guard.view(TAB, '0')).toMatchObject({ kind: 'choose', privateAllowed: true });
    expect(await app.guard.decide(TAB, '0', { type: 'private-window' })).toEqual({ ok: true });
    expect(world.openedPrivately).toEqual([AUTHORISE]);
    expect(world.memory.size).toBe(0);
    expect(world.cookies).toHaveLength(4);
    expect(await app.guard.view(TAB, '0')).toEqual({ kind: 'empty' });
  });

  it('goes nothing where the person has not allowed it', async () => {
    const world = dirtyWorld();
    world.privateAllowed = false;
    const app = await worker(world);
    await stop(world, app);
    expect(await app.guard.decide(TAB, '0', { type: 'private-window' })).toEqual({
      ok: false,
      problem: 'private-not-allowed',
    });
    expect(world.openedPrivately).toEqual([]);
    expect(await app.guard.view(TAB, '0')).toMatchObject({ kind: 'choose' });
  });

  it('leads no private choice from a normal window', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    await stop(world, app);
    expect(await app.guard.decide(TAB, '0', CLEAN)).toEqual({ ok: false, problem: 'invalid' });
    expect(world.cookies).toHaveLength(4);
  });
});
