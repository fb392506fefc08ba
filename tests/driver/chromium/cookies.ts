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
      : {
          partitionKey: {
            topLevelSite: cookie.partition,
            // A site under another one has a cross-site ancestor; Chromium sets no cookie that claims otherwise.
            hasCrossSiteAncestor: !`.${cookie.domain}`.endsWith(`.${new URL(cookie.partition).hostname}`),
          },
        }),
  };
}

/**
 * Where each jar is reached: the default one at the browser's own session; the private one, which that does not
 * know, at a page's.
 */
export type JarSessions = Map<Jar, CDPSession>;

export async function readJars(sessions: JarSessions): Promise<JarCookie[]> {
  const jars = [...sessions].map(async ([jar, session]) => {
    const command = jar === 'default' ? 'Storage.getCookies' : 'Network.getAllCookies';
    const { cookies } = await session.send(command);
    return cookies.map((cookie) => fromProtocol(cookie, jar));
  });
  return (await Promise.all(jars)).flat();
}

/** @throws Error when a cookie's jar is not open */
export async function writeCookies(sessions: JarSessions, cookies: readonly NewCookie[]): Promise<void> {
  for (const [jar, ofJar] of Map.groupBy(cookies, (cookie) => cookie.jar ?? 'default')) {
    const session = sessions.get(jar);
    if (session === undefined) throw new Error(`There is no page of the jar ${jar}.`);
    const command = jar === 'default' ? 'Storage.setCookies' : 'Network.setCookies';
    await session.send(command, { cookies: ofJar.map(toProtocol) });
  }
}

export async function clearJars(sessions: JarSessions): Promise<void> {
  for (const [jar, session] of sessions) {
    await session.send(jar === 'default' ? 'Storage.clearCookies' : 'Network.clearBrowserCookies');
  }
}
