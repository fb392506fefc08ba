import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AuthoriseRequest, type Simulator, startSimulator, switchChoices } from './index.ts';
import { Client } from './testing/client.ts';
import { signInAtEbay } from './testing/people.ts';

let sim: Simulator;
let browser: Client;

beforeAll(async () => {
  sim = await startSimulator();
});
beforeEach(() => {
  sim.reset();
  browser = new Client(sim.port);
});
afterAll(() => sim.close());

const start = (request: Partial<AuthoriseRequest> = {}): string =>
  sim.integrations.microtech.authoriseUrl({ marketplace: 'ebay', ...request });

async function grantAs(key: 'anna' | 'bert', request: Partial<AuthoriseRequest> = {}) {
  const consent = await signInAtEbay(browser, await browser.get(start(request)), key);
  return browser.confirm(consent);
}

describe('a renewal at eBay', () => {
  it.each(switchChoices.ebay.handoff)(
    'ends with the grant at the integration: handoff %s',
    async (handoff) => {
      sim.set({ ebay: { handoff } });
      const end = await grantAs('anna');
      expect(end.body).toContain('Die Verbindung wurde erfolgreich hergestellt');
      expect(sim.grants).toMatchObject([
        {
          kind: 'ebay-oauth',
          account: 'anna',
          accountId: 'alpenglueck-handel',
          connectionRef: 'microtech-ebay',
        },
      ]);
      await browser.get(start());
      expect(sim.grants).toHaveLength(2);
    },
  );

  const variants = [
    { auth2Hop: false },
    { auth2Hop: false, consentsHost: 'auth' },
    { consentsHost: 'auth' },
    { consent: 'always' },
    { signIn: 'always' },
    { signIn: 'welcome-back' },
    { header: 'username' },
    { header: 'absent' },
    { greyUntilScrolled: true },
    { serviceWorker: 'fetch-through' },
    { serviceWorker: 'cached-consent' },
    { csp: true },
    { signInName: 'heading' },
    { markers: 'ebay-and-shs' },
    { markers: 'ds2' },
    { anonymousDs2: true },
  ] as const;
  it.each(variants)('ends with the grant at the integration: %o', async (ebay) => {
    sim.set({ ebay });
    await grantAs('anna');
    expect(sim.grants).toMatchObject([{ kind: 'ebay-oauth', account: 'anna' }]);
  });

  const ways: Record<string, string[]> = {
    passkey: ['/acctsec/authn-register'],
    'trust-device': ['/acctsec/trust-a-device'],
    'secret-question': ['/reg/ChangeSecretQuestion'],
    captcha: ['/splashui/captcha'],
    all: ['/acctsec/trust-a-device', '/acctsec/authn-register', '/reg/ChangeSecretQuestion'],
    none: [],
  };
  it.each(switchChoices.ebay.afterSignIn)(
    'asks between sign-in and consent, once in a jar: %s',
    async (afterSignIn) => {
      sim.set({ ebay: { afterSignIn, consent: 'always', signIn: 'always' } });
      const asked = (): string[] =>
        browser.visited
          .map((url) => new URL(url).pathname)
          .filter((path) => Object.values(ways).flat().includes(path));
      await grantAs('anna');
      expect(asked()).toEqual(ways[afterSignIn]);
      await grantAs('anna');
      expect(asked()).toEqual(ways[afterSignIn]);
      expect(sim.grants.map(({ account }) => account)).toEqual(['anna', 'anna']);
    },
  );

  it.each(switchChoices.ebay.markers)('tells of a sign-in by its cookies: %s', async (markers) => {
    sim.set({ ebay: { markers, afterSignIn: 'none' } });
    const signed = await signInAtEbay(browser, await browser.get(start()), 'anna');
    const cookies = browser.jar.headerFor(signed.url);
    expect({
      ebay: cookies.includes('sin%3Din'),
      shs: /\bshs=[^;]/.test(cookies),
      ds2: cookies.includes('ssts'),
    }).toEqual({ ebay: markers !== 'ds2', shs: markers !== 'ds2', ds2: markers !== 'ebay-and-shs' });
  });

  it.each(['DE', 'auth.ebay.co.uk', 'auth.befr.ebay.be'])(
    'works on %s, with the hop and without',
    async (site) => {
      await grantAs('anna', { site });
      browser.jar.clear();
      sim.set({ ebay: { auth2Hop: false, consent: 'always' } });
      await grantAs('bert', { site });
      expect(sim.grants.map(({ account }) => account)).toEqual(['anna', 'bert']);
    },
  );

  it('works in the sandbox, whose session is its own', async () => {
    await browser.get('https://signin.ebay.com/__sim/sign-in?as=bert');
    const applicationId = sim.applications.ebay.microtechSandbox.clientId;
    await grantAs('anna', { site: 'auth.sandbox.ebay.com', applicationId });
    expect(sim.grants).toMatchObject([{ account: 'anna', applicationId }]);
  });

  it.each(switchChoices.ebay.handoff)('gives the older token as well: handoff %s', async (handoff) => {
    sim.set({ ebay: { handoff } });
    await grantAs('anna', { kind: 'ebay-authnauth', site: 'DE' });
    expect(sim.grants).toMatchObject([{ kind: 'ebay-authnauth', account: 'anna' }]);
    const query = new URL(
      browser.visited.findLast((url) => url.includes('ebaytkn')) ?? 'https://none.example',
    ).searchParams;
    if (handoff !== 'form-post-body') expect(query.get('tknexp')).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  });

  it.each(['default', 'default-old'] as const)(
    'ends on eBay’s own page, pasted into the program: %s',
    async (accept) => {
      sim.set({ ebay: { accept } });
      const end = await grantAs('anna');
      expect(end.url.host).toMatch(/ebay\.com$/);
      expect(end.body).toContain('Authorization successfully completed');
      expect(sim.grants).toEqual([]);
      expect(sim.integrations.microtech.paste(end.url.href)).toMatchObject({
        ok: true,
        grant: { account: 'anna' },
      });
    },
  );

  it.each(['error', 'flag', 'default-page'] as const)('can be declined: %s', async (decline) => {
    sim.set({ ebay: { decline } });
    const consent = await signInAtEbay(browser, await browser.get(start()), 'anna');
    const end = await browser.click(consent, 'Decline');
    expect(sim.grants).toEqual([]);
    if (decline === 'default-page') expect(end.body).toContain('Authorization declined');
    else expect(sim.refused).toMatchObject([{ reason: 'declined' }]);
  });
});

describe('who is signed in', () => {
  it('control: bert’s session gives bert’s grant without a click where he granted before', async () => {
    sim.grantedBefore(sim.applications.ebay.microtech.clientId, 'bert');
    await browser.get('https://signin.ebay.com/__sim/sign-in?as=bert');
    const end = await browser.get(start());
    expect(end.body).toContain('Die Verbindung wurde erfolgreich hergestellt');
    expect(sim.grants).toMatchObject([{ account: 'bert' }]);
    expect(browser.visited.some((url) => url.includes('/oauth2/consents'))).toBe(false);
  });

  it('is asked again with prompt=login although bert is signed in', async () => {
    await browser.get('https://signin.ebay.com/__sim/sign-in?as=bert');
    await grantAs('anna', { parameters: { prompt: 'login' } });
    expect(sim.grants).toMatchObject([{ account: 'anna' }]);
  });

  it('is suggested by "Welcome back!" until somebody switches', async () => {
    await browser.get('https://signin.ebay.com/__sim/sign-in?as=bert');
    sim.set({ ebay: { signIn: 'welcome-back' } });
    const welcome = await browser.get(start());
    expect(welcome.body).toContain('<span id="user-info">brueckner_elektro</span>');
    const form = await browser.click(welcome, 'Switch account');
    await browser.confirm(await signInAtEbay(browser, form, 'anna'));
    expect(sim.grants).toMatchObject([{ account: 'anna' }]);
  });

  it('is forgotten by a sign-out, but for the name in dp1', async () => {
    await browser.get('https://signin.ebay.com/__sim/sign-in?as=bert');
    await browser.get('https://signin.ebay.com/logout/confirm');
    expect((await browser.get(start())).body).toContain('id="userid"');
    const dp1 = browser.jar.cookies.find(({ name }) => name === 'dp1')?.value ?? '';
    const user = /u1p\/([A-Za-z0-9+/]*)/.exec(dp1)?.[1] ?? '';
    expect(Buffer.from(user, 'base64').toString()).toMatch(/^brueckner_elektro/);
  });

  it('may take a grant back, after which the consent page comes again', async () => {
    await grantAs('anna');
    await browser.get('https://signin.ebay.com/__sim/sign-in?as=anna');
    const page = await browser.get('https://accountsettings.ebay.com/uas');
    expect(page.body).toContain('microtech büro+');
    await browser.submit(page, 'client_id');
    expect((await browser.get(start())).url.pathname).toBe('/oauth2/consents');
  });
});

describe('a request that eBay refuses', () => {
  it.each([
    ['client_id', 'nobody', 'unauthorized_client'],
    ['redirect_uri', 'Linnworks_Ltd-Linnwork-linnwo-oauth', 'temporarily_unavailable'],
    ['scope', 'https://api.ebay.com/oauth/api_scope/everything', 'invalid_scope'],
    ['response_type', 'token', 'invalid_request'],
  ])('names the reason: wrong %s', async (name, value, errorId) => {
    const url = new URL(start());
    url.searchParams.set(name, value);
    const end = await browser.get(url.href);
    expect(end.url.href).toBe(`https://auth2.ebay.com/oauth2/errorOauth?errorId=${errorId}`);
  });

  it('refuses a production client in the sandbox, and a session id after five minutes', async () => {
    const sandbox = await browser.get(start({ site: 'auth.sandbox.ebay.com' }));
    expect(sandbox.url.searchParams.get('errorId')).toBe('unauthorized_client');
    const url = start({ kind: 'ebay-authnauth' });
    sim.clock.advance(301_000);
    expect((await browser.get(url)).body).toContain('Your session has expired');
  });
});
