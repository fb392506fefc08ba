/** One cookie as a site sets it. Without `domain` it is host-only. */
export interface CookieDefinition {
  readonly name: string;
  readonly domain?: string;
  readonly path?: string;
  readonly secure?: boolean;
  readonly httpOnly?: boolean;
  readonly sameSite?: 'None' | 'Lax' | 'Strict';
  readonly partitioned?: boolean;
  /** Seconds; without it the cookie ends with the browser's session. */
  readonly maxAge?: number;
}

/** The `Set-Cookie` line that sets `definition` to `value`. */
export function setCookie(definition: CookieDefinition, value: string): string {
  const parts = [`${definition.name}=${value}`, `Path=${definition.path ?? '/'}`];
  if (definition.domain) parts.push(`Domain=${definition.domain}`);
  if (definition.maxAge !== undefined) parts.push(`Max-Age=${definition.maxAge}`);
  if (definition.secure !== false) parts.push('Secure');
  if (definition.httpOnly) parts.push('HttpOnly');
  if (definition.sameSite) parts.push(`SameSite=${definition.sameSite}`);
  if (definition.partitioned) parts.push('Partitioned');
  return parts.join('; ');
}

/** The `Set-Cookie` line that removes `definition`. */
export function dropCookie(definition: CookieDefinition): string {
  return setCookie({ ...definition, maxAge: 0 }, '');
}

/** The `Cookie` header as a map; of two cookies with one name the first counts, as with most servers. */
export function parseCookies(header: string | undefined): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (header ?? '').split(/;\s*/)) {
    const at = pair.indexOf('=');
    if (at > 0 && !cookies.has(pair.slice(0, at))) cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
  return cookies;
}

/** Every value under one name: a cookie of a domain and one of its parent domain come together. */
export function cookieValues(header: string | undefined, name: string): string[] {
  return (header ?? '')
    .split(/;\s*/)
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}
