import { plainCell } from './text.ts';

/** Words for yes and no: as people write them in our languages, and as spreadsheets do in theirs. */
const YES = ['yes', 'y', 'x', '1', 'ja', 'j', 'oui', '✓', '✔'];
const NO = ['no', 'n', '0', 'nein', 'non'];
const TRUE = ['true', 'wahr', 'vrai', 'waar', 'vero', 'verdadero', 'verdadeiro', 'sant', 'sand', 'prawda'];
const FALSE = ['false', 'falsch', 'faux', 'onwaar', 'falso', 'falskt', 'falsk', 'fałsz'];

/** What a spreadsheet takes for a truth value; undefined for any other word. */
export function truthOf(cell: string): boolean | undefined {
  const word = cell.toLowerCase();
  if (TRUE.includes(word)) return true;
  return FALSE.includes(word) ? false : undefined;
}

/** @returns undefined where nothing is said, null where it is neither. */
export function yesOrNo(cell: string): boolean | undefined | null {
  const word = plainCell(cell).toLowerCase();
  if (word === '') return undefined;
  const value = truthOf(word);
  if (value !== undefined) return value;
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : null;
}
