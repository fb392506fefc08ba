import { describe, expect, it } from 'vitest';
import { resultOf } from '@/utils/domain/run/run.ts';
import { overview } from '@/utils/flows/reading/overview.ts';
import { createPorts } from '../../../fakes/ports.ts';
import {
  APP,
  AUTHORISE,
  amazonAnswer,
  answer,
  dirtyWorld,
  JAR,
  NEW_CONNECTION,
  STATE,
  stop,
  TAB,
  worker,
} from '../journey.ts';

describe('from a dirty session to a grant', () => {
  it('stops, cleans, lets through, and records the grant of a new connection', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    await stop(world, app);
    expect(world.tabs.get(TAB)).toBe('guard');

    const view = await app.guard.view(TAB, JAR);
    expect(view).toMatchObject({
      kind: 'choose',
      ask: { marketplace: 'amazon', site: 'de', app: APP, kind: 'amazon', host: 'sellercentral.amazon.de' },
      preview: {
        domains: [
          { domain: 'amazon.de', cookies: 4, signedIn: true },
          { domain: 'amazon.com', cookies: 0 },
        ],
      },
      candidates: [],
    });
    expect(JSON.stringify(view)).not.toContain(STATE);

    const choice = { type: 'renew', mode: 'clear', connection: NEW_CONNECTION, forceSignIn: false } as const;
    expect(await app.guard.decide(TAB, JAR, choice)).toEqual({ ok: true });
    expect(world.cookies).toEqual([]);
    expect(world.tabs.get(TAB)).toBe(AUTHORISE);

    await answer(app);
    const [grant] = world.grants.values();
    expect(world.grants.size).toBe(1);
    expect(grant).toMatchObject({
      kind: 'amazon',
      accountId: 'A1NORDLICHT',
      verdict: 'first',
      expiry: { basis: 'by-rule' },
    });
    expect(world.badge).toMatchObject({ text: '365' });
    expect(world.sessionRules).toEqual([]);
    expect(world.presented).toBe(1);
  });

  it('binds the account when the person confirms it, and finds the connection by its application next time', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    await stop(world, app);
    await app.guard.decide(TAB, JAR, {
      type: 'renew',
      mode: 'clear',
      connection: NEW_CONNECTION,
      forceSignIn: false,
    });
    await answer(app);
    const [grant] = world.grants.values();
    await app.accounts.confirm(grant?.id ?? '');
    const [connection] = world.connections.values();
    expect(connection?.account.id).toBe('A1NORDLICHT');
    expect(connection?.apps).toEqual([{ kind: 'amazon', app: APP, verified: true }]);

    await stop(world, app);
    const view = await app.guard.view(TAB, JAR);
    expect(view).toMatchObject({
      kind: 'choose',
      candidates: [{ knowsApp: true, view: { connection: { name: 'Nordlicht' } } }],
    });
  });

  it('puts a grant for another account in quarantine and says so', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    await stop(world, app);
    await app.guard.decide(TAB, JAR, {
      type: 'renew',
      mode: 'clear',
      connection: NEW_CONNECTION,
      forceSignIn: false,
    });
    await answer(app);
    const [first] = world.grants.values();
    await app.accounts.confirm(first?.id ?? '');
    const expiry = first?.expiry;

    world.now += 1000;
    await stop(world, app, AUTHORISE.replace(STATE, 'second'));
    const id = first?.connectionId ?? '';
    await app.guard.decide(TAB, JAR, {
      type: 'renew',
      mode: 'as-is',
      connection: { id },
      forceSignIn: false,
    });
    await answer(app, { state: 'second', account: 'A2SUEDWIND' });

    const { connections, runs } = await overview(createPorts(world));
    expect(connections[0]).toMatchObject({
      remaining: { expiry },
      quarantined: { accountId: 'A2SUEDWIND', verdict: 'other' },
      connection: { account: { id: 'A1NORDLICHT' } },
    });
    expect(runs.some(({ run }) => resultOf(run) === 'wrong-account')).toBe(true);
    expect(world.badge).toMatchObject({ text: '!', attention: 'wrong-account' });
  });

  it('keeps neither code nor state nor cookie outside the memory of the living run', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    await stop(world, app);
    await app.guard.decide(TAB, JAR, {
      type: 'renew',
      mode: 'clear',
      connection: NEW_CONNECTION,
      forceSignIn: false,
    });
    await answer(app);
    const kept = JSON.stringify([
      [...world.ledger],
      [...world.connections],
      [...world.grants],
      [...world.suggestions],
      [...world.exemptions],
      world.badge,
    ]);
    expect(kept).not.toMatch(/canary/);
    expect(JSON.stringify([...world.memory])).not.toMatch(/code-canary|cookie-canary/);
  });
});

describe('a jar that does not come clean', () => {
  it('removes one by one what the bulk call leaves', async () => {
    const world = dirtyWorld();
    world.stubborn.add('x-acbde');
    const app = await worker(world);
    await stop(world, app);
    await app.guard.decide(TAB, JAR, {
      type: 'renew',
      mode: 'clear',
      connection: NEW_CONNECTION,
      forceSignIn: false,
    });
    expect(world.cookies).toEqual([]);
    expect(world.tabs.get(TAB)).toBe(AUTHORISE);
  });

  it('does not go on as clean while a login is left, and names it', async () => {
    const world = dirtyWorld();
    world.stubborn.add('x-acbde').add('x-acbde!');
    const app = await worker(world);
    await stop(world, app);
    await app.guard.decide(TAB, JAR, {
      type: 'renew',
      mode: 'clear',
      connection: NEW_CONNECTION,
      forceSignIn: false,
    });
    expect(world.unguarded()).toEqual([]);
    const [run] = await app.runs.living();
    expect(run).toMatchObject({
      phase: 'not-clean',
      receipt: { clean: false, domains: [{ found: 4, removed: 3, remaining: 1, logins: ['x-acbde'] }, {}] },
    });
    expect(world.badge).toMatchObject({ text: '!', attention: 'unfinished' });
  });
});

describe('an answer counts only with its run', () => {
  async function consenting() {
    const world = dirtyWorld();
    const app = await worker(world);
    await stop(world, app);
    await app.guard.decide(TAB, JAR, {
      type: 'renew',
      mode: 'clear',
      connection: NEW_CONNECTION,
      forceSignIn: false,
    });
    return { world, app };
  }

  it('not with another state: the run fails and nothing is recorded', async () => {
    const { world, app } = await consenting();
    await answer(app, { state: 'another' });
    expect(world.grants.size).toBe(0);
    expect((await app.runs.all())[0]).toMatchObject({ result: 'failed', reason: 'state-mismatch' });
  });

  it('but the right one that comes after it does', async () => {
    const { world, app } = await consenting();
    await answer(app, { state: 'another' });
    await answer(app);
    expect(world.grants.size).toBe(1);
    expect((await app.runs.all())[0]).toMatchObject({ result: 'granted' });
  });

  it('not from an open redirector of Seller Central with a guessed state', async () => {
    const { world, app } = await consenting();
    await answer(app, { from: 'https://sellercentral.amazon.de/gp/redirect?location=x', state: 'guessed' });
    expect(world.grants.size).toBe(0);
    expect(world.suggestions.size).toBe(0);
    expect((await app.runs.living())[0]?.progress.refusedAnswer).toBe(true);
  });

  it('not from another jar', async () => {
    const { world, app } = await consenting();
    await app.callbacks.seen({ answer: amazonAnswer(), tabId: 99, jar: 'another' });
    expect(world.grants.size).toBe(0);
  });

  it('by letter, where the page was gone before the worker had wakened', async () => {
    const { world } = await consenting();
    world.letters.set('letter-1', amazonAnswer());
    await worker(world);
    expect(world.grants.size).toBe(1);
    expect(world.letters.size).toBe(0);
  });

  it('once, however often it is seen', async () => {
    const { world, app } = await consenting();
    await answer(app);
    await answer(app);
    await Promise.all([answer(app), answer(app)]);
    expect(world.grants.size).toBe(1);
    expect(world.suggestions.size).toBe(0);
  });

  it('late, when the run was given up', async () => {
    const { world, app } = await consenting();
    await app.runs.dispatch((await app.runs.living())[0]?.id ?? '', {
      type: 'tab-closed',
      tabId: TAB,
      at: world.now,
    });
    expect(world.sessionRules).toEqual([]);
    await answer(app);
    expect(world.grants.size).toBe(1);
  });

  it('without a run it is a suggestion, which the person can take up or drop', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    await answer(app, { tabId: 42 });
    await answer(app, { tabId: 42 });
    expect(world.grants.size).toBe(0);
    expect(world.suggestions.size).toBe(1);
    expect(JSON.stringify([...world.suggestions])).not.toMatch(/canary/);

    await app.connections.add({
      ...NEW_CONNECTION,
      marketplace: 'amazon',
      site: 'de',
      expiry: { unknown: true },
    });
    const [connection] = world.connections.values();
    const [suggestion] = world.suggestions.values();
    await app.connections.settleSuggestion(suggestion?.id ?? '', { id: connection?.id ?? '' });
    expect(world.suggestions.size).toBe(0);
    expect(world.grants.values().toArray()).toMatchObject([{ verdict: 'first', accountId: 'A1NORDLICHT' }]);
  });

  it('without a run and without a connection it can become a connection of its own', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    await answer(app, { tabId: 42 });
    const [suggestion] = world.suggestions.values();
    const settle = () => app.connections.settleSuggestion(suggestion?.id ?? '', NEW_CONNECTION);
    expect(await settle()).toEqual({ ok: true });
    // The press came through twice.
    expect(await settle()).toEqual({ ok: true });
    const [connection, ...others] = world.connections.values();
    expect(others).toEqual([]);
    expect(connection).toMatchObject({
      name: 'Nordlicht',
      region: 'EU',
      site: 'de',
      apps: [{ kind: 'amazon', app: APP, verified: false }],
      // Nobody has confirmed the account, and the software has its own steps still.
      account: {},
      finishing: { done: [] },
    });
    expect(world.grants.values().toArray()).toMatchObject([
      { connectionId: connection?.id, verdict: 'first', accountId: 'A1NORDLICHT', at: suggestion?.at },
    ]);
    expect(world.cookies).toHaveLength(4);
  });
});
