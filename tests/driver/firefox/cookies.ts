import type { Jar, JarCookie, NewCookie } from '../types.ts';
import type { GeckoCookie } from './gecko.ts';

/** Values of nsICookie's `sameSite`. */
const sameSiteValues = { none: 0, lax: 1, strict: 2, unspecified: 256 };

const fourHundredDays = 400 * 24 * 60 * 60 * 1_000;

function sameSiteOf(value: number): JarCookie['sameSite'] {
  if (value === sameSiteValues.none) return 'none';
  if (value === sameSiteValues.lax) return 'lax';
  return value === sameSiteValues.strict ? 'strict' : 'unspecified';
}

function jarOf({ privateBrowsingId, userContextId }: GeckoCookie['originAttributes']): Jar {
  if (privateBrowsingId !== 0) return 'private';
  return userContextId === 0 ? 'default' : `container-${userContextId}`;
}

/** Firefox writes a partition as `(https,shop.test)`. */
const partitionForm = /^\((\w+),([^,)]+)/u;

export function fromGecko(cookie: GeckoCookie): JarCookie {
  const hostOnly = !cookie.host.startsWith('.');
  const [, scheme, site] = partitionForm.exec(cookie.originAttributes.partitionKey) ?? [];
  return {
    name: cookie.name,
    value: cookie.value,
    domain: hostOnly ? cookie.host : cookie.host.slice(1),
    hostOnly,
    path: cookie.path,
    secure: cookie.isSecure,
    httpOnly: cookie.isHttpOnly,
    sameSite: sameSiteOf(cookie.sameSite),
    ...(cookie.isSession ? {} : { expires: cookie.expiry }),
    ...(site === undefined ? {} : { partition: `${scheme}://${site}` }),
    ...(cookie.originAttributes.firstPartyDomain && {
      firstParty: cookie.originAttributes.firstPartyDomain,
    }),
    jar: jarOf(cookie.originAttributes),
  };
}

/** @param now UTC milliseconds, which a session cookie's unused expiry is counted from */
export function toGecko(cookie: NewCookie, now: number): GeckoCookie {
  const { jar = 'default', hostOnly = true, domain, partition, firstParty = '' } = cookie;
  const container = /^container-(\d+)$/u.exec(jar)?.[1];
  const site = partition === undefined ? undefined : new URL(partition);
  return {
    name: cookie.name,
    value: cookie.value,
    host: hostOnly ? domain : `.${domain}`,
    path: cookie.path ?? '/',
    isSecure: cookie.secure ?? true,
    isHttpOnly: cookie.httpOnly ?? false,
    isSession: cookie.expires === undefined,
    expiry: cookie.expires ?? now + fourHundredDays,
    sameSite: sameSiteValues[cookie.sameSite ?? 'unspecified'],
    originAttributes: {
      userContextId: Number(container ?? 0),
      privateBrowsingId: jar === 'private' ? 1 : 0,
      partitionKey: site === undefined ? '' : `(${site.protocol.slice(0, -1)},${site.host})`,
      firstPartyDomain: firstParty,
    },
  };
}
