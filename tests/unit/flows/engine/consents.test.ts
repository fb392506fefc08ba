import { describe, expect, it } from 'vitest';
import { type App, createApp } from '@/utils/flows/app.ts';
import { createPorts } from '../../../fakes/ports.ts';
import type { World } from '../../../fakes/world.ts';
import {
  AUTHORISE,
  amazonAnswer,
  answer,
  dirtyWorld,
  JAR,
  NEW_CONNECTION,
  stop,
  TAB,
  worker,
} from '../journey.ts';

/** Account B is set aside, and account A is asked for its consent in the run's tab. */
async function atConsent(): Promise<{ world: World; app: App; id: string }> {
  const world = dirtyWorld();
  const app = await worker(world);
  await stop(world, app);
  await app.guard.decide(TAB, JAR, {
    type: 'renew',
    mode: 'set-aside',
    connection: NEW_CONNECTION,
    forceSignIn: false,
  });
  const [run] = await app.runs.living();
  if (!run) throw new Error('no run');
  return { world, app, id: run.id };
}

const OTHER = `${AUTHORISE}2`;

/** Every way in which a run can end. */
const ENDS: [string, (app: App, id: string, world: World) => Promise<unknown>][] = [
  ['granted', (app) => answer(app)],
  ['the wrong account', (app) => answer(app, { account: 'A2SUEDWIND' })],
  ['cancelled', (app, id) => app.renewals.choose(id, 'cancel')],
  ['another state', (app, id, { now }) => app.runs.dispatch(id, { type: 'state-mismatch', at: now })],
  ['out of reach', (app, id, { now }) => app.runs.dispatch(id, { type: 'out-of-reach', at: now })],
  [
    'an error',
    (app, id, { now }) =>
      app.runs.dispatch(id, { type: 'page', progress: {}, endsWith: 'error:MD1000', at: now }),
  ],
  ['taken over', (app, id, { now }) => app.runs.dispatch(id, { type: 'end', reason: 'taken-over', at: now })],
];

describe('before an earlier sign-in comes back', () => {
  it.each(ENDS)('no tab of its jar stands at a consent: %s', async (_, ends) => {
    const { world, id } = await atConsent();
    world.tabs.set(TAB + 1, OTHER);
    const ports = createPorts(world);
    const underConsent: boolean[] = [];
    const app = await worker(world, async (call) => {
      if (call !== 'jars.write') return;
      underConsent.push((await ports.tabs.atConsent('amazon', JAR)).length > 0);
    });
    await ends(app, id, world);
    expect(underConsent).toEqual([false, false, false, false]);
    expect(world.cookies).toHaveLength(4);
    expect([world.tabs.get(TAB), world.tabs.get(TAB + 1)]).toEqual(['guard', 'guard']);
  });

  it('a tab that does not leave keeps it from coming back, until it does', async () => {
    const { world, id } = await atConsent();
    const app = await worker(world, async (call) => {
      if (call === 'tabs.toGuard') throw new Error('Tabs cannot be edited right now');
    });
    await app.renewals.choose(id, 'cancel');
    expect(world.cookies).toEqual([]);
    world.close(TAB);
    await worker(world);
    expect(world.cookies).toHaveLength(4);
  });

  it('consents of another jar and another marketplace are left alone', async () => {
    const { world, app, id } = await atConsent();
    const ebay = 'https://auth.ebay.com/oauth2/authorize?client_id=Firm-PRD-1&response_type=code';
    world.tabs.set(31, OTHER);
    world.jarOfTab.set(31, 'container-1');
    world.tabs.set(32, ebay);
    await app.renewals.choose(id, 'cancel');
    expect([world.tabs.get(31), world.tabs.get(32)]).toEqual([OTHER, ebay]);
  });

  it('an answer that comes after it is not the run’s: it is asked about', async () => {
    const { world, app, id } = await atConsent();
    await app.renewals.choose(id, 'cancel');
    world.now += 1000;
    await answer(app);
    expect(world.grants.size).toBe(0);
    expect([...world.suggestions.values()]).toMatchObject([{ accountId: 'A1NORDLICHT', kind: 'amazon' }]);
    expect((await app.runs.get(id)) ?? {}).toMatchObject({ result: 'abandoned', reason: 'cancelled' });
  });

  it('one that came while the run’s own sign-in was there still upgrades it', async () => {
    const { world, app, id } = await atConsent();
    await app.renewals.choose(id, 'keep-login');
    await app.renewals.choose(id, 'cancel');
    world.now += 1000;
    await answer(app);
    expect(world.grants.size).toBe(1);
  });
});

describe('a tab that was answered', () => {
  it('gets to the software before the earlier sign-in comes back', async () => {
    const { world, app } = await atConsent();
    const seen: string[] = [];
    world.onItsWay = () => {
      seen.push(`${world.tabs.get(TAB)} with ${world.cookies.length}`);
      world.tabs.set(TAB, 'https://vendor.example/cb');
    };
    await answer(app);
    expect(seen).toEqual([`${AUTHORISE} with 0`]);
    expect(world.tabs.get(TAB)).toBe('https://vendor.example/cb');
    expect(world.cookies).toHaveLength(4);
  });

  it('does not hold up other renewals while it is on its way', async () => {
    const { world } = await atConsent();
    const { promise: slow, resolve: arrive } = Promise.withResolvers<void>();
    const app = createApp(
      createPorts(world, async (call) => {
        if (call === 'tabs.leaving') await slow;
      }),
    );
    await app.wake();
    await app.callbacks.seen({ answer: amazonAnswer(), tabId: TAB, jar: JAR });
    expect(world.grants.size).toBe(1);
    expect(world.cookies).toEqual([]);
    await app.runs.alone(async () => undefined);
    world.tabs.set(TAB, 'https://vendor.example/cb');
    arrive();
    await app.idle();
    expect(world.cookies).toHaveLength(4);
  });
});
