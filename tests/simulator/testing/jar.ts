/** A cookie as a browser would keep it. */
interface KeptCookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: string;
  readonly attributes: readonly string[];
}

function parse(line: string, host: string): KeptCookie & { dead: boolean } {
  const [pair = '', ...attributes] = line.split('; ');
  const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
  const read = (key: string): string | undefined =>
    attributes.find((attribute) => attribute.startsWith(`${key}=`))?.slice(key.length + 1);
  const domain = read('Domain')?.replace(/^\./, '');
  return {
    name,
    value,
    domain: domain ?? host,
    hostOnly: domain === undefined,
    path: read('Path') ?? '/',
    attributes,
    dead: read('Max-Age') === '0',
  };
}

/** The cookies of one browser, with the rules of RFC 6265 that matter here. */
export class Jar {
  cookies: KeptCookie[] = [];

  /** Takes `Set-Cookie` lines; a domain that is not the host's own is refused, as in a browser. */
  take(lines: readonly string[], host: string): void {
    for (const line of lines) {
      const { dead, ...cookie } = parse(line, host);
      if (host !== cookie.domain && !host.endsWith(`.${cookie.domain}`))
        throw new Error(`${host} may not set a cookie for ${cookie.domain}`);
      this.cookies = this.cookies.filter(
        (kept) => kept.name !== cookie.name || kept.domain !== cookie.domain || kept.path !== cookie.path,
      );
      if (!dead) this.cookies.push(cookie);
    }
  }

  /** The `Cookie` header for an address. */
  headerFor({ host, pathname }: URL): string {
    return this.cookies
      .filter(({ domain, hostOnly }) => host === domain || (!hostOnly && host.endsWith(`.${domain}`)))
      .filter(({ path }) => path === '/' || pathname === path || pathname.startsWith(`${path}/`))
      .sort((a, b) => b.path.length - a.path.length)
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  clear(): void {
    this.cookies = [];
  }
}
