import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator, switchChoices } from './index.ts';
import { Client } from './testing/client.ts';
import { firstAttribute } from './testing/markup.ts';
import { signInAtAmazon, signInAtEbay } from './testing/people.ts';

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

const dirty = () => browser.get('https://sellercentral-europe.amazon.com/__sim/sign-in?as=anna');
const start = (): string => sim.integrations.microtech.authoriseUrl({ marketplace: 'amazon' });

/** Confirms, but keeps the callback from being opened. */
async function callbackAddress(): Promise<string> {
  sim.set({ amazon: { handoff: 'link' } });
  const consent = await browser.get(start());
  return firstAttribute(consent.body, 'data-to') ?? '';
}

describe('a callback that does not count', () => {
  it('is one whose code has expired: Amazon after five minutes', async () => {
    await dirty();
    const callback = await callbackAddress();
    sim.clock.advance(5 * 60_000 + 1);
    const page = await browser.get(callback);
    expect(page.body).toContain('Der Code ist abgelaufen');
    expect(sim.refused).toMatchObject([{ reason: 'code-expired', kind: 'amazon' }]);
    expect(sim.grants).toEqual([]);
  });

  it('is one whose code has expired: eBay after 299 seconds', async () => {
    sim.set({ ebay: { handoff: 'link' } });
    const url = sim.integrations.microtech.authoriseUrl({ marketplace: 'ebay' });
    const consent = await signInAtEbay(browser, await browser.get(url), 'anna');
    sim.clock.advance(299_001);
    await browser.confirm(consent);
    expect(sim.refused).toMatchObject([{ reason: 'code-expired', kind: 'ebay-oauth' }]);
  });

  it('is one that comes twice, with the old state or with a new one', async () => {
    await dirty();
    const callback = await callbackAddress();
    await browser.get(callback);
    await browser.get(callback);
    const replayed = new URL(callback);
    replayed.searchParams.set('state', new URL(start()).searchParams.get('state') ?? '');
    await browser.get(replayed.href);
    expect(sim.refused.map(({ reason }) => reason)).toEqual(['state-used', 'code-used']);
    expect(sim.grants).toHaveLength(1);
  });

  it('is one with a state of nobody, or of another integration', async () => {
    await dirty();
    const callback = new URL(await callbackAddress());
    for (const state of [
      'state-of-nobody',
      new URL(sim.integrations.linnworks.authoriseUrl({ marketplace: 'amazon' })).searchParams.get('state') ??
        '',
    ]) {
      callback.searchParams.set('state', state);
      await browser.get(callback.href);
    }
    expect(sim.refused.map(({ reason }) => reason)).toEqual(['state-unknown', 'state-unknown']);
    expect(sim.grants).toEqual([]);
  });

  it('is one with a code of another application, or none', async () => {
    await dirty();
    const callback = new URL(await callbackAddress());
    const other = sim.integrations.microtech.authoriseUrl({
      marketplace: 'amazon',
      applicationId: sim.applications.amazon.microtechDraft.id,
    });
    callback.searchParams.set('state', new URL(other).searchParams.get('state') ?? '');
    await browser.get(callback.href);
    await browser.get(
      `https://cloud.microtech.example/oauth/callback?state=${new URL(start()).searchParams.get('state')}`,
    );
    expect(sim.refused.map(({ reason }) => reason)).toEqual(['code-of-another-application', 'code-missing']);
  });

  it('is one without the vendor’s own session, where the vendor wants it', async () => {
    sim.set({ integrations: { needsVendorSession: true } });
    await dirty();
    const refused = await browser.confirm(await browser.get(start()));
    expect(refused.status).toBe(401);
    const login = await browser.get('https://cloud.microtech.example/login');
    await browser.submit(login, 'id="user"', { user: 'anna' });
    await browser.confirm(await browser.get(start()));
    expect(sim.refused.map(({ reason }) => reason)).toEqual(['no-vendor-session']);
    expect(sim.grants).toHaveLength(1);
  });
});

describe('the landing', () => {
  const landings = switchChoices.integrations.landing;
  const handoffs = ['post-302', 'post-307', 'form-post', 'form-post-body'] as const;
  const cases = landings.flatMap((landing) => handoffs.map((handoff) => ({ landing, handoff })));

  it.each(cases)('comes after the grant: %o', async ({ landing, handoff }) => {
    sim.set({ integrations: { landing }, amazon: { handoff } });
    await dirty();
    const end = await browser.confirm(await browser.get(start()));
    expect(end.body).toContain('Die Verbindung wurde erfolgreich hergestellt');
    expect(end.url.host).toBe(landing === 'render' ? 'cloud.microtech.example' : 'www.microtech.example');
    if (landing !== 'render') expect(end.url.search).toBe('');
    expect(sim.grants).toHaveLength(1);
  });
});

describe('magnalister', () => {
  it.each([
    ['amazon', ''],
    ['ebay-oauth', ''],
    ['ebay-authnauth', '&site=DE'],
  ])('hands its page an authorise URL by an AJAX call: %s', async (kind, site) => {
    const answer = await browser.send(
      new URL(`https://shop.example/admin/magnalister/token?kind=${kind}${site}`),
      {
        method: 'POST',
      },
    );
    const signIn = await browser.get(JSON.parse(answer.body).url);
    const consent = await (kind === 'amazon' ? signInAtAmazon : signInAtEbay)(browser, signIn, 'anna');
    const end = await browser.confirm(consent);
    expect(end.body).toContain('You may close the popup window now.');
    expect(sim.grants).toMatchObject([{ integration: 'magnalister', kind, account: 'anna' }]);
    expect((await browser.get('https://shop.example/admin/magnalister/status')).body).toBe(
      JSON.stringify([kind]),
    );
  });

  it('asks for the shop’s login by switch', async () => {
    sim.set({ integrations: { shopLogin: true } });
    const login = await browser.get('https://shop.example/admin/magnalister/ebay');
    expect(login.url.pathname).toBe('/admin/login');
    const page = await browser.submit(login, 'id="user"', { user: 'anna' });
    expect(page.body).toContain('Request / Renew Token (Trading)');
  });

  it.each(['none', 'post-message', 'polling'] as const)(
    'tells its opener as the switch says: %s',
    async (opener) => {
      sim.set({ integrations: { opener } });
      const page = await browser.get('https://www.magnalister.example/connected');
      expect(page.body.includes('opener?.postMessage')).toBe(opener === 'post-message');
    },
  );
});

describe('Linnworks', () => {
  const settings = 'https://app.linnworks.example/settings/channel-integration/ebay';

  it.each(switchChoices.integrations.landing)('leads through both legs: landing %s', async (landing) => {
    sim.set({ integrations: { landing } });
    expect((await browser.get(`${settings}?test=1`)).body).toContain(
      'has expired and needs to be re-created',
    );
    const signIn = await browser.submit(await browser.get(settings), 'Re-create token');
    expect(signIn.url.searchParams.get('ru')).toContain('SessID');
    let page = await browser.confirm(await signInAtEbay(browser, signIn, 'anna'));
    if (landing === 'render') page = await browser.click(page, 'Continue with step 2');
    expect(page.url.pathname).toBe('/oauth2/consents');
    const end = await browser.confirm(page);
    expect(end.body).toContain('Token has been re-created successfully');
    expect(sim.grants.map(({ kind }) => kind)).toEqual(['ebay-authnauth', 'ebay-oauth']);
    expect((await browser.get(`${settings}?test=1`)).body).toContain(
      'Token has been re-created successfully',
    );
  });

  it('tells a token that was taken back at eBay from one that works', async () => {
    const { clientId } = sim.applications.ebay.linnworks;
    sim.grantedBefore(clientId, 'anna');
    expect((await browser.get(`${settings}?test=1`)).body).toContain('re-created successfully');
    const permissions = await signInAtEbay(
      browser,
      await browser.get('https://accountsettings.ebay.com/uas'),
      'anna',
    );
    await browser.submit(permissions, 'Revoke access of Linnworks');
    expect((await browser.get(`${settings}?test=1`)).body).toContain('needs to be re-created');
  });

  it('asks to sign in a second time where eBay always does', async () => {
    sim.set({ ebay: { signIn: 'always' }, integrations: { landing: '302' } });
    const first = await browser.submit(await browser.get(settings), 'Re-create token');
    const second = await browser.confirm(await signInAtEbay(browser, first, 'anna'));
    expect(second.url.pathname).toBe('/signin');
    await browser.confirm(await signInAtEbay(browser, second, 'bert'));
    expect(sim.grants.map(({ account }) => account)).toEqual(['anna', 'bert']);
  });

  it('renews Amazon by a plain link', async () => {
    const amazon = await browser.get(
      'https://app.linnworks.example/settings/channel-integration/amazon/authorise',
    );
    await browser.confirm(await signInAtAmazon(browser, amazon, 'anna'));
    expect(sim.grants).toMatchObject([{ integration: 'linnworks', kind: 'amazon' }]);
  });
});
