import { describe, expect, it } from 'vitest';
import { answerOf } from '@/utils/domain/address/answer/answer.ts';
import type { Run } from '@/utils/domain/run/run.ts';
import type { Cookie } from '@/utils/domain/session/cleaning.ts';
import type { App } from '@/utils/flows/app.ts';
import type { World } from '../../../../fakes/world.ts';
import { AUTHORISE, amazonAnswer, dirtyWorld, guardPage, JAR, stop, TAB, worker } from '../../journey.ts';
import { survive } from '../../survive.ts';

const RENEW = {
  type: 'renew',
  mode: 'container',
  connection: { integration: 'microtech', name: 'Nordlicht' },
  forceSignIn: false,
} as const;

/** Account B is signed in in the default jar of a browser that has containers. */
function containerWorld(): World {
  const world = dirtyWorld();
  world.containers = new Map();
  return world;
}

/** Somebody signs in at Amazon in a jar. */
function signIn(world: World, jar: string, value = 'anna'): void {
  const [cookie] = dirtyWorld().cookies.filter(({ name }) => name === 'at-acbde');
  if (!cookie) throw new Error('no login cookie to copy');
  world.cookies = world.cookies.filter(({ storeId, name }) => storeId !== jar || name !== cookie.name);
  world.cookies.push({ ...cookie, storeId: jar, value: `cookie-canary-${value}` });
}

function signOut(world: World, jar: string): void {
  world.cookies = world.cookies.filter(({ storeId }) => storeId !== jar);
}

async function newestRun(app: App): Promise<Run> {
  const [run] = (await app.runs.all()).toSorted((a, b) => b.startedAt - a.startedAt);
  if (!run) throw new Error('no run');
  return run;
}

/** The program opens its address and the person chooses the container. */
async function begin(world: World, app: App, choice: object = RENEW, tabId = TAB): Promise<Run> {
  world.now += 1000;
  await stop(world, app, AUTHORISE, tabId);
  await app.guard.view(tabId, JAR);
  expect(await app.guard.decide(tabId, JAR, { ...RENEW, ...choice })).toEqual({ ok: true });
  return newestRun(app);
}

async function answered(app: App, { tabId, jar }: Run, account = 'A1NORDLICHT'): Promise<void> {
  await app.callbacks.seen({ answer: amazonAnswer({ account }), tabId, jar });
}

/** A whole renewal: sign-in, answer, the account confirmed, the container kept. */
async function renewAndKeep(world: World, app: App): Promise<Run> {
  const run = await begin(world, app);
  signIn(world, run.jar);
  await answered(app, run);
  await app.accounts.confirm([...world.grants.keys()][0] ?? '');
  await app.renewals.choose(run.id, 'keep-container');
  await app.renewals.choose(run.id, 'put-away');
  return run;
}

const connectionId = (world: World): string => [...world.connections.keys()][0] ?? '';

describe('a renewal in a container', () => {
  it('is offered where the browser has them, and suggested to desktop programs', async () => {
    const world = containerWorld();
    const app = await worker(world);
    await stop(world, app);
    expect(await app.guard.view(TAB, JAR)).toMatchObject({
      preview: { modes: ['set-aside', 'container', 'clear'] },
    });
    expect(await app.guard.view(TAB, 'private')).toMatchObject({
      preview: { modes: ['set-aside', 'clear'] },
    });
  });

  it('goes on in a tab of its own, allowed there alone, and leaves the other jar as it was', async () => {
    const world = containerWorld();
    const before = structuredClone(world.cookies);
    const app = await worker(world);
    const run = await begin(world, app);
    expect(run).toMatchObject({
      phase: 'consenting',
      container: { state: 'in-use' },
      receipt: { clean: true },
    });
    expect([...(world.containers ?? [])]).toMatchObject([[run.jar, { name: 'Nordlicht' }]]);
    expect(world.jarOfTab.get(run.tabId ?? 0)).toBe(run.jar);
    expect(world.tabs.get(run.tabId ?? 0)).toBe(AUTHORISE);
    expect(world.visit(77, AUTHORISE)).toBe('guard');
    expect(world.cookies).toEqual(before);
    await answered(app, run);
    expect(world.grants.size).toBe(1);
    expect(world.cookies).toEqual(before);
  });

  it('closes the guard of a desktop program, and leaves that of a web shop open with a word', async () => {
    const desktop = containerWorld();
    await begin(desktop, await worker(desktop));
    expect(desktop.tabs.has(TAB)).toBe(false);

    const web = containerWorld();
    const app = await worker(web);
    const run = await begin(web, app, { connection: { integration: 'magnalister', name: 'Shop' } });
    expect(web.tabs.get(TAB)).toBe('guard');
    expect(await app.guard.view(TAB, JAR)).toMatchObject({
      kind: 'in-container',
      run: { run: { id: run.id } },
    });
  });

  it('does not hold the default jar', async () => {
    const world = containerWorld();
    const app = await worker(world);
    await begin(world, app);
    const other = AUTHORISE.replace('0815', '0816');
    await stop(world, app, other, 8);
    const choice = {
      ...RENEW,
      mode: 'clear',
      connection: { integration: 'other', software: 'x', name: 'Two' },
    };
    expect(await app.guard.decide(8, JAR, choice as typeof RENEW & { mode: 'clear' })).toEqual({
      ok: true,
    });
    expect(await app.runs.living()).toHaveLength(2);
  });

  it('says so where the browser makes none', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    const run = await begin(world, app);
    expect(run).toMatchObject({ result: 'failed', reason: 'no-container' });
    expect(world.tabs.get(TAB)).toBe('guard');
  });

  it('that was started in the toolbar waits, and takes the address from whatever jar it comes to', async () => {
    const world = containerWorld();
    const app = await worker(world);
    const first = await renewAndKeep(world, app);
    world.now += 1000;
    await app.renewals.start(connectionId(world), 'container', JAR);
    expect(await newestRun(app)).toMatchObject({ phase: 'awaiting', mode: 'container' });
    await stop(world, app, AUTHORISE, 9);
    expect(await guardPage(app, 9)).toBe('going-on');
    expect(await newestRun(app)).toMatchObject({ phase: 'consenting', jar: first.jar });
    expect(world.tabs.has(9)).toBe(false);
  });

  it('that waits is ended where the person chooses to stay in the tab instead', async () => {
    const world = containerWorld();
    const app = await worker(world);
    await renewAndKeep(world, app);
    await app.accounts.deny([...world.grants.keys()][0] ?? '');
    const known = world.connections.get(connectionId(world));
    if (known) world.connections.set(known.id, { ...known, apps: [] });
    await app.renewals.start(connectionId(world), 'container', JAR);
    const run = await begin(world, app, { mode: 'set-aside', connection: { id: connectionId(world) } }, 9);
    expect(run).toMatchObject({ mode: 'set-aside', jar: JAR, phase: 'consenting', tabId: 9 });
    expect(await app.runs.living()).toHaveLength(1);
  });
});

describe('the second permission of a renewal in a container', () => {
  const FIRST = 'https://signin.ebay.de/ws/eBayISAPI.dll?SignIn&runame=Lin-Ru&SessID=sess-canary';
  const SECOND = 'https://auth.ebay.de/oauth2/authorize?client_id=Lin-PRD&state=second';

  it.each([
    ['in the container', true],
    ['in the default jar', false],
  ])('that is asked for %s goes on with the sign-in of the first', async (_, inside) => {
    const world = containerWorld();
    const app = await worker(world);
    await stop(world, app, FIRST);
    const connection = { integration: 'linnworks', name: 'Nordlicht' } as const;
    await app.guard.decide(TAB, JAR, { ...RENEW, connection });
    const first = await newestRun(app);
    const to =
      'https://vendor.example/cb?isAuthSuccessful=true&ebaytkn=t&tknexp=2028-01-01 00:00:00&username=n';
    const answer = answerOf(FIRST, to);
    if (!answer) throw new Error('no answer');
    await app.callbacks.seen({ answer, tabId: first.tabId, jar: first.jar });
    expect(await newestRun(app)).toMatchObject({ phase: 'between-legs' });
    world.cookies.push({
      ...structuredClone(world.cookies[0]),
      domain: 'ebay.de',
      storeId: first.jar,
    } as Cookie);

    const [tabId, jar] = inside ? [first.tabId ?? 0, first.jar] : [9, JAR];
    await stop(world, app, SECOND, tabId);
    expect(await app.guard.view(tabId, jar)).toMatchObject({ kind: 'join' });
    await app.guard.decide(tabId, jar, { type: 'join', runId: first.id });
    const second = await newestRun(app);
    expect(second).toMatchObject({ id: first.id, jar: first.jar, phase: 'consenting' });
    expect(world.jarOfTab.get(second.tabId ?? 0)).toBe(first.jar);
    expect(world.tabs.get(second.tabId ?? 0)).toBe(SECOND);
    expect(world.cookies.filter(({ storeId }) => storeId === first.jar)).toHaveLength(1);
    expect(world.containers?.size).toBe(1);
  });
});

describe('the container of a renewal', () => {
  it('is removed with Done, its tabs first, and not before', async () => {
    const world = containerWorld();
    const app = await worker(world);
    const run = await begin(world, app);
    await answered(app, run);
    expect(world.containers?.size).toBe(1);
    await app.renewals.choose(run.id, 'put-away');
    expect(world.containers?.size).toBe(0);
    expect(world.tabs.has(run.tabId ?? 0)).toBe(false);
    expect(world.connections.get(connectionId(world))?.container).toEqual({ keep: false });
  });

  it('is removed with its last tab once the renewal is over', async () => {
    const world = containerWorld();
    const app = await worker(world);
    const run = await begin(world, app);
    await answered(app, run);
    world.tabs.set(50, 'https://vendor.example/');
    world.jarOfTab.set(50, run.jar);
    // The browser tells of a closed tab while it still lists it.
    await app.containers.tabClosed(run.tabId ?? 0);
    expect(world.containers?.size).toBe(1);
    world.close(run.tabId ?? 0);
    await app.containers.tabClosed(50);
    expect(world.containers?.size).toBe(0);
  });

  it('is kept where the person says so, and needs no clean while it holds the account’s own sign-in', async () => {
    const world = containerWorld();
    const app = await worker(world);
    const first = await renewAndKeep(world, app);
    expect(world.containers?.size).toBe(1);
    const run = await begin(world, app, { connection: { id: connectionId(world) } }, 6);
    expect(run).toMatchObject({ jar: first.jar, phase: 'consenting', container: { pure: true } });
    expect(world.cookies.filter(({ storeId }) => storeId === run.jar)).toHaveLength(1);
  });

  it.each([
    ['somebody else signed in there since', (world: World, jar: string) => signIn(world, jar, 'bert')],
    ['the sign-in there is gone', signOut],
    [
      'its last grant was denied',
      async (world: World, _: string, app: App) => {
        for (const id of world.grants.keys()) await app.accounts.deny(id);
      },
    ],
  ])('is cleaned before the renewal where %s', async (_, spoil) => {
    const world = containerWorld();
    const app = await worker(world);
    const { jar } = await renewAndKeep(world, app);
    await spoil(world, jar, app);
    const run = await begin(world, app, { connection: { id: connectionId(world) } }, 6);
    expect(run).toMatchObject({ jar, phase: 'consenting', receipt: { clean: true } });
    expect(world.cookies.filter(({ storeId }) => storeId === jar)).toEqual([]);
  });

  it('is cleaned where the first grant was never confirmed, or was for another account', async () => {
    for (const account of ['A1NORDLICHT', 'A2ANOTHER']) {
      const world = containerWorld();
      const app = await worker(world);
      await renewAndKeep(world, app);
      const second = await begin(world, app, { connection: { id: connectionId(world) } }, 6);
      signIn(world, second.jar, 'somebody');
      const known = world.connections.get(connectionId(world));
      if (known && account === 'A1NORDLICHT') world.connections.set(known.id, { ...known, account: {} });
      await answered(app, second, account);
      await app.renewals.choose(second.id, 'put-away');
      const third = await begin(world, app, { connection: { id: connectionId(world) } }, 7);
      expect(third.container?.pure).toBeUndefined();
      expect(third.receipt?.clean).toBe(true);
    }
  });

  it('of the person’s own is cleaned first, and never removed', async () => {
    const world = containerWorld();
    const app = await worker(world);
    const first = await begin(world, app);
    await answered(app, first);
    await app.renewals.choose(first.id, 'put-away');
    world.containers?.set('own', { name: 'Amazon A', colour: 'red' });
    signIn(world, 'own', 'whoever');
    expect(await app.containers.all(connectionId(world))).toEqual([{ jar: 'own', name: 'Amazon A' }]);
    expect(await app.containers.link(connectionId(world), 'own')).toEqual({ ok: true });
    const run = await begin(world, app, { connection: { id: connectionId(world) } }, 6);
    expect(run).toMatchObject({ jar: 'own', receipt: { clean: true } });
    await answered(app, run);
    await app.renewals.choose(run.id, 'drop-container');
    await app.renewals.choose(run.id, 'put-away');
    await app.containers.release(connectionId(world));
    expect(world.containers?.has('own')).toBe(true);
  });

  it('that somebody removes ends the renewal and is made anew at the next one', async () => {
    const world = containerWorld();
    const app = await worker(world);
    const run = await begin(world, app);
    world.removeContainer(run.jar);
    await app.containers.removed(run.jar);
    expect(await newestRun(app)).toMatchObject({ result: 'abandoned', reason: 'container-gone' });
    expect(world.connections.get(connectionId(world))?.container?.jar).toBeUndefined();
    const again = await begin(world, app, { connection: { id: connectionId(world) } }, 6);
    expect(again.jar).not.toBe(run.jar);
    expect(again.phase).toBe('consenting');
  });

  it('that was removed while nobody looked is noticed at the next wake', async () => {
    const world = containerWorld();
    const run = await begin(world, await worker(world));
    world.removeContainer(run.jar);
    expect(await newestRun(await worker(world))).toMatchObject({ reason: 'container-gone' });
  });

  it('goes with its connection', async () => {
    const world = containerWorld();
    const app = await worker(world);
    await renewAndKeep(world, app);
    await app.containers.release(connectionId(world));
    expect(world.containers?.size).toBe(0);
  });
});

describe('another extension that moves the tab', () => {
  it.each(['before', 'after'])('is noticed, its stop %s our tab is closed', async (order) => {
    const world = containerWorld();
    const app = await worker(world);
    const run = await begin(world, app);
    const tabId = run.tabId ?? 0;
    const closing = () => app.runs.dispatch(run.id, { type: 'tab-closed', tabId, at: world.now });
    world.close(tabId);
    if (order === 'after') await closing();
    await app.guard.stopped(AUTHORISE, 60, 'container-of-theirs');
    if (order === 'before') await closing();
    expect(await newestRun(app)).toMatchObject({ result: 'abandoned', reason: 'moved' });
  });

  it('is not seen in a second opening of the same address while the renewal stands at Amazon', async () => {
    const world = containerWorld();
    const app = await worker(world);
    const run = await begin(world, app);
    await app.pages.seen(run.tabId ?? 0, AUTHORISE, {});
    await stop(world, app, AUTHORISE, 60);
    await app.guard.stopped(AUTHORISE, 60, JAR);
    expect(await app.runs.living()).toHaveLength(1);
    expect(await app.guard.view(60, JAR)).toMatchObject({ kind: 'busy', same: true });
  });
});

describe('a container after an interruption', () => {
  const points = Array.from({ length: 200 }, (_, index) => index + 1);

  it.each(points)(
    'a worker that dies at its call %i of the start: one container, one allowance',
    async (diesAt) => {
      const world = containerWorld();
      const before = structuredClone(world.cookies);
      await stop(world, await worker(world));
      await survive(world, diesAt, (app) => app.guard.decide(TAB, JAR, RENEW));
      const app = await worker(world);
      if ((await app.runs.living()).length === 0) await app.guard.decide(TAB, JAR, RENEW);
      const run = await newestRun(app);
      expect(run.phase).toBe('consenting');
      expect(world.containers?.size).toBe(1);
      expect(world.jarOfTab.get(run.tabId ?? 0)).toBe(run.jar);
      expect(world.tabs.get(run.tabId ?? 0)).toBe(AUTHORISE);
      expect(world.cookies).toEqual(before);
      await answered(app, run);
      expect(world.grants.size).toBe(1);
    },
  );

  it.each(points)('a worker that dies at its call %i of Done: no container is left', async (diesAt) => {
    const world = containerWorld();
    const first = await worker(world);
    const run = await begin(world, first);
    await answered(first, run);
    await survive(world, diesAt, (app) => app.renewals.choose(run.id, 'put-away'));
    const app = await worker(world);
    if ((await newestRun(app)).container?.state === 'in-use') await app.renewals.choose(run.id, 'put-away');
    expect(world.containers?.size).toBe(0);
    expect(world.connections.get(connectionId(world))?.container?.jar).toBeUndefined();
  });

  it.each(points)(
    'a browser that crashes at its call %i of the start: no container is left',
    async (diesAt) => {
      const world = containerWorld();
      await stop(world, await worker(world));
      await survive(world, diesAt, (app) => app.guard.decide(TAB, JAR, RENEW));
      world.restartBrowser();
      await worker(world);
      expect(world.containers?.size).toBe(0);
    },
  );

  it('leaves no call untried in the tests above', async () => {
    const world = containerWorld();
    await stop(world, await worker(world));
    const never = Number.POSITIVE_INFINITY;
    const starting = await survive(world, never, (each) => each.guard.decide(TAB, JAR, RENEW));
    const run = await newestRun(await worker(world));
    await answered(await worker(world), run);
    const ending = await survive(world, never, (each) => each.renewals.choose(run.id, 'put-away'));
    expect(Math.max(starting, ending)).toBeLessThan(points.length);
  });

  it('a crash leaves neither the container of a living renewal nor one of the ended that nobody put away', async () => {
    for (const ended of [false, true]) {
      const world = containerWorld();
      const app = await worker(world);
      const run = await begin(world, app);
      if (ended) await answered(app, run);
      world.restartBrowser();
      await worker(world);
      expect(world.containers?.size).toBe(0);
      expect(world.ledger.get(run.id)).toMatchObject({ container: { state: 'removed' } });
    }
  });

  it('a crash leaves a kept one', async () => {
    const world = containerWorld();
    await renewAndKeep(world, await worker(world));
    world.restartBrowser();
    await worker(world);
    expect(world.containers?.size).toBe(1);
  });
});
