import { plainCell } from '../cells/text.ts';
import { type Fault, shown } from '../fault.ts';
import { COLUMNS, type Column, NEEDED } from './columns.ts';
import type { CsvLine } from './csv.ts';

/** A column that is not used, although its cells are not empty. */
export interface UnusedColumn {
  name: string;
  /** What it may have been meant to be. */
  meant?: Column;
}

/** The first line of a table. */
export interface Head {
  /** Where each column stands. */
  at: ReadonlyMap<Column, number>;
  width: number;
  unused: UnusedColumn[];
}

const nameOf = (cell: string): string => plainCell(cell).toLowerCase();

/** How many letters differ, by Levenshtein. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const swap = (row[j] ?? 0) + (letter === b[j] ? 0 : 1);
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The column that a name may have been meant for: other signs between its words, or up to two wrong letters. */
function meantBy(name: string): Column | undefined {
  const word = name.replace(/[^\p{L}\p{N}]+/gu, '_');
  if (word.length > 30) return undefined;
  const [best] = COLUMNS.map((column) => ({ column, off: distance(word, column) })).sort(
    (a, b) => a.off - b.off,
  );
  return best && best.off <= Math.min(2, Math.floor(word.length / 3)) ? best.column : undefined;
}

/**
 * Reads the first line.
 *
 * @param lines The lines below it: a column in which nothing stands is not worth a word.
 */
export function readHead(
  head: CsvLine | undefined,
  lines: readonly CsvLine[],
): { head: Head } | { faults: Fault[] } {
  const names = head?.cells.map(nameOf) ?? [];
  while (names.at(-1) === '') names.pop();
  const line = head?.line ?? 1;
  const at = new Map<Column, number>();
  const faults: Fault[] = [];
  const unused: UnusedColumn[] = [];
  for (const [index, name] of names.entries()) {
    const column = COLUMNS.find((each) => each === name);
    if (column && at.has(column)) faults.push({ code: 'twice', line, path: column });
    else if (column) at.set(column, index);
    else if (lines.some(({ cells }) => cells[index]?.trim())) {
      const meant = meantBy(name);
      unused.push({ name: shown(head?.cells[index]?.trim() || `${index + 1}`), ...(meant && { meant }) });
    }
  }
  const missing = NEEDED.filter((each) => !at.has(each));
  if (missing.length > 0) {
    faults.unshift({ code: 'no-columns', line, value: missing.join(', ') });
    for (const { name, meant } of unused) {
      if (meant && missing.includes(meant))
        faults.push({ code: 'unknown-column', line, path: name, value: meant });
    }
  }
  return faults.length > 0 ? { faults } : { head: { at, width: names.length, unused } };
}
