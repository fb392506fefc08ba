import { describe, expect, it } from 'vitest';
import { type Answer, answerOf } from '@/utils/domain/address/answer/answer.ts';
import type { App } from '@/utils/flows/app.ts';
import type { GuardChoice } from '@/utils/flows/guard/guard-choice.ts';
import {
  APP,
  AUTHORISE,
  answer,
  dirtyWorld,
  guardPage,
  JAR,
  NEW_CONNECTION,
  requestOf,
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

  it.each([
    ['names two applications', `${AUTHORISE}&application_id=b`],
    ['names none', 'https://sellercentral.amazon.de/apps/authorize/consent?x=1'],
    ['names one that is none', `${AUTHORISE.replace(APP, 'b%C3%BCro')}`],
    ['names a sentence', `${AUTHORISE.replace(APP, 'OK%3A%20checked%20by%20Grantkeeper')}`],
    ['is spelled in an odd way', AUTHORISE.replace('application_id', '%61pplication_id')],
    ['has its parameters elsewhere', 'https://auth.ebay.com/oauth2/authorize?request_uri=urn%3A1'],
    ['is eBay’s without a session', 'https://signin.ebay.com/ws/eBayISAPI.dll?SignIn&runame=Firm-Ru'],
  ])('cleans and lets through an address that %s', async (_, url) => {
    const world = dirtyWorld();
    const app = await worker(world);
    await stop(world, app, url);
    const view = await app.guard.view(TAB, JAR);
    expect(view).toMatchObject({ kind: 'choose' });
    expect(JSON.stringify(view)).not.toContain('Grantkeeper');
    expect(await app.guard.decide(TAB, JAR, renew())).toEqual({ ok: true });
    expect(world.tabs.get(TAB)).toBe(url);
    const [run] = await app.runs.living();
    expect(run?.receipt).toMatchObject({ clean: true });
    if (run?.marketplace === 'amazon') expect(world.cookies).toEqual([]);
    // In no other tab, and no other marketplace in this one.
    expect(world.visit(SECOND_TAB, url)).toBe('guard');
    const foreign = run?.marketplace === 'amazon' ? 'https://auth.ebay.com/oauth2/authorize' : AUTHORISE;
    expect(world.visit(TAB, foreign)).toBe('guard');
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

    const runId = (await app.runs.living())[0]?.id ?? '';
    await app.guard.decide(SECOND_TAB, JAR, { type: 'take-over', runId });
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
      if (call === 'stops.drop') world.stops.set(TAB, { ...requestOf(OTHER), at: world.now });
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
    expect(await guardPage(app)).toBe('going-on');
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
    const runId = (await app.runs.living())[0]?.id ?? '';
    await app.guard.decide(TAB, JAR, { type: 'join', runId });
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

describe('the second kind of a connection, while the answer to the first is not known', () => {
  const FIRST =
    'https://signin.ebay.de/ws/eBayISAPI.dll?SignIn&runame=Lin-Ru&SessID=x&ruparams=state%3Dfirst';
  const SECOND = 'https://auth.ebay.de/oauth2/authorize?client_id=Lin-PRD&state=second';

  async function atSecond() {
    const world = dirtyWorld();
    const app = await worker(world);
    await stop(world, app, FIRST);
    await app.guard.decide(TAB, JAR, renew({ connection: { integration: 'linnworks', name: 'Nordlicht' } }));
    await app.callbacks.returned('ebay', 'app.linnworks.example', TAB);
    await stop(world, app, SECOND, SECOND_TAB);
    const runId = (await app.runs.living())[0]?.id ?? '';
    return { world, app, runId };
  }
  const answer = (app: App, from: string, to: string, tabId: number) =>
    app.callbacks.seen({ answer: told(from, to), tabId, jar: JAR });

  it('is not another renewal, and an answer to the first that comes late is heard', async () => {
    const { world, app, runId } = await atSecond();
    expect(await app.guard.view(SECOND_TAB, JAR)).toMatchObject({ kind: 'join' });
    expect(await app.guard.decide(SECOND_TAB, JAR, { type: 'join', runId })).toEqual({ ok: true });
    expect(world.tabs.get(SECOND_TAB)).toBe(SECOND);
    await answer(app, SECOND, 'https://vendor.example/cb?code=c&expires_in=299&state=second', SECOND_TAB);
    expect(await app.runs.living()).toMatchObject([{ phase: 'between-legs' }]);
    const late = 'https://vendor.example/cb?ebaytkn=t&tknexp=&username=nordlicht&state=first';
    await answer(app, FIRST, late, TAB);
    expect(
      world.grants
        .values()
        .map(({ kind }) => kind)
        .toArray(),
    ).toEqual(['ebay-oauth', 'ebay-authnauth']);
    expect(await app.runs.living()).toEqual([]);
  });

  it('is one where it asks for the same kind once more', async () => {
    const { world, app } = await atSecond();
    await stop(world, app, FIRST.replace('SessID=x', 'SessID=y'), SECOND_TAB);
    expect(await app.guard.view(SECOND_TAB, JAR)).toMatchObject({ kind: 'busy' });
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

describe('the same application on another sign-in', () => {
  const NL = AUTHORISE.replace('amazon.de', 'amazon.nl');
  const EUROPE = AUTHORISE.replace('sellercentral.amazon.de', 'sellercentral-europe.amazon.com');

  it('is stopped in the run’s own tab, and cleaned as well', async () => {
    const world = dirtyWorld();
    world.cookies = world.cookies.map((cookie) => ({ ...cookie, domain: 'amazon.nl' }));
    const app = await worker(world);
    await stop(world, app, EUROPE);
    await app.guard.decide(TAB, JAR, renew());
    expect(world.tabs.get(TAB)).toBe(EUROPE);
    expect(world.cookies).toHaveLength(4);

    await stop(world, app, NL);
    expect(world.tabs.get(TAB)).toBe('guard');
    expect(await app.guard.view(TAB, JAR)).toMatchObject({ kind: 'choose', ask: { site: 'nl' } });
    const id = world.connections.keys().next().value ?? '';
    expect(await app.guard.decide(TAB, JAR, renew({ connection: { id } }))).toEqual({ ok: true });
    expect(world.cookies).toEqual([]);
    expect(world.tabs.get(TAB)).toBe(NL);
  });

  it('passes where it is the same sign-in', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    await stop(world, app);
    await app.guard.decide(TAB, JAR, renew());
    expect(world.visit(TAB, EUROPE)).toBe('page');
    await app.guard.stopped(EUROPE, TAB, JAR);
    expect(await app.guard.view(TAB, JAR)).toMatchObject({ kind: 'living' });
  });
});

describe('started once more in the run’s own tab', () => {
  it('is followed, and its answer counts', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    await stop(world, app);
    await app.guard.decide(TAB, JAR, renew());
    const again = AUTHORISE.replace(STATE, 'second-state');
    expect(world.visit(TAB, again)).toBe('page');
    await app.guard.stopped(again, TAB, JAR);
    await answer(app, { from: again, state: 'second-state' });
    expect([...world.grants.values()]).toMatchObject([{ verdict: 'first', accountId: 'A1NORDLICHT' }]);
    expect(await app.runs.living()).toEqual([]);
  });
});

describe('a guard page that was left standing', () => {
  it('takes no renewal over that began later', async () => {
    const { world, app, connectionId } = await renewedBefore();
    await stop(world, app, AUTHORISE.replace(STATE, 'attackers-state'), SECOND_TAB);
    world.now += 1000;
    await app.renewals.start(connectionId, 'clear', JAR);
    expect(await guardPage(app, SECOND_TAB)).toBe('choose');
    expect(world.tabs.get(SECOND_TAB)).toBe('guard');
    expect(await app.runs.living()).toMatchObject([{ phase: 'awaiting', legs: [] }]);

    // What is stopped now is what was waited for.
    world.now += 1000;
    await stop(world, app, AUTHORISE.replace(STATE, 'true-state'));
    expect(await app.guard.view(TAB, JAR)).toMatchObject({ kind: 'ready' });
    expect(world.tabs.get(TAB)).toBe('guard');
    expect(await guardPage(app)).toBe('going-on');
    expect(world.tabs.get(TAB)).toContain('true-state');
  });

  it('says after half an hour that it is too old', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    await stop(world, app);
    world.now += 31 * 60 * 1000;
    expect(await app.guard.view(TAB, JAR)).toEqual({ kind: 'aged', marketplace: 'amazon' });
    expect(await app.guard.decide(TAB, JAR, renew())).toEqual({ ok: false, problem: 'nothing-stopped' });
    expect(world.cookies).toHaveLength(4);
  });

  it('keeps no address that is longer than any software needs', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    await stop(world, app, `${AUTHORISE}&x=${'a'.repeat(9000)}`);
    expect(JSON.stringify([...world.stops.values()]).length).toBeLessThan(1000);
    expect(await app.guard.view(TAB, JAR)).toMatchObject({ kind: 'choose' });
  });
});

describe('a click on what is not there any more', () => {
  it('changes nothing', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    await stop(world, app);
    const shown = world.now - 1;
    expect(await app.guard.decide(TAB, JAR, { ...renew(), shown })).toEqual({
      ok: false,
      problem: 'changed',
    });
    await app.guard.decide(TAB, JAR, renew());
    await stop(world, app, OTHER, SECOND_TAB);
    const takeOver = { type: 'take-over', runId: 'another' } as const;
    expect(await app.guard.decide(SECOND_TAB, JAR, takeOver)).toEqual({ ok: false, problem: 'changed' });
    expect(await app.runs.living()).toHaveLength(1);
  });
});
