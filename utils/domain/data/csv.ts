import type { Fault } from './fault.ts';

/** Tables as text, by RFC 4180. */

/**
 * A cell that begins with one of these is a formula for a spreadsheet (OWASP, "CSV Injection"), the wide forms of them
 * too. An apostrophe before it makes it text.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Excel takes a file for UTF-8 only if it begins with this; everything else leaves it out by itself. */
const BOM = '﻿';

const MOST_CELLS = 2_000_000;

/** No table is read that is longer: as JSON it has to fit into one message, which holds 64 MB at most. */
export const MOST_SIGNS = 10_000_000;

const guarded = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);
const unguarded = (cell: string): string => (cell[0] === "'" && FORMULA.test(cell) ? cell.slice(1) : cell);
const quoted = (cell: string): string =>
  /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Rows as a file for a spreadsheet: commas, CRLF, UTF-8 with a byte order mark, and nothing in it calculates. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return BOM + rows.map((row) => `${row.map((cell) => quoted(guarded(cell))).join(',')}\r\n`).join('');
}

export interface CsvLine {
  /** Where it begins, counted from 1. */
  line: number;
  cells: string[];
}

/** The sign between cells: the most frequent one of the first line. A German or French Excel writes semicolons. */
function separatorOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const times = (sign: string): number => first.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (times(sign) > times(best) ? sign : best));
}

/**
 * Reads a file of a spreadsheet: commas, semicolons or tabs, any line end, with or without a byte order mark. Empty
 * lines are left out.
 */
export function readCsv(file: string): { lines: CsvLine[] } | { fault: Fault } {
  const text = file.startsWith(BOM) ? file.slice(1) : file;
  const separator = separatorOf(text);
  const lines: CsvLine[] = [];
  let cells: string[] = [];
  let cell = '';
  let number = 1;
  let begun = 1;
  let count = 0;
  /** The line in which a quoted cell began that has not ended. */
  let open: number | undefined;
  const endCell = (): void => {
    cells.push(unguarded(cell));
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
