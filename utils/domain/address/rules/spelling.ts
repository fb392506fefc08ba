/**
 * Regular expressions for addresses as they are sent, for RE2 (Chromium) and JavaScript (Firefox) alike: no
 * look-around, and small. Chromium refuses a rule whose compiled expression takes more than 2 KB, which is about 110
 * steps (Chromium 156). Compared without case.
 */

/** Up to the first slash of the path. */
export const HOST = '^https?://[^/?#]+/+';

/** Up to the name of a parameter. */
export const QUERY = '^[^?#]*\\?([^#]*&)?';

/** The name of a parameter in which a letter or digit is encoded, which nobody has to do. */
export const ODD_NAME = '[^=&#]*%(4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9a])[^=&#]*';

/** Takes a text literally. */
export const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** A letter, plain or encoded; of an encoded one either case, and as room is short the two that lie between as well. */
function spelledLetter(letter: string): string {
  if (!/\w/.test(letter)) return literal(letter);
  const code = letter.charCodeAt(0).toString(16);
  return `(${letter}|%${/[a-z]/i.test(letter) ? `[4-7]${code[1]}` : code})`;
}

/** A text each of whose letters may be encoded: `%61` is `a` for every server (RFC 3986, 6.2.2.2). */
export const spelled = (text: string): string => [...text].map(spelledLetter).join('');

/** How many letters of a path fit into a rule in all their spellings, by the number of its segments. */
const room = (segments: number): number => 14 - segments;

/** The sign between two segments; many servers take the encoded one for it. */
const SLASH = '(/|%2f)';

/**
 * A path with encoded letters. Of a long one the last segment is compared whole, and of those before it as many letters
 * from their beginning as a rule has room for. Loose, so it also fits a path that goes on behind; to be asked of paths
 * that have an encoded sign.
 */
export function spelledPath(path: string): string {
  const segments = path.split('/').filter(Boolean);
  const last = segments.pop() ?? '';
  let left = room(segments.length + 1) - last.length - segments.length;
  const before = segments.map((segment) => {
    const taken = Math.min(segment.length, left + 1);
    left -= taken - 1;
    return `${spelled(segment.slice(0, taken))}[^?#]*${SLASH}`;
  });
  return `${HOST}${before.join('')}${spelled(last)}([;/%][^?#]*)?([?#]|$)`;
}

/** An address without an encoded letter in its path. */
export const PLAIN_PATH = '^[^?#%]*([?#]|$)';

/** Slashes, and parameters of the segment before them. */
const SLASHES = '(/|;[^/?#]*)';

/** A path as it is usually spelled, up to its end. */
export function plainPath(path: string): string {
  return `${HOST}${path.split('/').filter(Boolean).map(literal).join(`${SLASHES}+`)}${SLASHES}*`;
}

/**
 * Any of several names with an encoded letter or digit, by the first letter that they share: a rule that has another
 * name in it has no room for all of theirs. Without one it fits no name, so that no page with usual names is stopped.
 */
export function oddlySpelled([name = '']: readonly string[]): string {
  const first = name.slice(0, 1);
  const code = first.charCodeAt(0).toString(16).slice(1);
  return `(%[4-7]${code}|${literal(first)}[^=&#]*%([467]|5[0-9af]))[^=&#]*`;
}
