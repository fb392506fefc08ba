import type { CookieDefinition } from '../core/cookie.ts';
import type { AmazonSite } from './sites.ts';

/** A year, in seconds. */
const year = 31_536_000;

/** The cookies of one session domain, under the names seen in public code. */
interface CookieFamily {
  /** Names of the three cookies that mark a sign-in: `at-…`, `x-…`, `sess-at-…`. */
  readonly markers: readonly [at: string, x: string, sessAt: string];
  readonly sessionId: string;
  /** Set for anybody who comes without a session. */
  readonly anonymous: readonly CookieDefinition[];
  /** Set by a sign-in, besides a new set of the anonymous ones. */
  readonly signIn: readonly CookieDefinition[];
}

function retailFamily(domain: string, suffix: string): CookieFamily {
  const site = { domain: `.${domain}`, maxAge: year } as const;
  const at = `at-${suffix}`;
  const x = `x-${suffix}`;
  const sessAt = `sess-at-${suffix}`;
  return {
    markers: [at, x, sessAt],
    sessionId: 'session-id',
    anonymous: [
      { ...site, name: 'session-id' },
      { ...site, name: 'session-id-time' },
      { ...site, name: 'session-token' },
      // The same name on a second path: removing cookies by name alone leaves one of the two behind.
      { ...site, name: 'session-token', path: '/apps' },
      { ...site, name: `ubid-${suffix}` },
      { ...site, name: `sst-${suffix}`, httpOnly: true, sameSite: 'Lax' },
    ],
    signIn: [
      { ...site, name: x },
      { ...site, name: at, httpOnly: true },
      { ...site, name: sessAt, httpOnly: true, sameSite: 'None' },
      { ...site, name: `lc-${suffix}`, sameSite: 'Lax' },
    ],
  };
}

/** Vendor Central in Europe keeps a set of its own on the same domain. */
function vendorFamily(domain: string): CookieFamily {
  const site = { domain: `.${domain}`, maxAge: year } as const;
  return {
    markers: ['at-acbeu', 'x-vceu', 'sess-at-acbeu'],
    sessionId: 'session-id-vceu',
    anonymous: [
      { ...site, name: 'session-id-vceu' },
      { ...site, name: 'ubid-vceu' },
    ],
    signIn: [
      { ...site, name: 'x-vceu' },
      { ...site, name: 'at-acbeu', httpOnly: true },
      { ...site, name: 'sess-at-acbeu', httpOnly: true, sameSite: 'None' },
    ],
  };
}

/** The cookies that are the login on a site; shop and Seller Central of one domain share them. */
export function cookieFamily(site: AmazonSite): CookieFamily {
  return site.kind === 'vendor' && site.region === 'EU'
    ? vendorFamily(site.domain)
    : retailFamily(site.domain, site.suffix);
}

/** Host-only cookies that Seller Central and Vendor Central set beside the session. */
export const hostOnlyCookies: readonly CookieDefinition[] = [
  { name: '__Host-mselc', maxAge: year, sameSite: 'Strict' },
  { name: '__Host_mlang', maxAge: year, path: '/apps' },
  { name: '__Host-mons-selections', httpOnly: true, sameSite: 'None', partitioned: true, maxAge: year },
  { name: 'csm-hit', secure: false, maxAge: year },
];
