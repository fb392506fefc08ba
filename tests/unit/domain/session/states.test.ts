import { describe, expect, it } from 'vitest';
import { marketplaceById, siteById } from '@/utils/domain/marketplaces/index.ts';
import {
  type Cookie,
  cleaningPlan,
  receiptOf,
  sessionState,
  sessionsIn,
} from '@/utils/domain/session/cleaning.ts';

const ANONYMOUS = 'bu1p/QEBfX0BAX19AQA**6b3a7f12^pbf/x^';
const NAMED = 'bu1p/bm9ydGg*6b3a7f12^';

const cookie = (name: string, value = 'v', domain = 'ebay.com'): Cookie => ({
  name,
  value,
  domain,
  hostOnly: false,
  path: '/',
  secure: true,
  httpOnly: false,
  sameSite: 'lax',
  storeId: '0',
});

function planOf(marketplace: 'amazon' | 'ebay', site: string) {
  const definition = marketplaceById(marketplace);
  const found = siteById(definition, site);
  if (!found) throw new Error('no site');
  return cleaningPlan(definition, found);
}

const stateOf = (marketplace: 'amazon' | 'ebay', site: string, cookies: Cookie[]) => {
  const [first] = sessionsIn(planOf(marketplace, site), cookies);
  return first && sessionState(first);
};

describe('what a jar says of a sign-in', () => {
  it.each([
    ['ebay', []],
    ['amazon', []],
  ] as const)('at %s without a cookie: nothing is there', (marketplace, cookies) => {
    expect(stateOf(marketplace, 'us', [...cookies])).toBe('empty');
  });

  it.each([
    ['an unknown name', [cookie('a-new-name')]],
    ['an anonymous visitor', [cookie('dp1', ANONYMOUS), cookie('ebay', 'js=1'), cookie('s')]],
    ['ds2 beside an anonymous visitor', [cookie('dp1', ANONYMOUS), cookie('ds2', 'ssts/1420617932257^')]],
    ['a user who is remembered and has signed out', [cookie('dp1', NAMED), cookie('ds2', 'asotr/b7oSJz^')]],
    ['empty markers', [cookie('shs', ''), cookie('ds2', ''), cookie('ebay', 'sbf=1^')]],
  ])('at eBay with %s: nobody knows', (_, cookies) => {
    expect(stateOf('ebay', 'us', cookies)).toBe('unknown');
  });

  it.each([
    ['sin in ebay', [cookie('dp1', NAMED), cookie('ds2', ''), cookie('ebay', 'js%3D1%5Esin%3Din%5E')]],
    ['a filled shs', [cookie('shs', 'BAQAAAX')]],
    ['ds2 with a stamp', [cookie('dp1', NAMED), cookie('ds2', 'ssts/1733000000000^')]],
    ['ds2 with a stamp and no dp1', [cookie('ds2', 'ssts/1733000000000^')]],
  ])('at eBay with %s: somebody is signed in', (_, cookies) => {
    expect(stateOf('ebay', 'us', cookies)).toBe('signed-in');
  });

  it.each(['x-main', 'at-main', 'sess-at-main', 'sid'])(
    'at Amazon with %s: somebody is signed in',
    (name) => {
      expect(stateOf('amazon', 'us', [cookie(name, 'v', 'amazon.com')])).toBe('signed-in');
    },
  );

  it.each(['ubid-main', 'session-id', 'anything'])('at Amazon with %s alone: nobody knows', (name) => {
    expect(stateOf('amazon', 'us', [cookie(name, 'v', 'amazon.com')])).toBe('unknown');
  });
});

describe('a receipt', () => {
  it('says that a login is left where one is, and not of an anonymous visitor’s', () => {
    const plan = planOf('ebay', 'us');
    const anonymous = [cookie('dp1', ANONYMOUS), cookie('ds2', 'ssts/1420617932257^')];
    expect(receiptOf(plan, [], anonymous, {}, 0).clean).toBe(true);
    expect(receiptOf(plan, [], [cookie('ebay', 'sin%3Din')], {}, 0)).toMatchObject({ clean: false });
    // The name of the last user would be in the sign-in form again.
    expect(receiptOf(plan, [], [cookie('dp1', NAMED)], {}, 0)).toMatchObject({ clean: false });
  });
});

describe('Amazon’s single sign-on', () => {
  it.each(marketplaceById('amazon').sites.map(({ id }) => id))(
    'is cleared with %s, and it is said',
    (site) => {
      const { domains, origins } = planOf('amazon', site);
      expect(domains.find(({ domain }) => domain === 'amazon.com')).toMatchObject({ sharesSignOn: true });
      for (const label of ['na', 'eu', 'apac'])
        expect(origins).toContain(`https://${label}.account.amazon.com`);
    },
  );
});
