import { describe, expect, it } from 'vitest';
import type { House } from '@/utils/flows/house.ts';
import type { World } from '../../fakes/world.ts';
import { APP, AUTHORISE, answer, dirtyWorld, JAR, NEW_CONNECTION, stop, TAB, worker } from './journey.ts';

const CONFIRM = `https://sellercentral.amazon.de/apps/authorize/confirm/${APP}?amazon_state=a1&state=vendor-canary`;
const EVERYWHERE = CONFIRM.replace('sellercentral.amazon.de', 'amazon.com');
const OWN_TAB = 77;

/** A connection that knows the program, because it was renewed and its account confirmed. */
async function known(
  world: World,
  house: House,
  name = 'Nordlicht',
  account = 'A1NORDLICHT',
): Promise<string> {
  const state = `of-${name}`;
  await stop(world, house, AUTHORISE.replace(/state=.*/, `state=${state}`));
  const connection = { ...NEW_CONNECTION, name };
  await house.guard.decide(TAB, JAR, { type: 'renew', mode: 'clear', connection, forceSignIn: false });
  await answer(house, { state, account });
  const grant = [...world.grants.values()].find(({ accountId }) => accountId === account);
  await house.accounts.confirm(grant?.id ?? '');
  world.now += 60_000;
  return grant?.connectionId ?? '';
}

async function confirm(world: World, house: House, url = CONFIRM): Promise<string> {
  world.tabs.set(OWN_TAB, url);
  return (await house.pages.arrived(OWN_TAB, url, JAR)).is;
}

const answered = (house: House, account: string, from = CONFIRM): Promise<void> =>
  answer(house, { from, state: 'vendor-canary', account, tabId: OWN_TAB });

async function start(): Promise<{ world: World; house: House }> {
  const world = dirtyWorld();
  return { world, house: await worker(world) };
}

describe('a renewal from the marketplace’s own list of programs', () => {
  it.each([CONFIRM, EVERYWHERE])(
    'begins by itself and is recorded; nothing is cleared or opened: %s',
    async (url) => {
      const { world, house } = await start();
      const id = await known(world, house);
      world.cookies = dirtyWorld().cookies;
      expect(await confirm(world, house, url)).toBe('accompanied');
      expect(await confirm(world, house, url)).toBe('accompanied');
      expect(await house.runs.living()).toHaveLength(1);
      expect(world.tabs.get(OWN_TAB)).toBe(url);
      expect(world.cookies).toHaveLength(4);
      await answered(house, 'A1NORDLICHT', url);
      expect([...world.grants.values()].at(-1)).toMatchObject({
        connectionId: id,
        verdict: 'match',
        at: world.now,
      });
      expect((await house.runs.all()).at(-1)).toMatchObject({ result: 'granted', mode: 'as-is' });
      expect(world.cookies).toHaveLength(4);
      expect(JSON.stringify([[...world.ledger], [...world.memory]])).not.toContain('vendor-canary');
    },
  );

  it('is recorded also where the answer comes while it still begins', async () => {
    const { world, house } = await start();
    const id = await known(world, house);
    await Promise.all([confirm(world, house), answered(house, 'A1NORDLICHT')]);
    expect([...world.grants.values()].at(-1)).toMatchObject({ connectionId: id, at: world.now });
    expect(world.suggestions.size).toBe(0);
    expect(await house.runs.living()).toEqual([]);
  });

  it('joins the renewal that waits, and what was set aside comes back at its end', async () => {
    const { world, house } = await start();
    const id = await known(world, house);
    world.cookies = dirtyWorld().cookies;
    await house.renewals.start(id, 'set-aside', JAR);
    expect(world.cookies).toEqual([]);
    await confirm(world, house);
    expect(await house.runs.living()).toMatchObject([
      { connectionId: id, phase: 'consenting', tabId: OWN_TAB },
    ]);
    await answered(house, 'A1NORDLICHT');
    expect((await house.runs.all()).at(-1)).toMatchObject({ result: 'granted', mode: 'set-aside' });
    expect(world.cookies).toHaveLength(4);
  });

  it('is noted for the connection that expects the account, whichever came first', async () => {
    const { world, house } = await start();
    await known(world, house);
    const south = await known(world, house, 'Südwind', 'A2SUEDWIND');
    await confirm(world, house);
    await answered(house, 'A2SUEDWIND');
    expect([...world.grants.values()].at(-1)).toMatchObject({ connectionId: south, verdict: 'match' });
  });

  it('with an account that nobody expects is in quarantine like any other', async () => {
    const { world, house } = await start();
    await known(world, house);
    await confirm(world, house);
    await answered(house, 'A9STRANGER');
    expect(world.badge).toMatchObject({ trouble: 'wrong-account' });
  });

  it('holds the session against a clean of another renewal', async () => {
    const { world, house } = await start();
    const id = await known(world, house);
    await confirm(world, house);
    expect(await house.renewals.start(id, 'clear', JAR)).toEqual({ ok: false, problem: 'busy' });
  });

  it('of a program that no connection knows begins nothing: its answer is a suggestion that knows the program', async () => {
    const { world, house } = await start();
    expect(await confirm(world, house)).toBe('alone');
    expect(await house.runs.all()).toEqual([]);
    await answered(house, 'A1NORDLICHT');
    expect([...world.suggestions.values()]).toMatchObject([
      { app: APP, accountId: 'A1NORDLICHT', site: 'de' },
    ]);
  });

  it('of another region or central is not that of the connection', async () => {
    const { world, house } = await start();
    await known(world, house);
    for (const host of ['sellercentral.amazon.com', 'vendorcentral.amazon.de']) {
      expect(await confirm(world, house, CONFIRM.replace('sellercentral.amazon.de', host))).toBe('alone');
    }
  });

  it('in a private window is nobody’s', async () => {
    const { world, house } = await start();
    await known(world, house);
    expect((await house.pages.arrived(OWN_TAB, CONFIRM, 'firefox-private')).is).toBe('alone');
  });
});

describe('a vendor’s account', () => {
  const VENDOR = `https://vendorcentral.amazon.de/apps/authorize/consent?application_id=${APP}&state=vc`;

  it('is a connection of its own beside the seller’s, with its own page of programs', async () => {
    const { world, house } = await start();
    await known(world, house);
    await stop(world, house, VENDOR);
    expect(await house.guard.view(TAB, JAR)).toMatchObject({ kind: 'choose', candidates: [] });
    const connection = { ...NEW_CONNECTION, name: 'Nordlicht (vendor)' };
    await house.guard.decide(TAB, JAR, { type: 'renew', mode: 'clear', connection, forceSignIn: false });
    await answer(house, { from: VENDOR, state: 'vc', account: 'NORDL' });
    const own = [...world.connections.values()].at(-1);
    expect(own).toMatchObject({ name: 'Nordlicht (vendor)', central: 'vendor', site: 'de' });
    expect([...world.grants.values()].at(-1)).toMatchObject({ accountId: 'NORDL', verdict: 'first' });
  });
});
