/**
 * What spreadsheets do to a CSV file that is opened and saved again. A model of its own: it shares nothing with the
 * import. Excel's rules are those of its documentation (“Text Import”, “number formats are by region”); LibreOffice 7.4
 * was measured, headless, in English, German, French and Japanese, with and without “Detect special numbers”: an export
 * of ours came back byte by byte but for the separator that was asked for. It keeps `2027-12-31`, and `'00123`,
 * `'Mar 1`, `'TRUE` and `''-5` with their apostrophes.
 */
export interface Spreadsheet {
  name: string;
  separator: ',' | ';' | '\t';
  day: (year: string, month: string, day: string) => string;
  truth: readonly [string, string];
  decimal: '.' | ',';
  encoding: 'utf-8' | 'windows-1252' | 'utf-16';
}

const bare = (part: string): string => String(Number(part));

const dotted: Spreadsheet['day'] = (year, month, day) => `${day}.${month}.${year}`;
const british: Spreadsheet['day'] = (year, month, day) => `${day}/${month}/${year}`;
const american: Spreadsheet['day'] = (year, month, day) => `${bare(month)}/${bare(day)}/${year}`;
const japanese: Spreadsheet['day'] = (year, month, day) => `${year}/${bare(month)}/${bare(day)}`;
const dutch: Spreadsheet['day'] = (year, month, day) => `${bare(day)}-${bare(month)}-${year}`;
const short: Spreadsheet['day'] = (year, month, day) => `${month}/${day}/${year.slice(2)}`;
const timed: Spreadsheet['day'] = (year, month, day) => `${day}.${month}.${year} 00:00`;
const kept: Spreadsheet['day'] = (year, month, day) => `${year}-${month}-${day}`;
const serial: Spreadsheet['day'] = (year, month, day) =>
  String(Math.round((Date.UTC(+year, +month - 1, +day) - Date.UTC(1899, 11, 30)) / 86_400_000));

const english = { separator: ',', truth: ['TRUE', 'FALSE'], decimal: '.' } as const;
const german = { separator: ';', truth: ['WAHR', 'FALSCH'], decimal: ',' } as const;
const french = { separator: ';', truth: ['VRAI', 'FAUX'], decimal: ',' } as const;
const utf8 = { encoding: 'utf-8' } as const;

export const SPREADSHEETS: readonly Spreadsheet[] = [
  { name: 'German Excel', ...german, day: dotted, ...utf8 },
  { name: 'German Excel, ANSI', ...german, day: dotted, encoding: 'windows-1252' },
  { name: 'German Excel, Unicode text', ...german, separator: '\t', day: dotted, encoding: 'utf-16' },
  { name: 'German Excel, with times', ...german, day: timed, ...utf8 },
  { name: 'French Excel', ...french, day: british, ...utf8 },
  { name: 'French Excel, ANSI', ...french, day: british, encoding: 'windows-1252' },
  { name: 'British Excel', ...english, day: british, ...utf8 },
  { name: 'American Excel', ...english, day: american, ...utf8 },
  { name: 'American LibreOffice, its own days', ...english, day: short, ...utf8 },
  { name: 'Japanese Excel', ...english, day: japanese, ...utf8 },
  { name: 'Dutch Excel', ...german, truth: ['WAAR', 'ONWAAR'], day: dutch, ...utf8 },
  { name: 'Excel, days without their format', ...english, day: serial, ...utf8 },
  { name: 'LibreOffice', ...english, day: kept, ...utf8 },
  { name: 'LibreOffice, semicolons', ...german, day: kept, ...utf8 },
];

/** The cells as a program sees them that splits at a sign. */
function cellsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  const field = new RegExp(`"((?:[^"]|"")*)"([^${separator}\\r\\n]*)|([^${separator}\\r\\n]*)`, 'y');
  while (at < text.length) {
    field.lastIndex = at;
    const [whole = '', inside, behind, plain] = field.exec(text) ?? [];
    rows.at(-1)?.push(inside === undefined ? (plain ?? '') : inside.replaceAll('""', '"') + behind);
    at += whole.length;
    const next = /\r\n|[\s\S]/y;
    next.lastIndex = at;
    const [sign = ''] = next.exec(text) ?? [];
    at += sign.length;
    if (sign === '\r\n' || sign === '\r' || sign === '\n') rows.push([]);
    else if (sign !== '' && at >= text.length) rows.at(-1)?.push('');
  }
  return rows.filter((row) => row.length > 0);
}

const MONTH = 'jan|feb|mar|mär|mrz|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|avr|jui|aoû|déc';

/** What a cell shows once a spreadsheet has made up its mind about it. */
function shown(cell: string, { day, truth, decimal }: Spreadsheet): string {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(cell);
  if (iso) return day(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '');
  if (/^[=+@-]/.test(cell) && !/^[+-]?\d+$/.test(cell)) return '#NAME?';
  if (/^(true|wahr|vrai|waar)$/i.test(cell)) return truth[0];
  if (/^(false|falsch|faux|onwaar)$/i.test(cell)) return truth[1];
  if (/^[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i.test(cell)) {
    const value = Number(cell.replace(',', '.'));
    if (Math.abs(value) < 1e11) return String(value).replace('.', decimal);
    return value.toExponential(5).toUpperCase().replace('.', decimal);
  }
  if (/^\d{1,2}[-/.]\d{1,2}$/.test(cell) || new RegExp(`^(${MONTH})[a-zû]*\\.? ?\\d{1,2}$`, 'i').test(cell)) {
    return day('2026', '03', '01');
  }
  return cell;
}

const WESTERN = new TextDecoder('windows-1252');
const ANSI = new Map(
  Array.from({ length: 256 }, (_, byte) => [WESTERN.decode(new Uint8Array([byte])), byte]),
);

function encoded(text: string, encoding: Spreadsheet['encoding']): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(`﻿${text}`);
  if (encoding === 'windows-1252') return Uint8Array.from([...text].map((sign) => ANSI.get(sign) ?? 0x3f));
  const units = new Uint16Array(text.length + 1);
  for (const [index, unit] of [0xfeff, ...text.split('').map((each) => each.charCodeAt(0))].entries()) {
    units[index] = unit;
  }
  return new Uint8Array(units.buffer);
}

/**
 * A file that was opened and saved again.
 *
 * @param opensWith What the program splits at; where it is not the file's, the table falls into wrong cells.
 * @param trailing Empty cells that it writes behind the last one.
 */
export function resaved(file: string, program: Spreadsheet, opensWith: string, trailing: number): Uint8Array {
  const text = file.replace(/^\ufeff/, '');
  const { separator } = program;
  const written = (cell: string): string =>
    /["\r\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const rows = cellsOf(text, opensWith).map((row) =>
    [...row.map((cell) => written(shown(cell, program))), ...Array(trailing).fill('')].join(separator),
  );
  return encoded(rows.map((row) => `${row}\r\n`).join(''), program.encoding);
}
