import { type UrlParts, urlParts } from './url-parts.ts';

/** Schemes that lead back to no software: the browser's own, those that carry their content, those that call somebody. */
const NO_SOFTWARE = /^(?:about|blob|chrome|data|file|javascript|mailto|resource|sms|tel|view-source):/i;

/** The parameters in an address's fragment; a route within a page's own script may stand before them. */
function inFragment(hash: string): URLSearchParams {
  const text = hash.slice(1);
  return new URLSearchParams(text.slice(text.indexOf('?') + 1));
}

/**
 * Takes an address apart that may be a callback: at whatever scheme the software listens to, its parameters in the
 * query, in a form's body or in the fragment.
 *
 * @returns what to read, in this order: first without the fragment, then with it. Over a redirect without a fragment of
 *   its own browsers keep that of the address before, which anyone may have written: it must not outweigh the query.
 *   Empty where no software can be meant.
 */
export function callbackParts(raw: string, form: Iterable<[string, string]> = []): UrlParts[] {
  const url = URL.parse(raw);
  if (!url || NO_SOFTWARE.test(url.protocol)) return [];
  const web = url.protocol === 'https:' || url.protocol === 'http:';
  // The host of another scheme is a name within the software, whatever it looks like.
  const address = web ? url.href : `https://software.invalid/${url.search}`;
  const sent = [...form];
  const names = new Set([...url.searchParams, ...sent].map(([name]) => name.toLowerCase()));
  const further = [...inFragment(url.hash)].filter(([name]) => !names.has(name.toLowerCase()));
  return [sent, ...(further.length > 0 ? [[...sent, ...further]] : [])].flatMap((given) => {
    const parts = urlParts(address, given);
    return parts ? [{ ...parts, href: url.href }] : [];
  });
}

/** The first reading of an address that makes sense. */
export function firstOf<T>(
  parts: readonly UrlParts[],
  read: (parts: UrlParts) => T | undefined,
): T | undefined {
  for (const each of parts) {
    const found = read(each);
    if (found) return found;
  }
  return undefined;
}
