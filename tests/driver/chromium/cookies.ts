import type { CDPSession, Protocol } from 'puppeteer-core';
import type { Jar, JarCookie, NewCookie } from '../types.ts';

const sameSite = { Strict: 'strict', Lax: 'lax', None: 'none' } as const;
const sameSiteNames = { strict: 'Strict', lax: 'Lax', none: 'None', unspecified: undefined } as const;

function fromProtocol(cookie: Protocol.Network.Cookie, jar: Jar): JarCookie {
  const hostOnly = !cookie.domain.startsWith('.');
  return {
    name: cookie.name,
    value: cookie.value,
    domain: hostOnly ? cookie.domain : cookie.domain.slice(1),
    hostOnly,
    path: cookie.path,
    secure: cookie.secure,
    httpOnly: cookie.httpOnly,
    sameSite: cookie.sameSite === undefined ? 'unspecified' : sameSite[cookie.sameSite],
    ...(cookie.session ? {} : { expires: cookie.expires * 1_000 }),
    ...(cookie.partitionKey === undefined ? {} : { partition: cookie.partitionKey.topLevelSite }),
    jar,
  };
}

function toProtocol(cookie: NewCookie): Protocol.Network.CookieParam {
  const { name, value, domain, hostOnly = true, path = '/', secure = true, httpOnly = false } = cookie;
  const sameSiteName = sameSiteNames[cookie.sameSite ?? 'unspecified'];
  return {
    name,
    value,
    url: `https://${domain}${path}`,
    ...(hostOnly ? {} : { domain: `.${domain}` }),
    path,
    secure,
    httpOnly,
    ...(sameSiteName === undefined ? {} : { sameSite: sameSiteName }),
    ...(cookie.expires === undefined ? {} : { expires: cookie.expires / 1_000 }),
    ...(cookie.partition === undefined
      ? {}
      : { partitionKey: { topLevelSite: cookie.partition, hasCrossSiteAncestor: false } }),
  };
}

/** @param sessions one of a page in each jar */
export async function readJars(sessions: Map<Jar, CDPSession>): Promise<JarCookie[]> {
  const jars = [...sessions].map(async ([jar, session]) => {
    const { cookies } = await session.send('Storage.getCookies');
    return cookies.map((cookie) => fromProtocol(cookie, jar));
  });
  return (await Promise.all(jars)).flat();
}

/** @throws Error when a cookie's jar is not open */
export async function writeCookies(
  sessions: Map<Jar, CDPSession>,
  cookies: readonly NewCookie[],
): Promise<void> {
  for (const [jar, ofJar] of Map.groupBy(cookies, (cookie) => cookie.jar ?? 'default')) {
    const session = sessions.get(jar);
    if (session === undefined) throw new Error(`There is no page of the jar ${jar}.`);
    await session.send('Storage.setCookies', { cookies: ofJar.map(toProtocol) });
  }
}
