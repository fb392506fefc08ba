import { monthOf } from './days.ts';
import { plainCell } from './text.ts';
import { truthOf } from './words.ts';

/**
 * What keeps a spreadsheet from making something else of a cell: an apostrophe. All of it is taken off again at the
 * import, exactly.
 */

/** A formula begins with one of these (OWASP, “CSV Injection”), the wide forms of them too. */
const SIGN = /[=+\-@\t\r\n＝＋－＠]/;

/** What a spreadsheet may pass over at a cell's beginning, and our own guard. */
const PASSED_OVER = /[\s"']/;

/**
 * Behind each of these another cell begins where a spreadsheet takes it for the separator: a German or French Excel
 * splits at semicolons, whatever the quotes say.
 */
const SEPARATORS = /[,;:|\t\r\n]/g;

/**
 * At which places of a cell a formula begins, with what may be passed over before it. From the end backwards: however
 * many blanks and quotes a file has in a row, each is looked at once.
 */
function formulasIn(cell: string): boolean[] {
  const begins = new Array<boolean>(cell.length + 1).fill(false);
  for (let at = cell.length - 1; at >= 0; at--) {
    const sign = cell.charAt(at);
    begins[at] = SIGN.test(sign) || (PASSED_OVER.test(sign) && begins[at + 1] === true);
  }
  return begins;
}

/** Whether a cell can have a formula at all. */
const mayCalculate = (cell: string): boolean => SIGN.test(cell);

/** A cell in which no program finds a formula, whichever separator it goes by. */
export function withoutFormula(cell: string): string {
  if (!mayCalculate(cell)) return cell;
  const begins = formulasIn(cell);
  const guarded = cell.replace(SEPARATORS, (sign, at: number) => (begins[at + 1] ? `${sign}'` : sign));
  return begins[0] ? `'${guarded}` : guarded;
}

/** The cell that was written as `withoutFormula`. */
export function withFormula(cell: string): string {
  if (!mayCalculate(cell)) return cell;
  const begins = formulasIn(cell);
  // A formula begins behind the guard exactly where one begins at it.
  const outer = cell.replace(/([,;:|\t\r\n])'/g, (both, separator: string, at: number) =>
    begins[at + 2] ? separator : both,
  );
  return outer[0] === "'" && begins[0] ? outer.slice(1) : outer;
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
