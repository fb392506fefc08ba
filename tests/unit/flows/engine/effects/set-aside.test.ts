import { describe, expect, it } from 'vitest';
import type { Cookie } from '@/utils/domain/session/cleaning.ts';
import type { GuardChoice } from '@/utils/flows/guard/guard-choice.ts';
import { overview } from '@/utils/flows/reading/overview.ts';
import { createPorts } from '../../../../fakes/ports.ts';
import type { World } from '../../../../fakes/world.ts';
import { answer, dirtyWorld, JAR, NEW_CONNECTION, stop, TAB, worker } from '../../journey.ts';
import { survive } from '../../survive.ts';

const SET_ASIDE: GuardChoice = {
  type: 'renew',
  mode: 'set-aside',
  connection: NEW_CONNECTION,
  forceSignIn: false,
};

const byName = (cookies: Cookie[]): Cookie[] => cookies.toSorted((a, b) => a.name.localeCompare(b.name));

/** A new sign-in's cookie, as the marketplace sets it during the renewal. */
function signIn(world: World): void {
  const [pattern] = dirtyWorld().cookies;
  if (pattern) world.cookies.push({ ...pattern, name: 'at-acbde', value: 'new-login' });
}

async function lastRun(world: World) {
  return (await overview(createPorts(world))).runs[0]?.run;
}

async function started(world: World) {
  const app = await worker(world);
  await stop(world, app);
  expect(await app.guard.decide(TAB, JAR, SET_ASIDE)).toEqual({ ok: true });
  return app;
}

describe('a sign-in that is set aside', () => {
  it('is gone during the renewal and back after it, the new one removed', async () => {
    const world = dirtyWorld();
    const before = structuredClone(world.cookies);
    const app = await started(world);
    expect(world.cookies).toEqual([]);
    expect([...world.asides.values()]).toEqual([before]);
    signIn(world);
    await answer(app);
    expect(byName(world.cookies)).toEqual(byName(before));
    expect(world.asides.size).toBe(0);
    expect((await lastRun(world))?.aside).toEqual({ cookies: 4, state: 'back', missing: 0 });
  });

  it('is nothing where the jar was empty: the new one stays', async () => {
    const world = dirtyWorld();
    world.cookies = [];
    const app = await started(world);
    signIn(world);
    await answer(app);
    expect(world.cookies.map(({ value }) => value)).toEqual(['new-login']);
    expect((await lastRun(world))?.aside).toBeUndefined();
  });

  it('is not in the ledger', async () => {
    const world = dirtyWorld();
    await started(world);
    expect(JSON.stringify([...world.ledger.values(), ...world.connections.values()])).not.toContain('canary');
  });

  it('is left in the jar where it does not fit, and can be signed out for good instead', async () => {
    const world = dirtyWorld();
    world.asideTooSmall = true;
    const app = await started(world);
    expect(world.cookies).toHaveLength(4);
    const run = await lastRun(world);
    expect(run).toMatchObject({ phase: 'not-clean', cleaningFailed: 'too-much' });
    await app.renewals.choose(run?.id ?? '', 'clear-instead');
    expect(world.cookies).toEqual([]);
    await answer(app);
    expect(world.cookies).toEqual([]);
    expect(world.grants.size).toBe(1);
  });

  it('tells how many cookies the browser would not take back', async () => {
    const world = dirtyWorld();
    const app = await started(world);
    world.unsettable.add('at-acbde');
    await answer(app);
    expect(world.cookies).toHaveLength(3);
    expect((await lastRun(world))?.aside).toEqual({ cookies: 4, state: 'back', missing: 1 });
  });

  it('leaves out what has expired meanwhile, without calling it missing', async () => {
    const world = dirtyWorld();
    const [first] = world.cookies;
    if (first) first.expirationDate = world.now / 1000 + 60;
    const app = await started(world);
    world.now += 120_000;
    await answer(app);
    expect(world.cookies).toHaveLength(3);
    expect((await lastRun(world))?.aside?.missing).toBe(0);
  });

  it.each([
    [
      'the person cancels',
      (app: Awaited<ReturnType<typeof worker>>, id: string) => app.renewals.choose(id, 'cancel'),
    ],
    [
      'the tab is closed',
      (app: Awaited<ReturnType<typeof worker>>, id: string) =>
        app.runs.dispatch(id, { type: 'tab-closed', tabId: TAB, at: 1 }),
    ],
    [
      'the state does not match',
      (app: Awaited<ReturnType<typeof worker>>, id: string) =>
        app.runs.dispatch(id, { type: 'state-mismatch', at: 1 }),
    ],
    [
      'the marketplace reports an error of the software',
      (app: Awaited<ReturnType<typeof worker>>, id: string) =>
        app.runs.dispatch(id, { type: 'page', progress: {}, endsWith: 'error:MD1000', at: 1 }),
    ],
  ])('comes back when %s', async (_, ending) => {
    const world = dirtyWorld();
    const before = structuredClone(world.cookies);
    const app = await started(world);
    signIn(world);
    await ending(app, (await lastRun(world))?.id ?? '');
    expect(byName(world.cookies)).toEqual(byName(before));
  });

  it('stays away where the person keeps the new one', async () => {
    const world = dirtyWorld();
    const app = await started(world);
    await app.renewals.choose((await lastRun(world))?.id ?? '', 'keep-login');
    signIn(world);
    await answer(app);
    expect(world.cookies.map(({ value }) => value)).toEqual(['new-login']);
    expect(world.asides.size).toBe(0);
    expect((await lastRun(world))?.aside?.state).toBe('let-go');
  });

  it('is told as lost where the browser ended meanwhile', async () => {
    const world = dirtyWorld();
    await started(world);
    world.restartBrowser();
    await worker(world);
    expect(await lastRun(world)).toMatchObject({
      result: 'abandoned',
      reason: 'browser-closed',
      aside: { state: 'lost' },
    });
  });
});

describe('an update of the extension', () => {
  it('waits for what is set aside, and is taken afterwards', async () => {
    const world = dirtyWorld();
    const app = await started(world);
    world.updateWaits = true;
    await app.updateWaits();
    expect(world.updatesTaken).toBe(0);
    // The old version is gone in the middle of it.
    void answer(app);
    await expect.poll(() => world.updatesTaken).toBe(1);
    expect(world.memory.size).toBe(0);
    expect(world.cookies).toHaveLength(4);
    await worker(world);
    expect(world.grants.size).toBe(1);
  });

  it('is held back from the first moment on, by each worker anew, and no longer than needed', async () => {
    const world = dirtyWorld();
    await worker(world);
    expect(world.updatesHeld).toBe(false);
    await started(world);
    expect(world.updatesHeld).toBe(true);
    // The next worker knows nothing of what the one before it held.
    world.updatesHeld = false;
    const app = await worker(world);
    expect(world.updatesHeld).toBe(true);
    await answer(app);
    expect(world.updatesHeld).toBe(false);
  });
});

const points = Array.from({ length: 70 }, (_, index) => index + 1);

describe('a worker that dies', () => {
  it.each(points)('at its call %i while it sets aside: no cookie is lost', async (diesAt) => {
    const world = dirtyWorld();
    const before = structuredClone(world.cookies);
    await stop(world, await worker(world));
    await survive(world, diesAt, (app) => app.guard.decide(TAB, JAR, SET_ASIDE));
    const app = await worker(world);
    if ((await app.runs.living()).length === 0) await app.guard.decide(TAB, JAR, SET_ASIDE);
    signIn(world);
    await answer(app);
    expect(byName(world.cookies)).toEqual(byName(before));
    expect(world.grants.size).toBe(1);
  });

  it.each(points)('at its call %i while it puts back: all is back, and recorded once', async (diesAt) => {
    const world = dirtyWorld();
    const before = structuredClone(world.cookies);
    await started(world);
    signIn(world);
    await survive(world, diesAt, (app) => answer(app));
    // What was not taken in yet is told once more, by the page's letter.
    await answer(await worker(world));
    expect(byName(world.cookies)).toEqual(byName(before));
    expect(world.asides.size).toBe(0);
    expect(world.grants.size).toBe(1);
  });
});

describe('cookies that the browser did not take back', () => {
  async function partly() {
    const world = dirtyWorld();
    const before = structuredClone(world.cookies);
    const app = await started(world);
    world.unsettable.add('at-acbde').add('x-acbde');
    await answer(app);
    const [view] = (await app.reading.overview()).runs;
    expect(view).toMatchObject({ canPutBack: true, run: { aside: { state: 'back', missing: 2 } } });
    return { world, app, before, id: view?.run.id ?? '' };
  }

  it('are kept, and set once more by a press', async () => {
    const { world, app, before, id } = await partly();
    world.unsettable.clear();
    await app.renewals.choose(id, 'put-back-again');
    expect(byName(world.cookies)).toEqual(byName(before));
    expect(world.asides.size).toBe(0);
    const [view] = (await app.reading.overview()).runs;
    expect(view).not.toHaveProperty('canPutBack');
    expect(view?.run.aside).toMatchObject({ state: 'back', missing: 0 });
  });

  it('are set once more at the next wake', async () => {
    const { world, before } = await partly();
    world.unsettable.clear();
    await worker(world);
    expect(byName(world.cookies)).toEqual(byName(before));
  });

  it('do not replace what the user has signed in with since', async () => {
    const { world, app, id } = await partly();
    world.unsettable.clear();
    signIn(world);
    await app.renewals.choose(id, 'put-back-again');
    expect(world.cookies.filter(({ name }) => name === 'at-acbde')).toMatchObject([{ value: 'new-login' }]);
    expect(world.cookies.some(({ name }) => name === 'x-acbde')).toBe(true);
    expect(world.asides.size).toBe(0);
  });
});
