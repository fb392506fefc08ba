import { withoutBidi } from '../cells/text.ts';

/**
 * Colours of connections. Firefox has them for containers too, under the same names; red, yellow and green are left out,
 * because on our surfaces they say how something stands.
 */
export const MARK_COLOURS = ['blue', 'turquoise', 'purple', 'pink', 'orange'] as const;
export type MarkColour = (typeof MARK_COLOURS)[number];

/** More code units than any sign has that people write; what has more is letters under a heap of accents. */
const LONGEST_SIGN = 16;

/** What can be seen by itself: an accent or a joiner alone is nothing, and nor are letters and signs that are blank. */
const VISIBLE =
  /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}\p{Extended_Pictographic}]/u;

/** A letter or digit that can be seen. */
const LETTER = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u;

const signs = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The first sign of a text, as people count signs, that has something of this kind in it; undefined without one. */
function firstSign(text: string, kind: RegExp): string | undefined {
  for (const { segment } of signs.segment(withoutBidi(text).normalize('NFC').trim())) {
    const [seen] = segment.match(kind) ?? [];
    if (seen !== undefined) return segment.length > LONGEST_SIGN ? seen : segment;
  }
  return undefined;
}

/** What a person typed, as the one sign that is kept of it; empty where nothing in it can be seen. */
export const initialFrom = (typed: string): string => firstSign(typed, VISIBLE) ?? '';

/** How a connection is marked where the person chose it; what is absent is chosen by the product. */
export interface Mark {
  colour?: MarkColour | undefined;
  /** One sign. */
  initial?: string | undefined;
}

/** As much of a connection as its mark needs. */
export interface Marked {
  id: string;
  name: string;
  mark?: Mark | undefined;
}

/**
 * A connection's colour: the chosen one, or always the same one for the same id. FNV-1a spreads ids that differ in one
 * character.
 */
export function colourOf({ id, mark }: Pick<Marked, 'id' | 'mark'>): MarkColour {
  if (mark?.colour && MARK_COLOURS.includes(mark.colour)) return mark.colour;
  let hash = 0x811c9dc5;
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  // The lowest bits of this hash alone are uneven.
  const folded = ((hash >>> 16) ^ hash) >>> 0;
  return MARK_COLOURS[folded % MARK_COLOURS.length] ?? 'blue';
}

/** The chosen initial, or the first letter or digit of a connection's name, as a capital; `•` where it has none. */
export function initialOf({ name, mark }: Pick<Marked, 'name' | 'mark'>): string {
  const chosen = mark?.initial && initialFrom(mark.initial);
  if (chosen) return chosen;
  const first = firstSign(name, LETTER);
  // A capital may be two letters (ß), and there is room for one.
  return (first && firstSign(first.toUpperCase(), VISIBLE)) ?? '•';
}
