import type { JarCookie, NewCookie } from '../../driver/index.ts';

/**
 * Cookies of one site in every combination of attributes that a browser takes: host-only or for the domain, on several
 * paths, Secure or not, HttpOnly or not, each SameSite, for the session or for long, prefixed, and of the same name
 * in several places.
 */
export function corpus(domain: string): NewCookie[] {
  const cookies: NewCookie[] = [];
  const year = Math.round(Date.now() / 1000 + 300 * 86_400) * 1000;
  for (const hostOnly of [true, false])
    for (const path of ['/', '/deep/er'])
      for (const secure of [true, false])
        for (const httpOnly of [true, false])
          for (const sameSite of ['strict', 'lax', 'none'] as const)
            for (const expires of [undefined, year]) {
              if (sameSite === 'none' && !secure) continue;
              const place = { domain, hostOnly, path, secure, httpOnly, sameSite };
              const lasting = expires === undefined ? {} : { expires };
              cookies.push({
                ...place,
                ...lasting,
                name: `c${cookies.length}`,
                value: `dirt-${cookies.length}`,
              });
            }
  const plain = { domain, secure: true, httpOnly: true, sameSite: 'lax', path: '/' } as const;
  return [
    ...cookies,
    { ...plain, name: '__Host-first', value: 'dirt-host', hostOnly: true },
    { ...plain, name: '__Secure-first', value: 'dirt-secure', hostOnly: false },
    { ...plain, name: 'same', value: 'dirt-same-1', hostOnly: true },
    { ...plain, name: 'same', value: 'dirt-same-2', hostOnly: false },
    { ...plain, name: 'same', value: 'dirt-same-3', hostOnly: false, path: '/deep' },
    ...[`https://${domain.split('.').slice(-2).join('.')}`, 'https://vendor.example'].map(
      (partition, index): NewCookie => ({
        ...plain,
        name: 'parted',
        value: `dirt-parted-${index}`,
        hostOnly: true,
        sameSite: 'none',
        partition,
      }),
    ),
  ];
}

/**
 * As what a cookie comes back: Firefox sets none under both a partition and a first party again; the latter alone tells
 * the same pages apart.
 */
export function comingBack({ partition, ...cookie }: JarCookie): JarCookie {
  return partition && !cookie.firstParty ? { ...cookie, partition } : cookie;
}

/** Cookies in an order of their own, to compare two jars by. */
export function sorted(cookies: readonly JarCookie[]): JarCookie[] {
  const key = ({ jar, domain, hostOnly, path, name, partition }: JarCookie): string =>
    [jar, domain, hostOnly, path, name, partition].join(' ');
  return cookies.toSorted((a, b) => key(a).localeCompare(key(b)));
}
