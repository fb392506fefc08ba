import { describe, expect, it } from 'vitest';
import { type Answer, answerOf } from '@/utils/domain/address/answer.ts';
import type { GuardChoice } from '@/utils/flows/guard/guard-choice.ts';
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

const SECOND_TAB = 6;
const OTHER = AUTHORISE.replace(STATE, 'other-state').replace(APP, 'amzn1.sp.solution.other');
const renew = (change: Partial<Extract<GuardChoice, { type: 'renew' }>> = {}): GuardChoice => ({
  type: 'renew',
  mode: 'clear',
  connection: NEW_CONNECTION,
  forceSignIn: false,
  ...change,
});

/** A connection that was renewed once, its account confirmed; the browser is dirty again. */
async function renewedBefore() {
  const world = dirtyWorld();
  const dirt = world.cookies;
  const app = await worker(world);
  await stop(world, app);
  await app.guard.decide(TAB, JAR, renew());
  await answer(app);
  const [grant] = world.grants.values();
  await app.accounts.confirm(grant?.id ?? '');
  world.cookies = dirt;
  world.now += 300 * 24 * 60 * 60 * 1000;
  return { world, app, connectionId: grant?.connectionId ?? '' };
}

describe('the guard', () => {
  it('does nothing where nothing was stopped', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    expect(await app.guard.view(TAB, JAR)).toEqual({ kind: 'empty' });
    expect(await app.guard.decide(TAB, JAR, renew())).toEqual({ ok: false, problem: 'nothing-stopped' });
    expect(world.cookies).toHaveLength(4);
    expect(world.connections.size).toBe(0);
  });

  it('points out where a connection was renewed with another program until now', async () => {
    const { world, app, connectionId } = await renewedBefore();
    const candidate = async (url: string) => {
      await stop(world, app, url, SECOND_TAB);
      const view = await app.guard.view(SECOND_TAB, JAR);
      return view.kind === 'choose' ? view.candidates.map(({ view: _, ...said }) => said) : view.kind;
    };
    expect(await candidate(OTHER)).toEqual([{ knowsApp: false, strange: true }]);
    expect(await candidate(AUTHORISE.replace(STATE, 'again'))).toEqual([{ knowsApp: true, strange: false }]);

    // The person may mean it all the same. From then on neither program is a strange one.
    await stop(world, app, OTHER, SECOND_TAB);
    const choice = renew({ connection: { id: connectionId } });
    expect(await app.guard.decide(SECOND_TAB, JAR, choice)).toEqual({ ok: true });
    await answer(app, { tabId: SECOND_TAB, from: OTHER, state: 'other-state' });
    expect(world.connections.get(connectionId)?.apps).toMatchObject([
      { app: APP, verified: true },
      { app: 'amzn1.sp.solution.other', verified: true },
    ]);
  });

  it('does not continue an address that names two applications, or none', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    for (const url of [
      `${AUTHORISE}&application_id=b`,
      'https://sellercentral.amazon.de/apps/authorize/consent?x=1',
    ]) {
      await stop(world, app, url);
      expect(await app.guard.view(TAB, JAR)).toEqual({ kind: 'unclear', marketplace: 'amazon' });
      expect(await app.guard.decide(TAB, JAR, renew())).toEqual({ ok: false, problem: 'unclear' });
    }
    expect(world.cookies).toHaveLength(4);
  });

  it('leaves everything as it was when the person cancels', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    await stop(world, app);
    expect(await app.guard.decide(TAB, JAR, { type: 'cancel' })).toEqual({ ok: true });
    expect(world.cookies).toHaveLength(4);
    expect(world.tabs.get(TAB)).toBe('guard');
    expect(await app.guard.view(TAB, JAR)).toEqual({ kind: 'empty' });
  });

  it('opens the address exactly as it came', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    const url = `${AUTHORISE}&redirect_uri=https%3a%2F%2Fvendor.example%2fcb&version=beta`;
    await stop(world, app, url);
    await app.guard.decide(TAB, JAR, renew());
    expect(world.tabs.get(TAB)).toBe(url);
  });

  it.each([
    ['&prompt=none&state=s1', '&state=s1&prompt=login'],
    ['&state=a%20b+c&Prompt=consent', '&state=a%20b+c&prompt=login'],
    ['&state=s1', '&state=s1&prompt=login'],
  ])('puts its own wish in place of the software’s: %s', async (sent, opened) => {
    const world = dirtyWorld();
    const app = await worker(world);
    const url = 'https://auth.ebay.com/oauth2/authorize?client_id=Vendor-PRD-1&redirect_uri=R';
    await stop(world, app, url + sent);
    const choice = { type: 'renew', mode: 'as-is', connection: NEW_CONNECTION, forceSignIn: true } as const;
    expect(await app.guard.decide(TAB, JAR, choice)).toEqual({ ok: true });
    expect(world.tabs.get(TAB)).toBe(url + opened);
  });

  it('makes eBay show its sign-in page where the person wants it, and only then', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    const url = 'https://auth.ebay.de/oauth2/authorize?client_id=Vendor-PRD&state=s';
    await stop(world, app, url);
    expect(await app.guard.view(TAB, JAR)).toMatchObject({ ask: { canForceSignIn: true } });
    await app.guard.decide(TAB, JAR, renew({ mode: 'as-is', forceSignIn: true }));
    expect(world.tabs.get(TAB)).toBe(`${url}&prompt=login`);
    await stop(world, app, `${url}&prompt=login`, SECOND_TAB);
    expect(await app.guard.view(SECOND_TAB, JAR)).toMatchObject({ kind: 'busy' });
  });
});

describe('two addresses at the same time', () => {
  it('the second waits, told why, and can take over', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    await stop(world, app);
    await stop(world, app, OTHER, SECOND_TAB);
    await app.guard.decide(TAB, JAR, renew());

    const view = await app.guard.view(SECOND_TAB, JAR);
    expect(view).toMatchObject({ kind: 'busy', same: false, run: { connection: { name: 'Nordlicht' } } });
    expect(await app.guard.decide(SECOND_TAB, JAR, renew())).toEqual({ ok: false, problem: 'busy' });
    expect(world.tabs.get(SECOND_TAB)).toBe('guard');

    await app.guard.decide(SECOND_TAB, JAR, { type: 'take-over' });
    expect(await app.guard.view(SECOND_TAB, JAR)).toMatchObject({ kind: 'choose' });
    expect(world.visit(TAB, AUTHORISE)).toBe('guard');
  });

  it('the same one twice is told to be open already', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    await stop(world, app);
    await stop(world, app, AUTHORISE, SECOND_TAB);
    await app.guard.decide(TAB, JAR, renew());
    expect(await app.guard.view(SECOND_TAB, JAR)).toMatchObject({ kind: 'busy', same: true });
  });

  it('the second in the same tab is not forgotten with the first, however soon it comes', async () => {
    const world = dirtyWorld();
    const app = await worker(world, async (call) => {
      if (call === 'stops.drop') world.stops.set(TAB, { url: OTHER, at: world.now });
    });
    await stop(world, app);
    await app.guard.decide(TAB, JAR, renew());
    expect(await app.guard.view(TAB, JAR)).toMatchObject({ kind: 'busy', same: false });
  });

  it('of two choices in the same moment one begins', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    await stop(world, app);
    await stop(world, app, OTHER, SECOND_TAB);
    const outcomes = await Promise.all([
      app.guard.decide(TAB, JAR, renew()),
      app.guard.decide(SECOND_TAB, JAR, renew()),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await app.runs.living()).toHaveLength(1);
    expect(world.unguarded()).toHaveLength(1);
  });

  it('of different marketplaces do not disturb each other', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    await stop(world, app);
    await app.guard.decide(TAB, JAR, renew());
    await stop(world, app, 'https://auth.ebay.de/oauth2/authorize?client_id=V&state=s', SECOND_TAB);
    expect(await app.guard.view(SECOND_TAB, JAR)).toMatchObject({ kind: 'choose' });
    expect(await app.guard.decide(SECOND_TAB, JAR, renew())).toEqual({ ok: true });
    expect(await app.runs.living()).toHaveLength(2);
  });
});

describe('after a start from the pop-up', () => {
  it('a known application goes on alone, once the jar is clean', async () => {
    const { world, app, connectionId } = await renewedBefore();
    await app.renewals.start(connectionId, 'clear', JAR);
    expect(world.cookies).toEqual([]);
    const url = AUTHORISE.replace(STATE, 'next');
    await stop(world, app, url);
    expect(await app.guard.view(TAB, JAR)).toEqual({ kind: 'going-on', marketplace: 'amazon' });
    expect(world.tabs.get(TAB)).toBe(url);
    await answer(app, { state: 'next' });
    expect(world.grants.values().toArray().at(-1)).toMatchObject({ verdict: 'match', connectionId });
  });

  it('not when somebody has signed in meanwhile', async () => {
    const { world, app, connectionId } = await renewedBefore();
    const dirt = world.cookies;
    await app.renewals.start(connectionId, 'clear', JAR);
    world.cookies = dirt;
    await stop(world, app, AUTHORISE.replace(STATE, 'next'));
    const view = await app.guard.view(TAB, JAR);
    expect(view).toMatchObject({ kind: 'choose', awaitedBy: connectionId });
    await app.guard.decide(TAB, JAR, renew({ connection: { id: connectionId } }));
    expect(world.cookies).toEqual([]);
    expect(await app.runs.living()).toMatchObject([{ phase: 'consenting', connectionId }]);
  });

  it('not for an application that no grant has proved yet', async () => {
    const { world, app, connectionId } = await renewedBefore();
    await app.renewals.start(connectionId, 'clear', JAR);
    await stop(world, app, OTHER);
    expect(await app.guard.view(TAB, JAR)).toMatchObject({ kind: 'choose', awaitedBy: connectionId });
  });

  it('a second start is refused while the first one lives', async () => {
    const { app, connectionId } = await renewedBefore();
    expect(await app.renewals.start(connectionId, 'clear', JAR)).toEqual({ ok: true });
    expect(await app.renewals.start(connectionId, 'clear', JAR)).toEqual({ ok: false, problem: 'busy' });
  });
});

function told(from: string, to: string): Answer {
  const found = answerOf(from, to);
  if (!found) throw new Error('not an answer');
  return found;
}

describe('two kinds of one connection', () => {
  const FIRST = 'https://signin.ebay.de/ws/eBayISAPI.dll?SignIn&runame=Lin-Ru&SessID=sess-canary';
  const SECOND = 'https://auth.ebay.de/oauth2/authorize?client_id=Lin-PRD&state=second';

  it('are one run with two sign-ins', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    await stop(world, app, FIRST);
    await app.guard.decide(TAB, JAR, renew({ connection: { integration: 'linnworks', name: 'Nordlicht' } }));
    const ends = new Date(world.now + 1_000_000).toISOString().slice(0, 19).replace('T', ' ');
    const to = `https://vendor.example/cb?isAuthSuccessful=true&ebaytkn=t&tknexp=${ends}&username=nordlicht`;
    await app.callbacks.seen({ answer: told(FIRST, to), tabId: TAB, jar: JAR });
    await stop(world, app, SECOND);
    expect(await app.guard.view(TAB, JAR)).toMatchObject({
      kind: 'join',
      run: { connection: { name: 'Nordlicht' } },
    });
    await app.guard.decide(TAB, JAR, { type: 'join' });
    expect(world.tabs.get(TAB)).toBe(SECOND);
    const then = 'https://vendor.example/cb?code=v%5E1&expires_in=299&state=second';
    await app.callbacks.seen({ answer: told(SECOND, then), tabId: TAB, jar: JAR });
    expect(world.grants.values().toArray()).toMatchObject([
      { kind: 'ebay-authnauth', verdict: 'first', expiry: { basis: 'exact' } },
      { kind: 'ebay-oauth', verdict: 'unverified', expiry: { basis: 'by-rule' } },
    ]);
    expect(await app.runs.living()).toEqual([]);
  });
});

describe('an application that is always let through', () => {
  it('passes from then on, until that is taken back', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    await stop(world, app);
    await app.guard.decide(TAB, JAR, { type: 'let-through' });
    expect(world.tabs.get(TAB)).toBe(AUTHORISE);
    expect(world.visit(SECOND_TAB, AUTHORISE)).toBe('page');
    expect(world.visit(SECOND_TAB, OTHER)).toBe('guard');
    expect((await app.pages.arrived(SECOND_TAB, AUTHORISE)).is).toBe('alone');

    const [exemption] = world.exemptions.values();
    await app.connections.revokeExemption(exemption?.id ?? '');
    expect(world.visit(SECOND_TAB, AUTHORISE)).toBe('guard');
  });
});

describe('a page that came without a request', () => {
  it('is taken to the guard', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    world.tabs.set(TAB, AUTHORISE);
    expect((await app.pages.arrived(TAB, AUTHORISE)).is).toBe('stopped');
    expect(world.tabs.get(TAB)).toBe('guard');
    expect(await app.guard.view(TAB, JAR)).toMatchObject({ kind: 'choose' });
  });

  it('is left alone in the tab of its run, and stopped there for another application', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    await stop(world, app);
    await app.guard.decide(TAB, JAR, renew());
    expect((await app.pages.arrived(TAB, AUTHORISE)).is).toBe('accompanied');
    expect((await app.pages.arrived(TAB, OTHER)).is).toBe('stopped');
  });

  it('does not move the tab for a report that comes when the answer is there already', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    await stop(world, app);
    await app.guard.decide(TAB, JAR, renew());
    await answer(app);
    world.tabs.set(TAB, 'https://vendor.example/cb');
    expect((await app.pages.seen(TAB, AUTHORISE, { boxTicked: true })).is).toBe('alone');
    expect(world.tabs.get(TAB)).toBe('https://vendor.example/cb');
  });
});
