import type { IncomingHttpHeaders } from 'node:http';

/** A request as the sites see it. `HEAD` arrives as `GET`. */
export interface SimRequest {
  readonly method: string;
  /** Lower case, without a port. */
  readonly host: string;
  /** Whole, with `https:` and no port. */
  readonly url: URL;
  readonly path: string;
  readonly query: URLSearchParams;
  /** The body where it is `application/x-www-form-urlencoded`, else empty. */
  readonly form: URLSearchParams;
  readonly cookies: ReadonlyMap<string, string>;
  readonly headers: IncomingHttpHeaders;
}

export interface Reply {
  status: number;
  headers: Record<string, string>;
  /** `Set-Cookie` lines. */
  cookies: string[];
  body: string;
}

export function redirect(to: string | URL, status: 301 | 302 | 303 | 307 = 302): Reply {
  return { status, headers: { location: String(to) }, cookies: [], body: '' };
}

export function json(value: unknown, status = 200): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    cookies: [],
    body: JSON.stringify(value),
  };
}

export function script(source: string, headers: Record<string, string> = {}): Reply {
  return {
    status: 200,
    headers: { 'content-type': 'text/javascript; charset=utf-8', ...headers },
    cookies: [],
    body: source,
  };
}

export function withCookies(reply: Reply, lines: readonly string[]): Reply {
  return { ...reply, cookies: [...reply.cookies, ...lines] };
}

/** `base` with the parameters that have a value. */
export function withQuery(base: string, parameters: Record<string, string | null | undefined>): string {
  const url = new URL(base);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined) url.searchParams.set(name, value);
  }
  return url.href;
}

/** An `https:` address out of a parameter, or undefined where it is none. */
export function httpsUrl(text: string | null | undefined): URL | undefined {
  const url = text ? URL.parse(text) : null;
  return url?.protocol === 'https:' ? url : undefined;
}
