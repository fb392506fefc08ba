import { withFormula, withoutFormula } from '../cells/guards.ts';
import type { Fault } from '../fault.ts';

/** Tables as text, by RFC 4180. */

/** Excel takes a file for UTF-8 only if it begins with this; everything else leaves it out by itself. */
const BOM = '﻿';

const MOST_CELLS = 2_000_000;

/** No table is read that is longer: as JSON it has to fit into one message, which holds 64 MB at most. */
export const MOST_SIGNS = 10_000_000;

/** What stands between the cells: Excel opens a file by itself only with the one of its language. */
export type Separator = ',' | ';' | '\t';

const quoted = (cell: string): string =>
  /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Rows as a file for a spreadsheet: CRLF, UTF-8 with a byte order mark, and nothing in it calculates. */
export function writeCsv(rows: readonly (readonly string[])[], separator: Separator = ','): string {
  const lines = rows.map((row) => `${row.map((cell) => quoted(withoutFormula(cell))).join(separator)}\r\n`);
  return BOM + lines.join('');
}

export interface CsvLine {
  /** Where it begins, counted from 1. */
  line: number;
  cells: string[];
}

/** Excel's own first line: it names the separator and is no part of the table. Others keep it as a line with a cell. */
const NAMES_SEPARATOR = /^"?sep=([^\r\n"])"?[,;\t|]*(?:\r\n|\r|\n|$)/i;

/** The first line that has something in it: as far as its quotes reach. */
function headOf(text: string): string {
  const [head = ''] = /^[\r\n,;\t|" ]*[^\r\n]*/.exec(text) ?? [];
  return head.replace(/"[^"]*"/g, '');
}

/** The sign between cells: the most frequent one of the first line, among them the one that was named. */
function separatorOf(text: string, named: string | undefined): string {
  const head = headOf(text);
  const times = (sign: string): number => head.split(sign).length;
  if (named && times(named) > 1) return named;
  return [',', ';', '\t', '|'].reduce((best, sign) => (times(sign) > times(best) ? sign : best));
}

/**
 * Reads a file of a spreadsheet: any separator, any line end, with or without a byte order mark. Empty lines are left
 * out, and what kept cells from being formulas is taken off.
 */
export function readCsv(file: string): { lines: CsvLine[] } | { fault: Fault } {
  const whole = file.startsWith(BOM) ? file.slice(1) : file;
  const naming = NAMES_SEPARATOR.exec(whole);
  const text = naming ? whole.slice(naming[0].length) : whole;
  const separator = separatorOf(text, naming?.[1]);
  const lines: CsvLine[] = [];
  let cells: string[] = [];
  let cell = '';
  let number = naming ? 2 : 1;
  let begun = number;
  let count = 0;
  /** The line in which a quoted cell began that has not ended. */
  let open: number | undefined;
  const endCell = (): void => {
    cells.push(withFormula(cell));
    count += 1;
    cell = '';
  };
  const endLine = (): void => {
    endCell();
    if (cells.some((each) => each.trim() !== '')) lines.push({ line: begun, cells });
    cells = [];
  };
  for (let at = 0; at < text.length && count < MOST_CELLS; at++) {
    const sign = text[at] as string;
    const breaks = sign === '\n' || (sign === '\r' && text[at + 1] !== '\n');
    if (open !== undefined) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += sign;
        at += 1;
      } else open = undefined;
    } else if (sign === '"' && cell === '') open = number;
    else if (sign === separator) endCell();
    else if (breaks) endLine();
    else if (sign !== '\r') cell += sign;
    if (breaks) number += 1;
    if (breaks && open === undefined) begun = number;
  }
  if (count >= MOST_CELLS) return { fault: { code: 'too-large' } };
  if (open !== undefined) return { fault: { code: 'quote-open', line: open } };
  if (cell !== '' || cells.length > 0) endLine();
  return { lines };
}
