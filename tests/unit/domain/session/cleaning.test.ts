import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MarketplaceId } from '@/utils/domain/marketplaces/definition/schema.ts';
import { marketplaceById, siteById } from '@/utils/domain/marketplaces/index.ts';
import {
  type Cookie,
  cleaningPlan,
  isLoginCookie,
  leftovers,
  receiptOf,
  restorable,
  sessionsIn,
} from '@/utils/domain/session/cleaning.ts';

function planOf(id: MarketplaceId, siteId: string) {
  const marketplace = marketplaceById(id);
  const site = siteById(marketplace, siteId);
  if (!site) throw new Error(`no site ${siteId}`);
  return cleaningPlan(marketplace, site);
}

const cookie = (change: Partial<Cookie> = {}): Cookie => ({
  name: 'session-id',
  value: '1',
  domain: 'amazon.de',
  hostOnly: false,
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'lax' as const,
  storeId: '0',
  ...change,
});

const domainsOf = (id: MarketplaceId, site: string): string[] =>
  planOf(id, site).domains.map(({ domain }) => domain);

describe('the plan', () => {
  it('takes the site’s domain and those that its sign-in uses, not every country', () => {
    expect(domainsOf('amazon', 'de')).toEqual(['amazon.de', 'amazon.com']);
    expect(domainsOf('amazon', 'europe')).toEqual(['amazon.com']);
    expect(domainsOf('amazon', 'jp')).toEqual(['amazon.co.jp', 'amazon.com']);
    expect(domainsOf('amazon', 'nl')).toEqual(['amazon.nl', 'amazon.com']);
    expect(domainsOf('ebay', 'de')).toEqual(['ebay.de', 'ebay.com']);
  });

  it('names the hosts whose other data goes too', () => {
    expect(planOf('amazon', 'de').origins).toEqual(
      expect.arrayContaining([
        'https://sellercentral.amazon.de',
        'https://www.amazon.de',
        'https://amazon.com',
      ]),
    );
    expect(planOf('amazon', 'de').origins.filter((origin) => origin.includes('.fr'))).toEqual([]);
  });

  it('knows a domain that strangers lie beside', () => {
    expect(planOf('amazon', 'be').domains).toMatchObject([
      { domain: 'amazon.com.be', sharesRegistrableDomain: true },
      { domain: 'amazon.com', sharesRegistrableDomain: false, sharesSignOn: true },
    ]);
  });

  it('says what else a clean signs the person out of', () => {
    expect(planOf('amazon', 'us').domains[0]?.signsOutOf).toEqual(
      expect.arrayContaining(['aws', 'kdp', 'advertising']),
    );
    expect(planOf('amazon', 'nl').domains[0]?.signsOutOf).toEqual(['retail', 'sellerCentral']);
  });
});

describe('a login cookie', () => {
  it.each([
    ['amazon', 'x-acbde', 'v', true],
    ['amazon', 'at-main', 'v', true],
    ['amazon', 'sess-at-acbeu', 'v', true],
    ['amazon', 'x-vceu', 'v', true],
    ['amazon', 'sst-acbde', 'v', false],
    ['amazon', 'ubid-acbde', 'v', false],
    ['amazon', 'session-id', 'v', false],
    ['amazon', 'at-main', '', false],
    ['ebay', 'dp1', 'bu1p/YW5uYQ**', true],
    ['ebay', 'dp1', 'bu1p/QEBfX0BAX19AQA**', false],
    ['ebay', 'dp1', 'pbf/', false],
    ['ebay', 'ds2', 'ssts/1700000000000', true],
    ['ebay', 'ds2', '', false],
  ] as const)('%s %s=%s: %s', (marketplace, name, value, login) => {
    expect(isLoginCookie(marketplace, { name, value })).toBe(login);
  });
});

describe('the sessions in a jar', () => {
  it('are counted by domain, sub-hosts included and neighbours not', () => {
    const cookies = [
      cookie({ name: 'x-acbde' }),
      cookie({ domain: 'sellercentral.amazon.de', hostOnly: true }),
      cookie({ domain: 'notamazon.de' }),
      cookie({ domain: 'amazon.com' }),
    ];
    expect(sessionsIn(planOf('amazon', 'de'), cookies)).toEqual([
      { domain: 'amazon.de', cookies: 2, signedIn: true },
      { domain: 'amazon.com', cookies: 1, signedIn: false },
    ]);
  });
});

describe('the receipt', () => {
  const plan = planOf('amazon', 'de');
  const before = [cookie({ name: 'x-acbde', value: 'b' }), cookie(), cookie({ domain: 'amazon.com' })];

  it('is clean when a fresh read finds nothing', () => {
    expect(receiptOf(plan, before, [], { localStorage: 'requested' }, 7)).toEqual({
      at: 7,
      clean: true,
      siteData: { localStorage: 'requested' },
      domains: [
        { domain: 'amazon.de', found: 2, removed: 2, remaining: 0, logins: [] },
        { domain: 'amazon.com', found: 1, removed: 1, remaining: 0, logins: [] },
      ],
    });
  });

  it('does not count an anonymous cookie that an open tab set anew', () => {
    expect(receiptOf(plan, before, [cookie({ value: 'new' })], {}, 7).clean).toBe(true);
  });

  it('names a login that is there, old or new', () => {
    const receipt = receiptOf(plan, before, [cookie({ name: 'at-acbde', value: 'new' })], {}, 7);
    expect(receipt).toMatchObject({ clean: false, domains: [{ remaining: 1, logins: ['at-acbde'] }, {}] });
  });

  it('remembers what an interrupted attempt found', () => {
    const receipt = receiptOf(plan, [], [], {}, 7, { 'amazon.de': 12 });
    expect(receipt.domains[0]).toMatchObject({ found: 12, removed: 12, remaining: 0 });
  });

  it('holds no value of any cookie', () => {
    const secret = 'cookie-value-4711';
    const jar = [cookie({ name: 'x-acbde', value: secret })];
    expect(JSON.stringify(receiptOf(plan, jar, jar, {}, 7))).not.toContain(secret);
  });

  it('is clean exactly when nothing is left over', () => {
    const jar = fc.array(
      fc.record({
        name: fc.constantFrom('x-acbde', 'at-acbde', 'session-id', 'ubid-acbde'),
        value: fc.constantFrom('1', '2'),
        domain: fc.constantFrom('amazon.de', 'sellercentral.amazon.de', 'amazon.com'),
        hostOnly: fc.boolean(),
        path: fc.constantFrom('/', '/ap'),
        topLevelSite: fc.option(fc.constantFrom('https://amazon.de', 'https://shop.example'), {
          nil: undefined,
        }),
      }),
    );
    const cookies = jar.map((list) =>
      list.map(({ topLevelSite, ...each }) =>
        cookie({ ...each, ...(topLevelSite && { partitionKey: { topLevelSite } }) }),
      ),
    );
    fc.assert(
      fc.property(cookies, cookies, (first, second) => {
        const receipt = receiptOf(plan, first, second, {}, 7);
        expect(receipt.clean).toBe(leftovers(plan, first, second).length === 0);
        expect(receipt.clean).toBe(receipt.domains.every(({ remaining }) => remaining === 0));
      }),
    );
  });
});

describe('a cookie that comes back', () => {
  const partitionKey = { topLevelSite: 'https://amazon.com', hasCrossSiteAncestor: false };
  const cookie = {
    name: 'n',
    value: 'v',
    domain: 'amazon.com',
    hostOnly: true,
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'no_restriction',
    storeId: 'firefox-default',
    partitionKey,
  } as const;

  it('keeps its partition, unless first-party isolation has parted it already', () => {
    expect(restorable(cookie)).toEqual(cookie);
    expect(restorable({ ...cookie, firstPartyDomain: '' })).toHaveProperty('partitionKey', partitionKey);
    const { partitionKey: _, ...rest } = cookie;
    expect(restorable({ ...cookie, firstPartyDomain: 'amazon.com' })).toEqual({
      ...rest,
      firstPartyDomain: 'amazon.com',
    });
  });
});
