import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator, switchChoices } from './index.ts';
import type { AmazonError } from './switches.ts';
import { Client } from './testing/client.ts';
import { linkTo } from './testing/markup.ts';
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

const signedIn = () => browser.get('https://sellercentral-europe.amazon.com/__sim/sign-in?as=anna');
const authorise = (parameters: Record<string, string>, applicationId?: string) =>
  browser.get(sim.integrations.microtech.authoriseUrl({ marketplace: 'amazon', applicationId, parameters }));

const words: Partial<Record<AmazonError, string>> = {
  'usage-limit': 'This application has reached the OAuthorization usage limit',
  'invalid-access': 'Invalid Access',
};
const errors = switchChoices.amazon.error.filter((error) => error !== 'none');

describe('an error page', () => {
  it.each(errors)('comes for the application that is registered so, and by switch: %s', async (error) => {
    await signedIn();
    const word = words[error] ?? `Error Code: ${error}`;
    const late = error === 'MD0000';
    const byId = await authorise({}, sim.applications.broken[error].id);
    expect((late ? await browser.confirm(byId) : byId).body).toContain(word);
    sim.set({ amazon: { error } });
    const bySwitch = await authorise({});
    expect((late ? await browser.confirm(bySwitch) : bySwitch).body).toContain(word);
    expect(sim.grants).toEqual([]);
  });

  it.each([
    ['MD5101', { redirect_uri: 'https://elsewhere.example/callback' }],
    ['MD5110', { redirect_uri: 'https://cloud.microtech.example/oauth/callback#part' }],
    ['MD9999', { version: 'betta' }],
  ])('%s comes for a wrong request', async (code, parameters) => {
    await signedIn();
    expect((await authorise(parameters)).body).toContain(`Error Code: ${code}`);
  });

  it.each([
    ['MD1000', 'amzn1.application-oa2-client.0123456789abcdef'],
    ['MD9999', 'amzn1.sp.solution.nobody'],
  ])('%s comes for an id that is none', async (code, id) => {
    await signedIn();
    const page = await authorise({}, id);
    expect(page.body).toContain(`Error Code: ${code}`);
    expect(page.body).toContain(`App ID: ${id}`);
  });

  it('comes for a draft without version=beta, and not with it', async () => {
    await signedIn();
    const draft = sim.applications.amazon.microtechDraft.id;
    expect((await authorise({}, draft)).body).toContain('Error Code: MD1000');
    await browser.confirm(await authorise({ version: 'beta' }, draft));
    expect(sim.grants).toMatchObject([{ applicationId: draft }]);
  });

  it('comes for a user who may not authorise', async () => {
    const signIn = await authorise({});
    expect((await signInAtAmazon(browser, signIn, 'dora')).body).toContain('Invalid Access');
  });
});

describe('the redirect URI', () => {
  it('is the one that was asked for, where it is registered', async () => {
    await signedIn();
    const [, second] = sim.applications.amazon.microtech.redirectUris;
    await browser.confirm(await authorise({ redirect_uri: second }));
    expect(browser.visited.at(-1)).toContain('/oauth/callback2?');
    expect(sim.grants).toHaveLength(1);
  });
});

describe('Manage Your Apps', () => {
  const apps = 'https://sellercentral-europe.amazon.com/apps/manage';

  it.each(switchChoices.amazon.handoff)('renews without a consent page: handoff %s', async (handoff) => {
    sim.set({ amazon: { handoff } });
    sim.grantedBefore(sim.applications.amazon.microtech.id, 'anna');
    const list = await signInAtAmazon(browser, await browser.get(apps), 'anna');
    const renew = await browser.submit(list, 'Re-Authorize');
    await browser.click(renew, 'Login to microtech now');
    expect(browser.visited.some((url) => url.includes('/apps/authorize/confirm/amzn1.sp.solution'))).toBe(
      true,
    );
    expect(sim.grants).toMatchObject([{ account: 'anna', accountId: 'A1ALPENEU00001' }]);
  });

  it('offers "Enable authorization" once it has expired', async () => {
    sim.grantedBefore(sim.applications.amazon.microtech.id, 'anna');
    sim.clock.advance(30 * 24 * 3_600_000);
    await signedIn();
    expect((await browser.get(apps)).body).toContain('Enable authorization');
  });

  it('lists a fresh consent with an expiry in a year', async () => {
    await signedIn();
    await browser.confirm(await authorise({}));
    const inAYear = new Date(sim.clock.now() + 365 * 24 * 3_600_000).toISOString().slice(0, 10);
    expect((await browser.get(apps)).body).toContain(inAYear);
  });

  it('works on amazon.com too, for the region where it was started', async () => {
    sim.grantedBefore(sim.applications.amazon.microtech.id, 'anna');
    await signedIn();
    const renew = await browser.submit(await browser.get(apps), 'Re-Authorize');
    const login = linkTo(renew.body, 'Login to microtech now') ?? '';
    await browser.get(login.replace('sellercentral-europe.amazon.com', 'amazon.com'));
    expect(sim.grants).toMatchObject([{ accountId: 'A1ALPENEU00001' }]);
  });
});
