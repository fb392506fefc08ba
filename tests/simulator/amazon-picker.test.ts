import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator, switchChoices } from './index.ts';
import { Client, type Visit } from './testing/client.ts';
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

const start = (): string => sim.integrations.microtech.authoriseUrl({ marketplace: 'amazon' });
const pick = (visit: Visit, choice: string): Promise<Visit> =>
  browser.submit(visit, 'Select Account', { choice });

describe('the account picker', () => {
  const ways = (['before-sign-in', 'after-sign-in'] as const).flatMap((picker) =>
    switchChoices.amazon.pickerPath.map((pickerPath) => ({ picker, pickerPath })),
  );

  it.each(ways)('decides which merchant the grant is for: %o', async (amazon) => {
    sim.set({ amazon });
    const picker = await signInAtAmazon(browser, await browser.get(start()), 'carla');
    expect(picker.url.pathname).toBe(amazon.pickerPath);
    const consent = await pick(picker, 'outlet:UK');
    expect(consent.body).toContain('Cordes Outlet');
    expect(consent.body).toContain('United Kingdom');
    await browser.confirm(consent);
    expect(sim.grants).toMatchObject([{ account: 'carla', accountId: 'A4OUTLETEU0004' }]);
  });

  it.each(ways)('can lose the application id, and the original address helps: %o', async (amazon) => {
    sim.set({ amazon: { ...amazon, lostApplicationId: true } });
    const url = start();
    const lost = await pick(await signInAtAmazon(browser, await browser.get(url), 'carla'), 'outlet:DE');
    expect(lost.url.pathname).toBe('/apps/authorize/consent');
    expect([...lost.url.searchParams.keys()]).toEqual(['mons_redirect', 'mons_sel_dir_vgid']);
    expect(lost.body).toContain('Error Code');
    await browser.confirm(await browser.get(url));
    expect(sim.grants).toMatchObject([{ accountId: 'A4OUTLETEU0004' }]);
  });

  it('comes for several accounts, not for several countries, where nothing is set', async () => {
    const anna = await signInAtAmazon(browser, await browser.get(start()), 'anna');
    expect(anna.url.pathname).toBe('/apps/authorize/consent');
    browser.jar.clear();
    const carla = await signInAtAmazon(browser, await browser.get(start()), 'carla');
    expect(carla.url.pathname).toBe('/account-switcher/default/merchantMarketplace');
  });

  it.each(switchChoices.amazon.addressSelects)(
    'is left out where the address chose already: %s',
    async (addressSelects) => {
      sim.set({ amazon: { addressSelects } });
      const url = `${start()}&mons_sel_dir_mcid=amzn1.merchant.d.ACCORDESOUTLETZ8R4`;
      const next = await signInAtAmazon(browser, await browser.get(url), 'carla');
      expect(next.url.pathname === '/apps/authorize/consent').toBe(addressSelects);
      expect(next.body.includes('Select Account')).toBe(!addressSelects);
    },
  );

  it('does not come for an account with one choice, nor without the switch', async () => {
    sim.set({ amazon: { picker: 'after-sign-in' } });
    const bert = await signInAtAmazon(browser, await browser.get(start()), 'bert');
    expect(bert.url.pathname).toBe('/apps/authorize/consent');
    sim.set({ amazon: { picker: 'none' } });
    browser.jar.clear();
    const carla = await signInAtAmazon(browser, await browser.get(start()), 'carla');
    expect(carla.body).toContain('Cordes &amp; Töchter');
  });

  it('changes the active merchant of a session, which the next consent takes without asking', async () => {
    await browser.get('https://sellercentral-europe.amazon.com/__sim/sign-in?as=carla&merchant=outlet');
    await browser.confirm(await browser.get(start()));
    expect(sim.grants).toMatchObject([{ accountId: 'A4OUTLETEU0004' }]);
  });

  it('is told by the same-origin JSON, whose ids are not the merchant token', async () => {
    const path = '/account-switcher/global-and-regional-account/merchantMarketplace';
    const url = `https://sellercentral-europe.amazon.com${path}`;
    expect((await browser.get(url)).status).toBe(401);
    await browser.get(
      'https://sellercentral-europe.amazon.com/__sim/sign-in?as=carla&merchant=outlet&country=UK',
    );
    const told = JSON.parse((await browser.get(url)).body);
    expect(told).toMatchObject({
      globalAccount: { label: 'Cordes Outlet' },
      regionalAccount: { label: 'United Kingdom', ids: { mons_sel_mkid: expect.any(String) } },
    });
    expect(JSON.stringify(told)).not.toContain('A4OUTLETEU0004');
  });
});

describe('the header', () => {
  it.each([
    ['new', 'dropdown-account-switcher-header-label-global'],
    ['old', 'partner-label'],
  ] as const)('names the active account: %s', async (header, name) => {
    sim.set({ amazon: { header } });
    const home = await browser.get(
      'https://sellercentral-europe.amazon.com/__sim/sign-in?as=anna&return=https://sellercentral-europe.amazon.com/home',
    );
    expect(home.body).toContain(name);
  });

  it('can be without it', async () => {
    sim.set({ amazon: { header: 'absent' } });
    await browser.get('https://sellercentral-europe.amazon.com/__sim/sign-in?as=anna');
    const consent = await browser.get(start());
    expect(consent.body).not.toContain('Alpenglück');
  });
});
