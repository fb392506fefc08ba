import { describe, expect, it } from 'vitest';
import { marketplaceById, marketplaces } from '@/utils/domain/marketplaces/index.ts';
import { accountHint } from '@/utils/domain/run/page/account-hint.ts';
import type { App } from '@/utils/flows/app.ts';
import type { PageFacts } from '@/utils/flows/renewal/page-facts.ts';
import type { World } from '../../../fakes/world.ts';
import { AUTHORISE, dirtyWorld, JAR, NEW_CONNECTION, stop, TAB, worker } from '../journey.ts';

const EBAY = 'https://auth.ebay.com/oauth2/authorize?client_id=Vendor-PRD-1&redirect_uri=R&state=s1';
const EBAY_SIGN_IN = 'https://signin.ebay.com/signin?ru=x';
const EBAY_CONSENT = 'https://auth2.ebay.com/oauth2/consents?client_id=Vendor-PRD-1&state=s1';
const AMAZON_SIGN_IN = 'https://sellercentral.amazon.de/ap/signin?x=1';
const LOST = 'https://sellercentral.amazon.de/apps/authorize/consent?mons_redirect=remedy_uri';

async function consenting(url: string): Promise<{ world: World; app: App }> {
  const world = dirtyWorld();
  const app = await worker(world);
  await stop(world, app, url);
  const choice = { type: 'renew', mode: 'as-is', connection: NEW_CONNECTION, forceSignIn: false } as const;
  expect(await app.guard.decide(TAB, JAR, choice)).toEqual({ ok: true });
  return { world, app };
}

async function shown(app: App, url: string, facts: PageFacts = {}) {
  await app.pages.arrived(TAB, url);
  await app.pages.seen(TAB, url, facts);
  return (await app.runs.all())[0];
}

/** eBay's cookies of somebody who is signed in. */
function signedInAtEbay(world: World, user: string): void {
  const cookie = { hostOnly: false, path: '/', secure: true, httpOnly: false, sameSite: 'lax' } as const;
  const name = Buffer.from(user).toString('base64').replaceAll('=', '*');
  world.cookies = [
    { ...cookie, storeId: JAR, domain: 'ebay.com', name: 'dp1', value: `bu1p/${name}6b3a7f12^` },
    { ...cookie, storeId: JAR, domain: 'ebay.com', name: 'ds2', value: 'ssts/1763640000000^' },
  ];
}

describe('what a page shows', () => {
  it('ends with the page: the next one begins with nothing of it', async () => {
    const { app } = await consenting(AUTHORISE);
    const before = await shown(app, AMAZON_SIGN_IN, {
      label: 'Südwind',
      errorCode: 'MD9999',
      otherPrefilled: true,
      overlay: 'gone',
    });
    expect(before?.progress).toMatchObject({ label: 'Südwind', otherPrefilled: true, overlay: 'gone' });
    const after = await shown(app, AUTHORISE);
    expect(after?.progress).toEqual({
      step: 'authorise',
      signInSeen: true,
      consentSeen: true,
      read: true,
      lostApp: false,
      otherPrefilled: false,
    });
  });

  it('is known once the page was read, not when it was reached', async () => {
    const { app } = await consenting(AUTHORISE);
    const read = async (): Promise<boolean | undefined> => (await app.runs.all())[0]?.progress.read;
    await shown(app, AMAZON_SIGN_IN);
    expect(await read()).toBe(true);
    await app.pages.arrived(TAB, AUTHORISE);
    expect(await read()).toBeUndefined();
    await app.pages.seen(TAB, AUTHORISE, {});
    expect(await read()).toBe(true);
  });

  it('with its program lost is no error of the program: the renewal goes on', async () => {
    const { app } = await consenting(AUTHORISE);
    const run = await shown(app, LOST, { errorCode: 'MD1000' });
    expect(run).toMatchObject({ phase: 'consenting', progress: { lostApp: true, errorCode: 'MD1000' } });
    expect(await shown(app, AUTHORISE, { errorCode: 'MD1000' })).toMatchObject({ result: 'failed' });
  });

  it('is told to the page with how the person left the card', async () => {
    const { world, app } = await consenting(AUTHORISE);
    expect(await app.pages.arrived(TAB, AUTHORISE)).toMatchObject({
      is: 'accompanied',
      folded: false,
    });
    world.folded = true;
    expect(await app.pages.arrived(TAB, AUTHORISE)).toMatchObject({ folded: true });
  });
});

/** Every page between sign-in and consent that eBay's definition knows. */
const CHECKS = marketplaceById('ebay')
  .pages.filter((page) => 'checks' in page && page.checks)
  .flatMap((page) => page.samples.yes.map(({ url }) => url));

describe('a page between sign-in and consent', () => {
  it.each(CHECKS)('neither ends nor confuses the renewal: %s', async (url) => {
    const { app } = await consenting(EBAY);
    await shown(app, EBAY_SIGN_IN);
    const check = await shown(app, url);
    expect(check).toMatchObject({ phase: 'consenting', progress: { step: 'sign-in', checks: true } });
    expect(check?.progress.user).toBeUndefined();
    const consent = await shown(app, EBAY_CONSENT);
    expect(consent).toMatchObject({ phase: 'consenting', progress: { step: 'consent', consentSeen: true } });
    expect(consent?.progress.checks).toBeUndefined();
  });

  it('is known of eBay’s three hosts', () => {
    expect(new Set(CHECKS.map((url) => new URL(url).host.split('.')[0]))).toEqual(
      new Set(['accounts', 'reg', 'www']),
    );
  });
});

describe('the account picker', () => {
  const PICKERS = marketplaces.flatMap((marketplace) =>
    marketplace.pages
      .filter(({ step }) => step === 'picker')
      .flatMap((page) => page.samples.yes.map(({ url }) => url)),
  );

  it.each(PICKERS)('names no account, whatever its header and address show: %s', async (url) => {
    const { app } = await consenting(AUTHORISE);
    const address = new URL(url);
    address.searchParams.set('mons_sel_mcid', 'amzn1.merchant.o.A3TH9S8BH6GOGM');
    const run = await shown(app, address.href, { label: 'Südwind', user: 'Südwind' });
    expect(run).toMatchObject({ phase: 'consenting', progress: { step: 'picker' } });
    expect(run?.progress.label).toBeUndefined();
    expect(run?.progress.user).toBeUndefined();
    expect((await shown(app, AUTHORISE, { label: 'Nordwind' }))?.progress.label).toBe('Nordwind');
  });
});

describe('the user in eBay’s cookies', () => {
  it('is the hint of sign-in and consent, and stands in the grant', async () => {
    const { world, app } = await consenting(EBAY);
    signedInAtEbay(world, 'nord-shop');
    expect((await shown(app, EBAY_CONSENT, { label: 'Anna' }))?.progress).toMatchObject({
      user: 'nord-shop',
      label: 'Anna',
    });
    expect(JSON.stringify([...world.memory])).not.toContain('ssts/');
  });

  it('is nobody where the page names another one, and where the cookies cannot be read', async () => {
    const { world, app } = await consenting(EBAY);
    signedInAtEbay(world, 'nord-shop');
    expect((await shown(app, EBAY_SIGN_IN, { user: 'sued-shop' }))?.progress.user).toBeUndefined();
    expect((await shown(app, EBAY_SIGN_IN, { user: 'Nord-Shop' }))?.progress.user).toBe('Nord-Shop');
    world.cookies = [];
    expect((await shown(app, EBAY_SIGN_IN))?.progress.user).toBeUndefined();
  });
});

describe('the account switched in another tab', () => {
  const bound = async () => {
    const { world, app } = await consenting(AUTHORISE);
    const [connection] = [...world.connections.values()];
    if (connection) world.connections.set(connection.id, { ...connection, account: { label: 'Nord' } });
    return { world, app };
  };
  const hint = async (app: App, world: World) => {
    const run = (await app.runs.all())[0];
    return run && accountHint(run, [...world.connections.values()][0]);
  };

  it('takes the tick back, until the page is loaded anew', async () => {
    const { world, app } = await bound();
    await shown(app, AUTHORISE, { label: 'Nord .' });
    expect(await hint(app, world)).toBe('match');
    await app.pages.switched('amazon', JAR);
    expect(await hint(app, world)).toBe('unknown');
    // What the page still shows says nothing any more.
    await app.pages.seen(TAB, AUTHORISE, { label: 'Nord', boxTicked: true });
    expect(await hint(app, world)).toBe('unknown');
    await shown(app, AUTHORISE, { label: 'Nord' });
    expect(await hint(app, world)).toBe('match');
  });

  it.each([
    ['in another session', 'amazon', 'other'],
    ['at another marketplace', 'ebay', JAR],
  ] as const)('%s changes nothing', async (_, marketplace, jar) => {
    const { world, app } = await bound();
    await shown(app, AUTHORISE, { label: 'Nord' });
    await app.pages.switched(marketplace, jar);
    expect(await hint(app, world)).toBe('match');
  });

  it('by the picker of the run’s own tab is what the picker is for', async () => {
    const { app } = await bound();
    await shown(
      app,
      'https://sellercentral.amazon.de/account-switcher/default/merchantMarketplace?returnTo=x',
    );
    await app.pages.switched('amazon', JAR);
    expect((await app.runs.all())[0]?.progress.switched).toBeUndefined();
  });
});

describe('an account’s number in the address', () => {
  it.each([
    ['mons_sel_mcid=amzn1.merchant.o.A3TH9S8BH6GOGM', 'A3TH9S8BH6GOGM'],
    ['mons_sel_mcid=amzn1.merchant.d.ABCDEFGH12345678', undefined],
    ['mons_sel_mcid=A3TH9S8BH6GOGM', undefined],
    ['x=amzn1.merchant.o.A3TH9S8BH6GOGM', undefined],
  ])('%s: %s', async (query, user) => {
    const { app } = await consenting(AUTHORISE);
    const run = await shown(app, `${AUTHORISE}&${query}`);
    expect(run?.progress.user).toBe(user);
  });
});
