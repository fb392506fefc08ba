import { describe, expect, it } from 'vitest';
import {
  allSessionDomains,
  contentMatches,
  handoffMatches,
  hostPermissions,
  optionalHosts,
  watchedHosts,
} from '@/utils/domain/address/host-patterns.ts';
import { marketplaces } from '@/utils/domain/marketplaces/index.ts';

/** A match pattern as a regular expression over a whole address. */
function toRegex(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace('*://*\\.', '^https?://(?:[^/]+\\.)?')
    .replace('*://', '^https?://')
    .replaceAll('*', '.*');
  return new RegExp(`${source}$`);
}

const covered = (url: string, patterns: string[]): boolean =>
  patterns.some((pattern) => toRegex(pattern).test(url));

const pages = marketplaces.flatMap((each) =>
  each.pages.flatMap(({ samples }) => samples.yes.map(({ url }) => url)),
);

describe('match patterns', () => {
  it('give a host permission for every session domain and nothing else, built in or optional', () => {
    expect(watchedHosts()).toEqual(allSessionDomains().map((domain) => `*://*.${domain}/*`));
    expect([...hostPermissions(), ...optionalHosts()].toSorted()).toEqual(watchedHosts().toSorted());
    expect(covered('https://vendor.example/', watchedHosts())).toBe(false);
    expect(covered('https://login.bol.com/authorize', hostPermissions())).toBe(false);
  });

  it.each(pages)('have our script and the host’s permission on %s', (url) => {
    expect(covered(url, contentMatches())).toBe(true);
    expect(covered(url, watchedHosts())).toBe(true);
  });

  it('leave the shops alone but for the sign-in and the confirmation', () => {
    expect(covered('https://www.amazon.de/dp/B000', contentMatches())).toBe(false);
    expect(covered('https://www.ebay.de/itm/1', contentMatches())).toBe(false);
    expect(covered('https://www.amazon.de/ap/signin', contentMatches())).toBe(true);
  });

  it('watch redirects on the consents’ hosts alone', () => {
    expect(covered('https://sellercentral.amazon.de/anything', handoffMatches())).toBe(true);
    expect(covered('https://www.amazon.de/gp/redirect', handoffMatches())).toBe(false);
  });
});
