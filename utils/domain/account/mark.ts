/**
 * Colours of connections. Firefox has them for containers too, under the same names; red, yellow and green are left out,
 * because on our surfaces they say how something stands.
 */
export const MARK_COLOURS = ['blue', 'turquoise', 'purple', 'pink', 'orange'] as const;
export type MarkColour = (typeof MARK_COLOURS)[number];

/** A connection's colour: always the same one for the same id. FNV-1a spreads ids that differ in one character. */
export function colourOf(connectionId: string): MarkColour {
  let hash = 0x811c9dc5;
  for (const character of connectionId) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  // The lowest bits of this hash alone are uneven.
  const folded = ((hash >>> 16) ^ hash) >>> 0;
  return MARK_COLOURS[folded % MARK_COLOURS.length] ?? 'blue';
}

/** The first letter or digit of a connection's name, as a capital; `•` where it has none. */
export function initialOf({ name }: { name: string }): string {
  const [first] = name.match(/[\p{L}\p{N}]/u) ?? ['•'];
  // A capital may be two letters (ß), and there is room for one.
  return [...first.toUpperCase()][0] ?? first;
}
