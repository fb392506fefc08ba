/** Signs that turn the direction of the text around them, so that it reads as what it is not (Unicode, UAX #9). */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Signs that nobody sees. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** A text from outside without the signs that would make it read in another order. */
export const withoutBidi = (text: string): string => text.replace(BIDI, '');

/** A cell that holds a word or number of ours: full-width signs as usual ones, one kind of blank, nothing invisible. */
export const plainCell = (cell: string): string =>
  withoutBidi(cell).replace(INVISIBLE, '').normalize('NFKC').replace(/\s+/g, ' ').trim();
