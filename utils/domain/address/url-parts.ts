/** What the rules compare of a web address; built once per address. */
export interface UrlParts {
  /** Lower case, punycode, without a port or the root's dot. */
  host: string;
  /**
   * Decoded until nothing changes, without empty segments, dots and parameters: what a server, or one behind it, is
   * asked for, however it was spelled.
   */
  path: string[];
  /** Every value of a parameter, by its name in lower case. */
  query: ReadonlyMap<string, readonly string[]>;
  /** The address as it came, for those who need to open it again. */
  href: string;
  /** False where the address names a port of its own: no marketplace listens there. */
  usualPort: boolean;
}

/** A text without its percent-encoding; as it is where that is none. */
export function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Encoded more often than that is no spelling any more. */
const MOST_LAYERS = 5;

/** A text decoded until nothing changes. */
function plainText(text: string): string {
  let now = text;
  for (let layer = 0; layer < MOST_LAYERS && now.includes('%'); layer += 1) now = decoded(now);
  return now;
}

/** The segments of a path: encoded slashes part them too, and dots lead where a server follows them. */
function segmentsOf(pathname: string): string[] {
  const path: string[] = [];
  const all = pathname.split('/').flatMap((segment) => plainText(segment.replace(/;.*/, '')).split('/'));
  for (const segment of all) {
    const name = segment.replace(/[\s\0]+$/, '');
    if (name === '..') path.pop();
    else if (name !== '' && name !== '.') path.push(name);
  }
  return path;
}

/**
 * Takes a web address apart for comparing.
 *
 * @param form Further parameters that were sent in a form's body.
 * @returns undefined for whatever is not an http or https address. Never throws.
 */
export function urlParts(raw: string, form: Iterable<[string, string]> = []): UrlParts | undefined {
  const url = URL.parse(raw);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined;
  const query = new Map<string, string[]>();
  for (const [name, value] of [...url.searchParams, ...form]) {
    const key = plainText(name).toLowerCase();
    const values = query.get(key);
    if (values) values.push(value);
    else query.set(key, [value]);
  }
  return {
    host: url.hostname.replace(/\.+$/, ''),
    path: segmentsOf(url.pathname),
    query,
    href: url.href,
    usualPort: url.port === '',
  };
}

/**
 * The value of a parameter, or undefined where it is missing, empty, longer than `limit` characters, or given more
 * than once with different values: what is ambiguous proves nothing.
 */
export function single(parts: UrlParts, name: string, limit: number): string | undefined {
  const values = parts.query.get(name.toLowerCase()) ?? [];
  const [first] = values;
  if (!first || first.length > limit || values.some((value) => value !== first)) return undefined;
  return first;
}

/** An address as it was before a mail or a terminal broke it into lines, or put it in brackets or quotes. */
export const unbroken = (text: string): string =>
  text.replace(/\s*[\r\n]+\s*/g, '').replace(/^[\s<"']+|[\s>"']+$/g, '');
