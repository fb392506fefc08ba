import { describe, expect, it } from 'vitest';
import type { App } from '@/utils/flows/app.ts';
import type { World } from '../../../fakes/world.ts';
import { APP, AUTHORISE, answer, dirtyWorld, JAR, NEW_CONNECTION, stop, TAB, worker } from '../journey.ts';

const CONFIRM = `https://sellercentral.amazon.de/apps/authorize/confirm/${APP}?amazon_state=a1&state=vendor-canary`;
const EVERYWHERE = CONFIRM.replace('sellercentral.amazon.de', 'amazon.com');
const OWN_TAB = 77;

/** A connection that knows the program, because it was renewed and its account confirmed. */
async function known(world: World, app: App, name = 'Nordlicht', account = 'A1NORDLICHT'): Promise<string> {
  const state = `of-${name}`;
  await stop(world, app, AUTHORISE.replace(/state=.*/, `state=${state}`));
  const connection = { ...NEW_CONNECTION, name };
  await app.guard.decide(TAB, JAR, { type: 'renew', mode: 'clear', connection, forceSignIn: false });
  await answer(app, { state, account });
  const grant = [...world.grants.values()].find(({ accountId }) => accountId === account);
  await app.accounts.confirm(grant?.id ?? '');
  world.now += 60_000;
  return grant?.connectionId ?? '';
}

async function confirm(world: World, app: App, url = CONFIRM): Promise<string> {
  world.tabs.set(OWN_TAB, url);
  return (await app.pages.arrived(OWN_TAB, url)).is;
}

const answered = (app: App, account: string, from = CONFIRM): Promise<void> =>
  answer(app, { from, state: 'vendor-canary', account, tabId: OWN_TAB });

async function start(): Promise<{ world: World; app: App }> {
  const world = dirtyWorld();
  return { world, app: await worker(world) };
}

describe('a renewal from the marketplace’s own list of programs', () => {
  it.each([CONFIRM, EVERYWHERE])(
    'is recorded with its answer, before which nothing begins; nothing is cleared or opened: %s',
    async (url) => {
      const { world, app } = await start();
      const id = await known(world, app);
      world.cookies = dirtyWorld().cookies;
      expect(await confirm(world, app, url)).toBe('alone');
      expect(await app.runs.living()).toEqual([]);
      expect(world.tabs.get(OWN_TAB)).toBe(url);
      expect(world.cookies).toHaveLength(4);
      await answered(app, 'A1NORDLICHT', url);
      expect([...world.grants.values()].at(-1)).toMatchObject({
        connectionId: id,
        verdict: 'match',
        at: world.now,
      });
      expect((await app.runs.all()).at(-1)).toMatchObject({ result: 'granted', mode: 'as-is' });
      expect(world.cookies).toHaveLength(4);
      expect(JSON.stringify([[...world.ledger], [...world.memory]])).not.toContain('vendor-canary');
    },
  );

  it('is recorded once, however often its answer is seen', async () => {
    const { world, app } = await start();
    const id = await known(world, app);
    const before = world.grants.size;
    await Promise.all([answered(app, 'A1NORDLICHT'), answered(app, 'A1NORDLICHT')]);
    await answered(app, 'A1NORDLICHT');
    expect(world.grants.size).toBe(before + 1);
    expect([...world.grants.values()].at(-1)).toMatchObject({ connectionId: id, at: world.now });
    expect(world.suggestions.size).toBe(0);
    expect(await app.runs.living()).toEqual([]);
  });

  it('completes the renewal that waits, which no page can take over; what was set aside comes back', async () => {
    const { world, app } = await start();
    const id = await known(world, app);
    world.cookies = dirtyWorld().cookies;
    await app.renewals.start(id, 'set-aside', JAR);
    expect(world.cookies).toEqual([]);
    await confirm(world, app);
    expect(await app.runs.living()).toMatchObject([{ connectionId: id, phase: 'awaiting' }]);
    await answered(app, 'A1NORDLICHT');
    expect((await app.runs.all()).at(-1)).toMatchObject({ result: 'granted', mode: 'set-aside' });
    expect(world.cookies).toHaveLength(4);
  });

  it('is noted for the connection that expects the account, whichever came first', async () => {
    const { world, app } = await start();
    await known(world, app);
    const south = await known(world, app, 'Südwind', 'A2SUEDWIND');
    await confirm(world, app);
    await answered(app, 'A2SUEDWIND');
    expect([...world.grants.values()].at(-1)).toMatchObject({ connectionId: south, verdict: 'match' });
  });

  it('with an account that nobody expects is in quarantine like any other', async () => {
    const { world, app } = await start();
    await known(world, app);
    await confirm(world, app);
    await answered(app, 'A9STRANGER');
    expect(world.badge).toMatchObject({ attention: 'wrong-account' });
  });

  it('holds nothing: a renewal can be started beside it', async () => {
    const { world, app } = await start();
    const id = await known(world, app);
    await confirm(world, app);
    expect(await app.renewals.start(id, 'clear', JAR)).toEqual({ ok: true });
  });

  it('of another app than the one that waits is a suggestion: the session is another renewal’s', async () => {
    const { world, app } = await start();
    await known(world, app);
    await stop(
      world,
      app,
      AUTHORISE.replace(APP, 'amzn1.sp.solution.other').replace(/state=.*/, 'state=x'),
      9,
    );
    const choice = {
      type: 'renew',
      mode: 'as-is',
      connection: { ...NEW_CONNECTION, name: 'S' },
      forceSignIn: false,
    } as const;
    await app.guard.decide(9, JAR, choice);
    const before = world.grants.size;
    await answered(app, 'A1NORDLICHT');
    expect(world.grants.size).toBe(before);
    expect([...world.suggestions.values()]).toMatchObject([{ app: APP }]);
    expect(await app.runs.living()).toMatchObject([{ tabId: 9, phase: 'consenting' }]);
  });

  it('of a program that no connection knows begins nothing: its answer is a suggestion that knows the program', async () => {
    const { world, app } = await start();
    expect(await confirm(world, app)).toBe('alone');
    expect(await app.runs.all()).toEqual([]);
    await answered(app, 'A1NORDLICHT');
    expect([...world.suggestions.values()]).toMatchObject([
      { app: APP, accountId: 'A1NORDLICHT', site: 'de' },
    ]);
  });

  it('of another region or central is not that of the connection', async () => {
    const { world, app } = await start();
    await known(world, app);
    for (const host of ['sellercentral.amazon.com', 'vendorcentral.amazon.de']) {
      expect(await confirm(world, app, CONFIRM.replace('sellercentral.amazon.de', host))).toBe('alone');
    }
  });

  it('in a private window is nobody’s', async () => {
    const { world, app } = await start();
    await known(world, app);
    expect((await app.pages.arrived(OWN_TAB, CONFIRM)).is).toBe('alone');
  });
});

describe('a confirmation whose answer comes from an address without the app', () => {
  const ON = 'https://sellercentral.amazon.de/apps/authorize/confirmed';
  const ON_EVERYWHERE = 'https://amazon.com/apps/authorize/confirmed';

  async function confirmed(url = CONFIRM): Promise<{ world: World; app: App; id: string; before: number }> {
    const { world, app } = await start();
    const id = await known(world, app);
    await app.callbacks.passing(url, OWN_TAB);
    return { world, app, id, before: world.grants.size };
  }

  it.each([
    [CONFIRM, ON],
    [EVERYWHERE, ON_EVERYWHERE],
    [EVERYWHERE, ON],
  ])('is remembered: %s, then %s', async (url, from) => {
    const { world, app, id } = await confirmed(url);
    await answered(app, 'A1NORDLICHT', from);
    expect([...world.grants.values()].at(-1)).toMatchObject({ connectionId: id, verdict: 'match' });
    expect(world.suggestions.size).toBe(0);
    expect(JSON.stringify([...world.confirmations])).not.toContain('vendor-canary');
  });

  it('is remembered over a sign-in, and by a worker that began anew', async () => {
    const { world, app, before } = await confirmed();
    await app.callbacks.passing('https://sellercentral.amazon.de/ap/signin?openid.return_to=x', OWN_TAB);
    await app.callbacks.passing(ON, OWN_TAB);
    await answered(await worker(world), 'A1NORDLICHT', ON);
    expect(world.grants.size).toBe(before + 1);
  });

  it.each<[string, (at: { world: World; app: App }) => Promise<void>]>([
    ['in another tab', ({ app }) => answer(app, { from: ON, state: 'vendor-canary', tabId: OWN_TAB + 1 })],
    ['with another state', ({ app }) => answer(app, { from: ON, state: 'other', tabId: OWN_TAB })],
    [
      'after the tab asked for a grant in another way',
      async ({ app }) => {
        await app.callbacks.passing(AUTHORISE.replace(APP, 'amzn1.sp.solution.other'), OWN_TAB);
        await answered(app, 'A1NORDLICHT', ON);
      },
    ],
    [
      'long after',
      async ({ world, app }) => {
        world.now += 31 * 60_000;
        await answered(app, 'A1NORDLICHT', ON);
      },
    ],
  ])('is not that of an answer %s, which is a suggestion', async (_, then) => {
    const { world, app, before } = await confirmed();
    await then({ world, app });
    expect(world.grants.size).toBe(before);
    expect([...world.suggestions.values()]).toHaveLength(1);
    expect([...world.suggestions.values()][0]?.app).toBeUndefined();
  });
});

describe('a vendor’s account', () => {
  const VENDOR = `https://vendorcentral.amazon.de/apps/authorize/consent?application_id=${APP}&state=vc`;

  it('is a connection of its own beside the seller’s, with its own page of programs', async () => {
    const { world, app } = await start();
    await known(world, app);
    await stop(world, app, VENDOR);
    expect(await app.guard.view(TAB, JAR)).toMatchObject({ kind: 'choose', candidates: [] });
    const connection = { ...NEW_CONNECTION, name: 'Nordlicht (vendor)' };
    await app.guard.decide(TAB, JAR, { type: 'renew', mode: 'clear', connection, forceSignIn: false });
    await answer(app, { from: VENDOR, state: 'vc', account: 'NORDL' });
    const own = [...world.connections.values()].at(-1);
    expect(own).toMatchObject({ name: 'Nordlicht (vendor)', central: 'vendor', site: 'de' });
    expect([...world.grants.values()].at(-1)).toMatchObject({ accountId: 'NORDL', verdict: 'first' });
  });
});
