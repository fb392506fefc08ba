import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator, switchChoices } from './index.ts';
import { Client } from './testing/client.ts';
import { signInAtAmazon } from './testing/people.ts';

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

const start = (site = 'DE'): string =>
  sim.integrations.microtech.authoriseUrl({ marketplace: 'amazon', site });

/** Signs `anna` in on the way to the consent page, and confirms. */
async function grantAsAnna(site?: string) {
  const signIn = await browser.get(start(site));
  const consent = await signInAtAmazon(browser, signIn, 'anna');
  return browser.confirm(consent);
}

describe('a renewal at Amazon', () => {
  it.each(switchChoices.amazon.handoff)(
    'ends with the grant at the integration: handoff %s',
    async (handoff) => {
      sim.set({ amazon: { handoff } });
      const end = await grantAsAnna();
      expect(end.body).toContain('Die Verbindung wurde erfolgreich hergestellt');
      expect(sim.grants).toMatchObject([
        {
          integration: 'microtech',
          kind: 'amazon',
          account: 'anna',
          accountId: 'A1ALPENEU00001',
          applicationId: sim.applications.amazon.microtech.id,
          connectionRef: 'microtech-amazon',
        },
      ]);
      expect(sim.integrations.microtech.status().text).toBe('Authentifiziert');
    },
  );

  const variants = [
    { header: 'new-dot' },
    { header: 'old' },
    { header: 'absent' },
    { shadow: true },
    { signInHost: 'www' },
    { signInPages: 2 },
    { signInPages: 'claim' },
    { signInPages: 'claim', otp: true, signInHost: 'www' },
    { otp: true },
    { signInPages: 2, otp: true, signInHost: 'www' },
    { prefilled: 'bert' },
    { serviceWorker: 'fetch-through' },
    { serviceWorker: 'cached-consent' },
    { rerender: 'replace-children' },
    { rerender: 'remove-foreign' },
    { csp: true },
    { cancel: 'home' },
    { cancel: 'close' },
    { heartbeat: true },
  ] as const;
  it.each(variants)('ends with the grant at the integration: %o', async (amazon) => {
    sim.set({ amazon });
    await grantAsAnna();
    expect(sim.grants.map(({ account }) => account)).toEqual(['anna']);
  });

  it.each([
    ['sellercentral.amazon.de', 'A1ALPENEU00001', 'microtech autorisieren'],
    ['sellercentral.amazon.co.uk', 'A1ALPENEU00001', 'Authorise microtech'],
    ['US', 'A1ALPENNA00001', 'Authorize microtech'],
    ['JP', 'A1ALPENFE00001', 'Authorise microtech'],
    ['vendorcentral.amazon.de', 'ALPEN', 'microtech autorisieren'],
    ['www.vendorcentral.in', 'ALPEN', 'Authorise microtech'],
  ])('gives the id of the region on %s', async (site, accountId, heading) => {
    const consent = await signInAtAmazon(browser, await browser.get(start(site)), 'anna');
    expect(consent.body).toContain(heading);
    expect(consent.body).toContain('Confirm');
    await browser.confirm(consent);
    expect(sim.grants).toMatchObject([{ accountId }]);
  });

  it('keeps the vendor’s sign-in apart from the seller’s on the same domain', async () => {
    await browser.get('https://sellercentral.amazon.de/__sim/sign-in?as=anna');
    const vendor = await browser.get(start('vendorcentral.amazon.de'));
    expect(vendor.url.pathname).toBe('/ap/signin');
  });

  it('refuses a wrong password and an unknown address, and then lets in', async () => {
    const signIn = await browser.get(start());
    const wrong = await browser.submit(signIn, 'ap_password', {
      ap_email: sim.accounts.amazon.anna.email,
      ap_password: 'no',
    });
    expect(wrong.body).toContain('Your password is incorrect');
    const unknown = await browser.submit(signIn, 'ap_password', { ap_email: 'no@body.example' });
    expect(unknown.body).toContain('We cannot find an account with that email address');
    await browser.confirm(await signInAtAmazon(browser, unknown, 'anna'));
    expect(sim.grants).toHaveLength(1);
  });

  it('gives no grant without state, as the integration cannot check it', async () => {
    sim.set({ amazon: { state: 'dropped' } });
    await grantAsAnna();
    expect(sim.grants).toEqual([]);
    expect(sim.refused).toMatchObject([{ reason: 'state-missing' }]);
  });

  it('passes the hybrid application’s second token on', async () => {
    const url = sim.integrations.magnalister.authoriseUrl({ marketplace: 'amazon' });
    await browser.confirm(await signInAtAmazon(browser, await browser.get(url), 'anna'));
    expect(browser.visited.at(-1)).toContain('mws_auth_token=');
    expect(sim.grants).toMatchObject([{ integration: 'magnalister', account: 'anna' }]);
  });
});

describe('control: a dirty session', () => {
  it('gives bert’s grant for anna’s renewal with one Confirm', async () => {
    await browser.get('https://sellercentral-europe.amazon.com/__sim/sign-in?as=bert');
    const consent = await browser.get(start());
    expect(consent.body).toContain('Brückner Elektro KG');
    await browser.confirm(consent);
    expect(sim.grants).toMatchObject([{ account: 'bert', accountId: 'A2BRUECKEU0002' }]);
  });

  it('comes from the retail shop as well, since its session is the same', async () => {
    const shop = await browser.get(
      'https://www.amazon.com/__sim/sign-in?as=bert&return=https://www.amazon.com/',
    );
    expect(shop.body).toContain('Hello, Bert Brückner');
    await browser.confirm(await browser.get(start()));
    expect(sim.grants).toMatchObject([{ account: 'bert' }]);
  });

  it('is no session any more when one of its three marks is gone', async () => {
    const site = 'https://sellercentral.amazon.de';
    for (const mark of ['x-acbde', 'at-acbde', 'sess-at-acbde']) {
      browser.jar.clear();
      await browser.get(`${site}/__sim/sign-in?as=bert`);
      browser.jar.cookies = browser.jar.cookies.filter(({ name }) => name !== mark);
      expect((await browser.get(start('sellercentral.amazon.de'))).url.pathname).toBe('/ap/signin');
    }
  });

  it('ends with a sign-out, which leaves the anonymous cookies behind', async () => {
    await browser.get('https://sellercentral.amazon.de/__sim/sign-in?as=bert');
    await browser.get('https://sellercentral.amazon.de/gp/sign-in/logout.html/ref=xx_logout_dnav_xx');
    expect((await browser.get(start('sellercentral.amazon.de'))).url.pathname).toBe('/ap/signin');
    expect(browser.jar.cookies.map(({ name }) => name)).toContain('sst-acbde');
  });
});
