import { describe, expect, it } from 'vitest';
import { answerOf } from '@/utils/domain/address/answer/answer.ts';
import type { App } from '@/utils/flows/app.ts';
import type { World } from '../../../fakes/world.ts';
import { AUTHORISE, dirtyWorld, JAR, NEW_CONNECTION, stop, TAB, worker } from '../journey.ts';

const EBAY =
  'https://auth.ebay.com/oauth2/authorize?client_id=Vendor-PRD-1&redirect_uri=R&response_type=code&state=s%2B1';
const CONSENT = 'https://auth2.ebay.com/oauth2/consents?client_id=Vendor-PRD-1&state=s%2B1';
const DEFAULT_PAGE = 'https://auth2.ebay.com/oauth2/ThirdPartyAuthSucessFailure';

async function consenting(url = EBAY): Promise<{ world: World; app: App }> {
  const world = dirtyWorld();
  const app = await worker(world);
  await stop(world, app, url);
  const choice = { type: 'renew', mode: 'as-is', connection: NEW_CONNECTION, forceSignIn: false } as const;
  expect(await app.guard.decide(TAB, JAR, choice)).toEqual({ ok: true });
  return { world, app };
}

async function goes(app: App, from: string, to: string, tabId = TAB): Promise<void> {
  const answer = answerOf(from, to);
  if (!answer) throw new Error('no answer');
  await app.callbacks.seen({ answer, tabId, jar: JAR, host: URL.parse(to)?.hostname });
}

const last = async (app: App) => (await app.runs.all())[0];

const returnOf = async (app: App) => {
  const run = await last(app);
  return run && run.phase !== 'ended' ? run.returned : undefined;
};

describe('an answer with the state of a run', () => {
  it.each([
    'https://vendor.example/cb?code=c&state=s%2B1',
    'https://vendor.example/cb?code=c&expires_in=299&state=s+1',
    'https://vendor.example/cb#code=c&state=s%252B1',
    'https://vendor.example/cb?isAuthSuccessful=true&state=s%2B1',
    // A refusal by the seller's own software of a token that it fetches itself: still this run's state.
    'https://vendor.example/cb?ebaytkn=&tknexp=1970-01-01%2000%3A00%3A00&username=&state=s%2B1',
    `${DEFAULT_PAGE}?isAuthSuccessful=true`,
  ])('is its grant: %s', async (to) => {
    const { world, app } = await consenting();
    await goes(app, CONSENT, to);
    expect(await last(app)).toMatchObject({ result: 'granted' });
    const [grant] = [...world.grants.values()];
    expect(grant).toMatchObject({ kind: 'ebay-oauth', verdict: 'unverified', expiry: { basis: 'by-rule' } });
  });

  it('is known to stand on eBay’s own page, whose address has the code in it', async () => {
    const { app } = await consenting();
    await goes(app, CONSENT, `${DEFAULT_PAGE}?isAuthSuccessful=true&code=c&expires_in=299`);
    expect(await last(app)).toMatchObject({ result: 'granted', showsCode: true });
  });

  it.each(['https://vendor.example/cb?code=c&state=s%2B1', `${DEFAULT_PAGE}?isAuthSuccessful=false`])(
    'is known not to leave a code in the tab: %s',
    async (to) => {
      const { app } = await consenting();
      await goes(app, CONSENT, to);
      expect(await last(app)).not.toHaveProperty('showsCode');
    },
  );

  it.each(['invalid_scope', 'server_error', 'consent_required', 'some_other'])(
    'and an error ends it: %s',
    async (error) => {
      const { world, app } = await consenting();
      await goes(app, CONSENT, `https://vendor.example/cb?error=${error}&state=s%2B1`);
      expect(await last(app)).toMatchObject({ result: 'failed', reason: `error:${error}` });
      expect(world.grants.size).toBe(0);
      // A tab that is taken off the consent says why, not that nothing was ever there.
      expect(await app.guard.view(TAB, JAR)).toMatchObject({
        kind: 'ended',
        run: { run: { result: 'failed' } },
      });
      // A grant that comes all the same counts.
      await goes(app, CONSENT, 'https://vendor.example/cb?code=c&state=s%2B1');
      expect(await last(app)).toMatchObject({ result: 'granted' });
    },
  );

  it('has no date where eBay names one that is over', async () => {
    const { world, app } = await consenting(
      'https://signin.ebay.com/ws/eBayISAPI.dll?SignIn&runame=Vendor-Ru&SessID=x',
    );
    const to = 'https://vendor.example/cb?ebaytkn=t&tknexp=2001-05-20%2010%3A00%3A00&username=north';
    await goes(app, 'https://signin.ebay.com/ws/eBayISAPI.dll?SignIn&runame=Vendor-Ru&SessID=x', to);
    expect([...world.grants.values()][0]).toMatchObject({ accountId: 'north', expiry: { basis: 'by-rule' } });
  });
});

describe('a granted answer that is no run’s', () => {
  it('ends in a suggestion, also where it came in a run’s tab with another state', async () => {
    const { world, app } = await consenting();
    await goes(app, CONSENT, 'https://vendor.example/cb?code=c&expires_in=299&state=other');
    expect(await last(app)).toMatchObject({ result: 'failed', reason: 'state-mismatch' });
    expect(world.grants.size).toBe(0);
    expect([...world.suggestions.values()]).toMatchObject([{ kind: 'ebay-oauth', app: 'Vendor-PRD-1' }]);
  });

  it.each([
    ['https://vendor.example/cb?code=c&state=x', 'ebay-oauth'],
    [`${DEFAULT_PAGE}?isAuthSuccessful=true`, 'ebay-oauth'],
    ['https://vendor.example/cb?isAuthSuccessful=true&username=', 'ebay-oauth'],
    ['https://vendor.example/cb?ebaytkn=&tknexp=&username=north', 'ebay-authnauth'],
  ])('ends in a suggestion: %s', async (to, kind) => {
    const world = dirtyWorld();
    await goes(await worker(world), CONSENT, to);
    expect([...world.suggestions.values()]).toMatchObject([{ kind }]);
  });

  it('is told from another one by its state, however soon that comes', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    const to = (state: string): string =>
      `https://vendor.example/cb?selling_partner_id=A1&spapi_oauth_code=c&state=${state}`;
    for (const state of ['one', 'one', 'two', 'two', 'one']) await goes(app, AUTHORISE, to(state));
    expect(world.suggestions.size).toBe(2);
  });

  it('is one where it is seen twice without a state', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    const to = 'https://vendor.example/cb?selling_partner_id=A1&spapi_oauth_code=c';
    await goes(app, AUTHORISE, to);
    await goes(app, AUTHORISE, to);
    expect(world.suggestions.size).toBe(1);
    world.now += 60_000;
    await goes(app, AUTHORISE, to);
    expect(world.suggestions.size).toBe(2);
  });
});

describe('a way back that is not understood', () => {
  async function returned(): Promise<{ world: World; app: App; id: string }> {
    const { world, app } = await consenting();
    await app.pages.arrived(TAB, CONSENT);
    await app.callbacks.returned('ebay', 'vendor.example', TAB);
    const run = await last(app);
    expect(run).toMatchObject({ phase: 'consenting', returned: { host: 'vendor.example' } });
    return { world, app, id: run?.id ?? '' };
  }

  it('asks, on the badge too', async () => {
    const { world } = await returned();
    expect(world.presented).toBe(1);
    expect(world.badge?.attention).toBe('unfinished');
  });

  it('is a renewal where the user says so, of an account that is to be confirmed', async () => {
    const { world, app, id } = await returned();
    await app.renewals.choose(id, 'worked');
    expect(await last(app)).toMatchObject({ result: 'granted' });
    expect([...world.grants.values()]).toMatchObject([{ verdict: 'unverified', kind: 'ebay-oauth' }]);
  });

  it('is none where the user says so', async () => {
    const { world, app, id } = await returned();
    await app.renewals.choose(id, 'not-worked');
    expect(await last(app)).toMatchObject({ result: 'abandoned', reason: 'not-finished' });
    expect(world.grants.size).toBe(0);
  });

  it('goes on where the user is still at it, and where the tab comes back', async () => {
    const { app, id } = await returned();
    await app.renewals.choose(id, 'still-at-it');
    expect(await returnOf(app)).toBeUndefined();
    await app.callbacks.returned('ebay', 'vendor.example', TAB);
    expect(await returnOf(app)).toBeDefined();
    await app.pages.arrived(TAB, CONSENT);
    expect(await returnOf(app)).toBeUndefined();
  });

  it('is overtaken by the answer', async () => {
    const { app } = await returned();
    await goes(app, CONSENT, 'https://vendor.example/cb?code=c&state=s%2B1');
    expect(await last(app)).toMatchObject({ result: 'granted' });
    expect(await returnOf(app)).toBeUndefined();
  });

  it('is asked about where something looks like an answer and nothing proves it', async () => {
    const { app } = await consenting();
    await goes(app, CONSENT, 'https://vendor.example/cb?code=c');
    expect(await last(app)).toMatchObject({ phase: 'consenting', returned: { host: 'vendor.example' } });
  });

  it('is nothing in another tab, or before the consent', async () => {
    const { app } = await consenting();
    await app.callbacks.returned('ebay', 'vendor.example', 99);
    await app.callbacks.returned('amazon', 'vendor.example', TAB);
    expect(await returnOf(app)).toBeUndefined();
  });

  it('is found by looking where nobody told of it', async () => {
    const { world, app } = await consenting();
    await app.pages.arrived(TAB, CONSENT);
    world.tabs.set(TAB, 'https://vendor.example/');
    await app.renewals.tick();
    expect(await returnOf(app)).toEqual({});
  });
});

describe('a page that the server answers with an error', () => {
  it.each([
    [400, EBAY],
    [500, EBAY],
    [404, CONSENT],
  ])('ends the run: %i', async (status, url) => {
    const { app } = await consenting();
    await app.pages.refused(TAB, url, status);
    expect(await last(app)).toMatchObject({ result: 'failed', reason: `error:http-${status}` });
  });

  it.each([
    [200, EBAY],
    [401, EBAY],
    [429, EBAY],
    [500, 'https://signin.ebay.com/signin?ru=x'],
    [500, 'https://vendor.example/'],
    [500, AUTHORISE],
  ])('does not: %i of %s', async (status, url) => {
    const { app } = await consenting();
    await app.pages.refused(TAB, url, status);
    expect(await last(app)).toMatchObject({ phase: 'consenting' });
  });

  it('and says so in its address ends it, in every spelling', async () => {
    for (const path of [
      'errorOauth?errorId=',
      'error?error_id=',
      'ErrorOAuth/?errorid=',
      'error_page?error=',
    ]) {
      const { app } = await consenting();
      await app.pages.arrived(TAB, `https://auth2.ebay.com/oauth2/${path}invalid_scope`);
      expect(await last(app)).toMatchObject({ result: 'failed', reason: 'error:invalid_scope' });
    }
  });
});
