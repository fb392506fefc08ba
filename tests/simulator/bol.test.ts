import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator, switchChoices } from './index.ts';
import { Client, type Visit } from './testing/client.ts';
import { signInAtBol } from './testing/people.ts';

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

const start = (): string => sim.integrations.microtech.authoriseUrl({ marketplace: 'bol' });
const consentAs = async (key: 'anna' | 'bert'): Promise<Visit> =>
  signInAtBol(browser, await browser.get(start()), key);

describe('a renewal at bol', () => {
  it.each(switchChoices.bol.handoff)(
    'ends with the grant at the integration: handoff %s',
    async (handoff) => {
      sim.set({ bol: { handoff } });
      const end = await browser.confirm(await consentAs('anna'));
      expect(end.body).toContain('Die Verbindung wurde erfolgreich hergestellt');
      expect(sim.grants).toMatchObject([
        { marketplace: 'bol', kind: 'bol', account: 'anna', accountId: 'Alpenglück Winkel' },
      ]);
    },
  );

  it.each(switchChoices.bol.consentAt)(
    'names the account before anybody agrees: consent at %s',
    async (consentAt) => {
      sim.set({ bol: { consentAt } });
      const consent = await consentAs('bert');
      expect(consent.body).toContain('data-test="account-name">Brückner Elektro');
      expect(consent.url.pathname).toBe(consentAt === 'wsp' ? '/wsp/consent' : '/authorize');
      sim.set({ bol: { account: 'absent' } });
      expect((await browser.get(start())).body).not.toContain('account-name');
    },
  );

  it('gives whoever is signed in the permission without asking who they are', async () => {
    await browser.get('https://login.bol.com/__sim/sign-in?as=bert');
    await browser.confirm(await browser.get(start()));
    expect(sim.grants).toMatchObject([{ account: 'bert' }]);
  });

  it.each(switchChoices.bol.refusal)('can be refused: %s', async (refusal) => {
    sim.set({ bol: { refusal } });
    const consent = await consentAs('anna');
    const to = /href="([^"]*refuse[^"]*)"/.exec(consent.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const end = await browser.get(new URL(to, consent.url).href);
    expect(end.url.host).toBe(refusal === 'error' ? 'cloud.microtech.example' : 'www.bol.com');
    expect(sim.grants).toEqual([]);
  });

  it('knows no application but those that it gave a client id, with their own return address', async () => {
    const stranger = start().replace(/redirect_uri=[^&]*/, 'redirect_uri=https%3A%2F%2Fevil.example%2Fcb');
    expect((await browser.get(stranger)).status).toBe(400);
  });
});
