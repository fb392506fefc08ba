import { describe, expect, it } from 'vitest';
import type { Connection } from '@/utils/domain/account/connection.ts';
import type { Grant } from '@/utils/domain/account/grant.ts';
import { homeOf } from '@/utils/domain/account/quarantine.ts';
import { resultOf } from '@/utils/domain/run/run.ts';
import type { App } from '@/utils/flows/app.ts';
import { overview } from '@/utils/flows/reading/overview.ts';
import { createPorts } from '../../../fakes/ports.ts';
import type { World } from '../../../fakes/world.ts';
import {
  APP,
  AUTHORISE,
  answer,
  dirtyWorld,
  JAR,
  NEW_CONNECTION,
  STATE,
  stop,
  TAB,
  worker,
} from '../journey.ts';
import { survive } from '../survive.ts';

const NORTH = 'A1NORDLICHT';
const SOUTH = 'A2SUEDWIND';

const connectionOf = (world: World, name: string): Connection => {
  const found = [...world.connections.values()].find((each) => each.name === name);
  if (!found) throw new Error(`no connection "${name}"`);
  return found;
};
const grantFor = (world: World, account: string): Grant => {
  const found = [...world.grants.values()].find(({ accountId }) => accountId === account);
  if (!found) throw new Error(`no grant for ${account}`);
  return found;
};

/** One renewal at the guard, answered for an account. */
async function renew(
  world: World,
  app: App,
  connection: { id: string } | typeof NEW_CONNECTION,
  account: string,
): Promise<void> {
  world.now += 60_000;
  const state = `${STATE}-${world.now}`;
  await stop(world, app, AUTHORISE.replace(STATE, state));
  const choice = { type: 'renew', mode: 'clear', connection, forceSignIn: false } as const;
  expect(await app.guard.decide(TAB, JAR, choice)).toEqual({ ok: true });
  await answer(app, { state, account });
}

/** A connection whose account is confirmed, and a renewal that brought another one. */
async function quarantine(): Promise<{ world: World; app: App; north: Connection }> {
  const world = dirtyWorld();
  const app = await worker(world);
  await renew(world, app, NEW_CONNECTION, NORTH);
  await app.accounts.confirm(grantFor(world, NORTH).id);
  const north = connectionOf(world, 'Nordlicht');
  await renew(world, app, north, SOUTH);
  expect(grantFor(world, SOUTH).verdict).toBe('other');
  expect(world.badge).toMatchObject({ text: '!', attention: 'wrong-account' });
  return { world, app, north: connectionOf(world, 'Nordlicht') };
}

const wrongRuns = async (world: World): Promise<number> =>
  (await createPorts(world).ledger.unacknowledged()).filter((run) => resultOf(run) === 'wrong-account')
    .length;

describe('an account in quarantine', () => {
  it('that nobody knows is made up for by a renewal with the right one', async () => {
    const { world, app, north } = await quarantine();
    expect(homeOf(grantFor(world, SOUTH), north, [...world.connections.values()])).toBeUndefined();
    expect(await wrongRuns(world)).toBe(1);
    await renew(world, app, north, NORTH);
    const { connections } = await overview(createPorts(world));
    expect(connections[0]?.quarantined).toBeUndefined();
    expect(connections[0]?.grants).toMatchObject([{ accountId: NORTH, at: world.now }]);
    expect(world.badge).toMatchObject({ text: '365' });
    expect(await wrongRuns(world)).toBe(0);
  });

  it('belongs to another connection of the same software, and only to one within its reach', async () => {
    const { world, app, north } = await quarantine();
    const add = async (name: string, site: string, more: object = {}): Promise<void> => {
      await app.connections.add({
        ...NEW_CONNECTION,
        name,
        marketplace: 'amazon',
        site,
        accountId: SOUTH.toLowerCase(),
        expiry: { unknown: true },
        ...more,
      });
    };
    await add('in another region', 'us');
    await add('of other software', 'de', { integration: 'linnworks' });
    await add('at the vendors’ central', 'de', { central: 'vendor' });
    const home = () => homeOf(grantFor(world, SOUTH), north, [...world.connections.values()])?.name;
    expect(home()).toBeUndefined();
    await add('Südwind', 'fr');
    expect(home()).toBe('Südwind');
    expect((await overview(createPorts(world))).attention).toMatchObject([
      { connection: { name: 'Nordlicht' }, home: { name: 'Südwind' } },
    ]);
    // Nothing of it is taken over by itself: whether the software has that token there, nobody knows.
    expect(
      (await overview(createPorts(world))).connections.filter(({ remaining }) => remaining),
    ).toHaveLength(1);
  });

  it('is another account of the person’s: a connection of its own, with the grant', async () => {
    const { world, app, north } = await quarantine();
    expect(await app.accounts.separate(grantFor(world, SOUTH).id, 'Südwind')).toEqual({ ok: true });
    expect(connectionOf(world, 'Südwind')).toMatchObject({
      integration: 'microtech',
      site: 'de',
      region: 'EU',
      account: { id: SOUTH },
      apps: [{ app: APP, verified: true }],
    });
    const { connections } = await overview(createPorts(world));
    expect(connections.map(({ quarantined }) => quarantined)).toEqual([undefined, undefined]);
    expect(connections.map(({ grants }) => grants[0]?.accountId).sort()).toEqual([NORTH, SOUTH]);
    expect(connectionOf(world, 'Nordlicht').account).toEqual(north.account);
    expect(await wrongRuns(world)).toBe(0);
    expect(world.badge?.attention).toBe('to-finish');
  });

  it('is another account of the person’s once, however often the worker dies on the way', async () => {
    for (let diesAt = 1, calls = diesAt; calls >= diesAt; diesAt += 1) {
      const { world } = await quarantine();
      const { id } = grantFor(world, SOUTH);
      calls = await survive(world, diesAt, (app) => app.accounts.separate(id, 'Südwind'));
      await (await worker(world)).accounts.separate(id, 'Südwind');
      expect(world.connections.size).toBe(2);
      const connectionId = connectionOf(world, 'Südwind').id;
      expect(grantFor(world, SOUTH)).toMatchObject({ verdict: 'match', connectionId });
    }
  });

  it('is the right one after all: the connection is bound to it, and remembers nothing of the other', async () => {
    const { world, app, north } = await quarantine();
    world.connections.set(north.id, { ...north, account: { id: NORTH, label: 'Nordlicht GmbH' } });
    await app.accounts.confirm(grantFor(world, SOUTH).id);
    expect(connectionOf(world, 'Nordlicht').account).toEqual({ id: SOUTH });
    await renew(world, app, north, NORTH);
    expect(world.badge).toMatchObject({ attention: 'wrong-account' });
  });

  it('that was confirmed before is no other account of the person’s', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    await renew(world, app, NEW_CONNECTION, NORTH);
    await app.accounts.confirm(grantFor(world, NORTH).id);
    expect(await app.accounts.separate(grantFor(world, NORTH).id, 'X')).toEqual({
      ok: false,
      problem: 'invalid',
    });
    expect(world.connections.size).toBe(1);
  });
});

describe('an account that was entered beforehand', () => {
  it('is checked the first time already, without regard to case', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    const form = { ...NEW_CONNECTION, marketplace: 'amazon', site: 'de', expiry: { unknown: true } } as const;
    await app.connections.add({ ...form, accountId: NORTH.toLowerCase() });
    await renew(world, app, connectionOf(world, 'Nordlicht'), NORTH);
    expect(grantFor(world, NORTH).verdict).toBe('match');
    await renew(world, app, connectionOf(world, 'Nordlicht'), SOUTH);
    expect(grantFor(world, SOUTH).verdict).toBe('other');
  });
});

describe('a permission of another reach', () => {
  const NA = `https://sellercentral.amazon.com/apps/authorize/consent?application_id=${APP}&state=`;
  const VENDOR = `https://vendorcentral.amazon.de/apps/authorize/consent?application_id=${APP}&state=`;

  it('does not go on by itself in a renewal that waits, though the program is known', async () => {
    const { world, app, north } = await quarantine();
    await renew(world, app, north, NORTH);
    await app.renewals.start(north.id, 'clear', JAR);
    await stop(world, app, `${NA}na`, 9);
    const view = await app.guard.view(9, JAR);
    expect(view).toMatchObject({ kind: 'choose', candidates: [] });
    expect(view).not.toHaveProperty('awaitedBy');
  });

  it.each([
    ['another region', NA, { site: 'us', region: 'NA' }],
    ['Vendor Central', VENDOR, { site: 'de', region: 'EU', central: 'vendor' }],
  ])(
    '(%s) is no wrong account: it is suggested, and the renewal says what happened',
    async (_, from, place) => {
      const world = dirtyWorld();
      const app = await worker(world);
      await renew(world, app, NEW_CONNECTION, NORTH);
      await app.accounts.confirm(grantFor(world, NORTH).id);
      world.now += 200_000;
      await stop(world, app, AUTHORISE.replace(STATE, 'next'));
      const connection = { id: connectionOf(world, 'Nordlicht').id };
      await app.guard.decide(TAB, JAR, { type: 'renew', mode: 'clear', connection, forceSignIn: false });
      await answer(app, { from: `${from}next`, state: 'next', account: 'A1ELSEWHERE' });
      expect((await app.runs.all()).at(-1)).toMatchObject({ result: 'failed', reason: 'out-of-reach' });
      expect([...world.grants.values()].map(({ verdict }) => verdict)).toEqual(['match']);
      expect([...world.suggestions.values()]).toMatchObject([
        { site: place.site, app: APP, accountId: 'A1ELSEWHERE' },
      ]);

      const [suggestion] = world.suggestions.values();
      await app.connections.settleSuggestion(suggestion?.id ?? '', {
        ...NEW_CONNECTION,
        name: 'Nordlicht anderswo',
      });
      const own = connectionOf(world, 'Nordlicht anderswo');
      expect(own).toMatchObject({ ...place, apps: [{ app: APP }] });
      expect(grantFor(world, 'A1ELSEWHERE')).toMatchObject({ connectionId: own.id, verdict: 'first' });
      expect(world.suggestions.size).toBe(0);
    },
  );
});

describe('an account that the person denies', () => {
  /** A renewal whose account nobody has confirmed yet. */
  async function renewedOnce(): Promise<{ world: World; app: App }> {
    const world = dirtyWorld();
    const app = await worker(world);
    await renew(world, app, NEW_CONNECTION, NORTH);
    return { world, app };
  }

  it('makes the renewal one that brought another account, until it is made up for', async () => {
    const { world, app } = await renewedOnce();
    expect(await app.accounts.deny(grantFor(world, NORTH).id)).toEqual({ ok: true });
    const { runs } = await overview(createPorts(world));
    expect(runs.map(({ run }) => resultOf(run))).toEqual(['wrong-account']);
    expect(world.badge).toMatchObject({ text: '!', attention: 'wrong-account' });
    await renew(world, app, connectionOf(world, 'Nordlicht'), SOUTH);
    expect(await wrongRuns(world)).toBe(0);
  });

  it('does so after the browser’s end, too, when the ledger alone knows the renewal', async () => {
    const { world } = await renewedOnce();
    world.restartBrowser();
    const app = await worker(world);
    await app.accounts.deny(grantFor(world, NORTH).id);
    expect(await wrongRuns(world)).toBe(1);
  });
});
