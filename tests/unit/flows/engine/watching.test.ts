import { describe, expect, it } from 'vitest';
import { answerOf } from '@/utils/domain/address/answer/answer.ts';
import type { App } from '@/utils/flows/app.ts';
import { World } from '../../../fakes/world.ts';
import { JAR, TAB, worker } from '../journey.ts';

const AUTHORISE =
  'https://login.bol.com/authorize?response_type=code&client_id=7f3c&scope=offline_access&redirect_uri=https%3A%2F%2Fvendor.example%2Fcb&state=s1';

const FORM = {
  integration: 'other',
  software: 'Stallkeeper',
  name: 'Alpenglück',
  marketplace: 'bol',
  site: 'nl-be',
  expiry: { unknown: true },
} as const;

/** The person allows bol's pages, or takes that back. */
function allow(world: World, given: boolean): void {
  const others = world.withheld.filter((each) => each !== 'bol.com');
  world.withheld = given ? others : [...others, 'bol.com'];
}

/** The same, and the browser tells of it. */
async function permission(world: World, app: App, given: boolean): Promise<void> {
  allow(world, given);
  app.changed();
  await app.idle();
}

async function withConnection(world: World): Promise<App> {
  const app = await worker(world);
  expect(await app.connections.add(FORM)).toEqual({ ok: true });
  return app;
}

describe('a marketplace whose pages nobody has let us see', () => {
  it('is not stopped, and nothing stands for it in the browser', async () => {
    const world = new World();
    await worker(world);
    world.tabs.set(TAB, 'about:blank');
    expect([world.visit(TAB, AUTHORISE), world.watched]).toEqual(['page', []]);
  });

  it('can have connections: the pop-up says that they are not watched, and the badge stays calm', async () => {
    const world = new World();
    const app = await withConnection(world);
    const obstacle = { kind: 'unwatched', marketplace: 'bol', domains: ['bol.com'] };
    expect((await app.reading.overview()).obstacles).toEqual([obstacle]);
    expect((await app.reading.obstacles()).obstacles).toEqual([obstacle]);
    expect(world.badge).toMatchObject({ text: '' });
    const [connection] = world.connections.values();
    expect(await app.renewals.preview(connection?.id ?? '', JAR)).toEqual({ obstacle });
  });

  it('is no business of those who have no connection there, or only an archived one', async () => {
    const world = new World();
    const app = await withConnection(world);
    const [connection] = world.connections.values();
    await app.dashboard.archive(connection?.id ?? '', true);
    expect((await app.reading.overview()).obstacles).toEqual([]);
  });

  it('opens no address that was pasted: it would open in whatever session there is', async () => {
    const world = new World();
    const app = await worker(world);
    expect(await app.renewals.paste(AUTHORISE, false)).toEqual({ ok: false, problem: 'not-watched' });
    allow(world, true);
    // Before the browser has told of the permission: the rules stand first.
    expect(await app.renewals.paste(AUTHORISE, false)).toEqual({ ok: true });
    expect([world.opened, world.watched]).toEqual([[AUTHORISE], ['bol']]);
  });
});

describe('its pages', () => {
  it('are guarded as soon as they may be seen, and no longer than that', async () => {
    const world = new World();
    const app = await withConnection(world);
    await permission(world, app, true);
    world.tabs.set(TAB, 'about:blank');
    expect([world.watched, world.visit(TAB, AUTHORISE)]).toEqual([['bol'], 'guard']);
    expect((await app.reading.overview()).obstacles).toEqual([]);
    await permission(world, app, false);
    expect([world.watched, world.visit(TAB, AUTHORISE)]).toEqual([[], 'page']);
  });

  it.each([true, false])('are in line at every wake, whatever was missed (given: %s)', async (given) => {
    const world = new World();
    await permission(world, await worker(world), !given);
    // No worker lived when it changed.
    allow(world, given);
    await worker(world);
    expect(world.watched).toEqual(given ? ['bol'] : []);
  });

  it('bring the grant home as those of any marketplace do, a year on', async () => {
    const world = new World();
    const app = await worker(world);
    await permission(world, app, true);
    world.tabs.set(TAB, 'about:blank');
    world.visit(TAB, AUTHORISE);
    await app.guard.stopped(AUTHORISE, TAB);
    const connection = { integration: 'other', software: 'Stallkeeper', name: 'Alpenglück' } as const;
    const choice = { type: 'renew', mode: 'clear', connection, forceSignIn: false } as const;
    expect(await app.guard.decide(TAB, JAR, choice)).toEqual({ ok: true });
    const answer = answerOf(AUTHORISE, 'https://vendor.example/cb?state=s1&code=c');
    if (!answer) throw new Error('not an answer');
    await app.callbacks.seen({ answer, tabId: TAB, jar: JAR });
    const year = 365 * 24 * 60 * 60 * 1000;
    expect([...world.grants.values()]).toMatchObject([
      { kind: 'bol', verdict: 'unverified', expiry: { basis: 'by-rule', at: world.now + year } },
    ]);
    expect([...world.grants.values()][0]).not.toHaveProperty('accountId');
  });
});
