import { describe, expect, it } from 'vitest';
import { reaches } from '@/utils/domain/account/connection.ts';
import { marketplaces } from '@/utils/domain/marketplaces/index.ts';

const sites = marketplaces.flatMap(({ id: marketplace, sites, grantsBySite = [] }) =>
  sites.map(({ id: site, region, countries }) => ({
    marketplace,
    site,
    region,
    bySite: grantsBySite.includes(region),
    countries: countries.map(({ code }) => code),
  })),
);

describe('what a grant reaches', () => {
  it.each(sites)(
    'is the region of $marketplace $site, or its country where each is authorised by itself',
    (one) => {
      for (const other of sites) {
        const shared = one.countries.some((code) => other.countries.includes(code));
        const expected =
          one.marketplace === other.marketplace && one.region === other.region && (!one.bySite || shared);
        expect(reaches(one, other), `${one.site} and ${other.site}`).toBe(expected);
      }
    },
  );

  it.each([
    ['jp', 'au', false],
    ['jp', 'sg', false],
    ['jp', 'jp-global', true],
    ['au', 'au', true],
  ])('in the Far East from %s to %s: %s', (site, asked, reached) => {
    const at = { marketplace: 'amazon', region: 'FE' } as const;
    expect(reaches({ ...at, site }, { ...at, site: asked })).toBe(reached);
  });

  it('is not narrowed where nobody says which site it was', () => {
    const at = { marketplace: 'amazon', region: 'FE' } as const;
    expect(reaches({ ...at, site: 'jp' }, at)).toBe(true);
    // Amazon confirms from amazon.com for every region.
    expect(reaches({ ...at, site: 'jp' }, { ...at, site: 'us' })).toBe(true);
  });
});
