import { monthOf } from './days.ts';
import { plainCell } from './text.ts';
import { truthOf } from './words.ts';

/**
 * What keeps a spreadsheet from making something else of a cell: an apostrophe. All of it is taken off again at the
 * import, exactly.
 */

/** A formula begins with one of these (OWASP, “CSV Injection”), the wide forms of them too. */
const SIGNS = '=+\\-@\\t\\r\\n＝＋－＠';

/** What a spreadsheet may pass over at a cell's beginning, and our own guard. */
const BEFORE = `[\\s"']*`;

const FORMULA = new RegExp(`^${BEFORE}[${SIGNS}]`);

/**
 * Behind each of these another cell begins where a spreadsheet takes it for the separator: a German or French Excel
 * splits at semicolons, whatever the quotes say.
 */
const SPLIT = new RegExp(`([,;:|\\t\\r\\n])(?=${BEFORE}[${SIGNS}])`, 'g');
const SPLIT_GUARDED = new RegExp(`([,;:|\\t\\r\\n])'(?=${BEFORE}[${SIGNS}])`, 'g');

/** A cell in which no program finds a formula, whichever separator it goes by. */
export function withoutFormula(cell: string): string {
  const inner = cell.replace(SPLIT, "$1'");
  return FORMULA.test(cell) ? `'${inner}` : inner;
}

/** The cell that was written as `withoutFormula`. */
export function withFormula(cell: string): string {
  const outer = cell.replace(SPLIT_GUARDED, '$1');
  return outer[0] === "'" && FORMULA.test(outer) ? outer.slice(1) : outer;
}

/** `1,23457E+11`, and a number of which only the first 15 digits are true: Excel keeps no more of them. */
const ROUNDED = /^(?:[+-]?\d+(?:[.,]\d+)?E[+-]?\d+|\d{15}0+)$/i;

/** What a spreadsheet shows where it could not make anything of a text. */
const ERROR =
  /^#(?:NAME\?|NOM\s?\?|VALUE!|WERT!|VALEUR!|REF!|BEZUG!|DIV\/0!|N\/A|NV|NUM!|ZAHL!|NOMBRE!|NULL!|#+)$/i;

/** Whether a spreadsheet has put something else in a text's place, so that nobody can know what stood there. */
export const isMangled = (cell: string): boolean => {
  const plain = plainCell(cell);
  return ROUNDED.test(plain) || ERROR.test(plain);
};

/** Digits with what may stand among them: numbers, amounts, days, times, fractions. */
const NUMBER = /^(?=.*\d)[\d\p{Sc}\s.,:/\-+%'’()eE年月日時分秒]+$/u;
const TIME = /^\d[\d:. ]* ?[ap]\.?(?:m\.?)?$/i;
const JAPANESE_DAY = /^[rhstm]\d{1,2}[./-]\d{1,2}[./-]\d{1,2}$/i;
const ONE_WORD = /^(?=.*\d)[\d\s.,\-/]*(\p{L}{3,})[\d\s.,\-/]*$/u;

/** Whether a spreadsheet would take a text for a number, a day or a yes and write it in its own way, or we for mangled. */
function isValue(text: string): boolean {
  const plain = plainCell(text);
  if (NUMBER.test(plain) || TIME.test(plain) || JAPANESE_DAY.test(plain) || isMangled(plain)) return true;
  const [, word] = ONE_WORD.exec(plain) ?? [];
  return (word !== undefined && monthOf(word) !== undefined) || truthOf(plain) !== undefined;
}

const core = (text: string): string => text.replace(/^'+/, '');

/** A text that a spreadsheet leaves alone: `00123` must not come back as 123. */
export const asText = (text: string): string => (isValue(core(text)) ? `'${text}` : text);

/** Whether a cell bears the guard of `asText`. */
export const isAsText = (cell: string): boolean => cell[0] === "'" && isValue(core(cell));

/** The text that was written as `asText`. */
export const fromText = (cell: string): string => (isAsText(cell) ? cell.slice(1) : cell);
