/**
 * Regular expressions for addresses as they are sent, for RE2 (Chromium) and JavaScript (Firefox) alike: no
 * look-around, and small. Chromium refuses a rule whose compiled expression takes more than 2 KB, which is about 110
 * steps (Chromium 156): a letter is one, a class one for each of its ranges and one between two, a star one more.
 * Compared without case, and after the browser has taken `.` and `..` out of the path.
 */

/** Up to the first slash of the path. */
const HOST = '^[^/]+//[^/]+';

/** Up to the name of a parameter. */
export const QUERY = '^[^?#]*\\?([^#]*&)?';

/** The name of a parameter in which a letter or digit is encoded, once or more, which nobody has to do. */
export const ODD_NAME = '[^=&#]*%(25)*(4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9a])[^=&#]*';

/** Takes a text literally. */
export const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

const lastDigit = (letter: string): string => letter.charCodeAt(0).toString(16).slice(1);

/**
 * A letter, plain or encoded, however often (`%2561` is `%61` is `a`). As room is short, of an encoded one only the last
 * digit is compared: the same for both cases, and for the few signs that share it.
 */
const spelledLetter = (letter: string): string => `(${literal(letter)}|%\\d+${lastDigit(letter)})`;

/** A text each of whose letters may be encoded: `%61` is `a` for every server (RFC 3986, 6.2.2.2). */
export const spelled = (text: string): string => [...text].map(spelledLetter).join('');

const segmentsOf = (path: string): string[] => path.split('/').filter(Boolean);

/** Slashes, and parameters of the segment before them (RFC 3986, 3.3); a dot with parameters is a dot for a server. */
const SLASHES = '(/|\\.?;[^/?;]*)';

/** A path as it is usually spelled, up to its end. */
export function plainPath(path: string): string {
  return `${HOST}${segmentsOf(path)
    .map((segment) => `${SLASHES}*/${literal(segment)}`)
    .join('')}${SLASHES}*`;
}

/** The same behind two dots that the browser leaves and a server may follow: with parameters, or encoded twice. */
function behindDots(path: string): string {
  return `${HOST}[^?#]*/(\\.|%\\d+e){2}(;[^/?#]*)?/+${segmentsOf(path).map(literal).join('/+')}/*([?#;]|$)`;
}

/** An address without an encoded sign in its path. */
export const PLAIN_PATH = '^[^?#%]*([?#]|$)';

/** The end of an oddly spelled path: slashes, encoded blanks, parameters. */
const END = '/*(%\\d0)*(;[^/]*)?([?#]|$)';

/** The rest of a segment, of which there is no room to compare every letter: something in it is needlessly encoded. */
const ENCODED_REST = '[0-z]*%(25)*[4-7][%0-z]*';

/** Steps of a rule's expression, and of the parts that oddly spelled paths are made of. */
const ROOM = 108;
const STEPS = { ends: 13 + 17, letter: 6, rest: 12, loose: 10 };

/** How closely a segment is compared: its first letters in every spelling. None: its first one, and then anything. */
function closely(segment: string, letters: number): { source: string; steps: number } {
  if (letters === 0) return { source: `${spelled(segment.slice(0, 1))}[%0-z]*`, steps: STEPS.loose };
  const rest = segment.slice(letters);
  const first = spelled(segment.slice(0, letters));
  if (rest === '') return { source: first, steps: STEPS.letter * letters };
  return {
    source: `${first}(${literal(rest)}|${ENCODED_REST})`,
    steps: STEPS.letter * letters + rest.length + STEPS.rest,
  };
}

/** Segments in every spelling, as closely as there is room for. */
function inRoom(segments: readonly string[], room: number): string[] {
  const letters = segments.map(() => 0);
  const steps = (): number =>
    segments.reduce((sum, segment, index) => sum + closely(segment, letters[index] ?? 0).steps, 0);
  const raise = (index: number, most: number): void => {
    const before = letters[index] ?? 0;
    // A segment that is compared to its end can take less room than one that is not.
    for (let more = most; more > before; more -= 1) {
      letters[index] = more;
      if (steps() <= room) return;
    }
    letters[index] = before;
  };
  for (const index of [...segments.keys()].reverse()) raise(index, 1);
  for (const [index, { length }] of segments.entries()) raise(index, length);
  return segments.map((segment, index) => closely(segment, letters[index] ?? 0).source);
}

/** Between two segments: parameters of the first, or an encoded slash, which many servers take for one. */
const ODD_SLASH = '(;[^/]*/|%[25]*2f)/*';
const ODD_SLASH_STEPS = 16;

/**
 * A path with encoded signs, in all its looks: encoded letters; encoded slashes; both, or parameters between. To be
 * asked of paths that have an encoded sign.
 */
export function spelledPaths(path: string): string[] {
  const segments = segmentsOf(path);
  const between = 2 * (segments.length - 1);
  const letters = inRoom(segments, ROOM - STEPS.ends - between).join('/+');
  const slashes = segments.map(literal).join('(/|%[25]*2[ef])+');
  const both = segments.slice(1).map((_, odd) => {
    const spelledOnes = inRoom(segments, ROOM - STEPS.ends - between - ODD_SLASH_STEPS);
    return spelledOnes.reduce((text, next, index) => text + (index === odd + 1 ? ODD_SLASH : '/+') + next);
  });
  const all = segments.length > 1 ? [letters, slashes, ...both] : [letters];
  return all.map((each) => `${HOST}/+${each}${END}`);
}

/** A path in its usual look, and behind what only a server resolves. */
export const usualPaths = (path: string): string[] => [`${plainPath(path)}([?#]|$)`, behindDots(path)];

/**
 * Any of several names with an encoded letter or digit, by the first letter that they share: a rule that has another
 * name in it has no room for all of theirs. Without one it fits no name, so that no page with usual names is stopped.
 */
export function oddlySpelled([name = '']: readonly string[]): string {
  const first = name.slice(0, 1);
  return `(%\\d+${lastDigit(first)}|${literal(first)}[A-z]*%(25)*[4-7])[%0-9A-z]*`;
}

/** A sign within the value of a parameter, however often it is encoded there. */
export const within = (sign: string): string => `(${literal(sign)}|%\\d+${lastDigit(sign)})`;

/** Up to the value of a parameter of a path; one that ends in `**` may go on. */
export function upToValue(path: string, name: string): string {
  const open = path.endsWith('/**');
  const start = segmentsOf(path)
    .slice(0, open ? -1 : undefined)
    .map(literal)
    .join('/+');
  return `${HOST}/+${start}${open ? '([/;][^?]*)?' : ''}\\?([^#]*&)?${literal(name)}=`;
}
