import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, isUnicode } from '@/utils/domain/data/decode.ts';
import { planImport } from '@/utils/domain/data/merge.ts';
import { type Content, nothing, type Row } from '@/utils/domain/data/schema.ts';
import { readTable, writeTable } from '@/utils/domain/data/table.ts';
import { connection, DAY, grant, NOW } from './examples.ts';
import { resaved, SPREADSHEETS } from './spreadsheets.ts';

const ZONE = 'Europe/Berlin';

function read(text: string, here: Content) {
  let ids = 0;
  return readTable(text, { here, now: NOW, zone: ZONE, newId: () => `new-${++ids}` });
}

const word = fc.oneof(
  fc.constantFrom(
    'Alpenglück',
    '=1+1',
    '00123',
    '1e5',
    '5E10',
    '123456789012',
    '12345678901234567890',
    'TRUE',
    'Wahr',
    'faux',
    'Mar 1',
    'SEPT2',
    '1-2',
    '3/4',
    '-5',
    '+49 30 1',
    '@anna',
    "'x",
    "'00123",
    'a;=1+1',
    'a,"b"',
    'line\nbreak',
    '東京',
    'x\t-y',
  ),
  fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.trim() || 'x'),
);
const day = fc
  .date({ min: new Date('2026-12-01'), max: new Date('2031-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const row = fc.record({
  name: word,
  note: fc.option(word, { nil: undefined }),
  number: fc.option(word, { nil: undefined }),
  signInName: fc.option(word, { nil: undefined }),
  muted: fc.boolean(),
  isArchived: fc.boolean(),
  ends: fc.option(day, { nil: undefined }),
});

const content = fc.array(row, { minLength: 1, maxLength: 5 }).map((rows): Content => {
  const connections = rows.map(
    ({ name, note, number, signInName, muted, isArchived }, at): Row<'connections'> => {
      const over = {
        name,
        account: number ? { id: number } : {},
        ...(note && { note }),
        ...(signInName && { signInName }),
        ...(muted && { muted: true as const }),
        ...(isArchived && { archivedAt: NOW - 3 * DAY }),
      };
      return connection(`c${at}`, { apps: [], ...over });
    },
  );
  const grants = rows.flatMap(({ ends }, at) =>
    ends ? [grant(`g${at}`, `c${at}`, { verdict: 'entered', expiry: { basis: 'entered', date: ends } })] : [],
  );
  return { ...nothing(), connections, grants };
});

/** What a table holds, without line ends, which a spreadsheet makes its own. */
const table = (held: Content): string => writeTable(held, ZONE).replaceAll(/\r\n?/g, '\n');

describe.each(SPREADSHEETS)('an export that $name saves again', (program) => {
  const separator = program.separator === '\t' ? ';' : program.separator;

  it('comes in the same, or is refused, or asked about; never something else', () => {
    fc.assert(
      fc.property(content, fc.nat(3), (before, trailing) => {
        const bytes = resaved(writeTable(before, ZONE, separator), program, separator, trailing);
        const text = decodeText(bytes);
        if (text === undefined) return;
        const again = read(text, before);
        const fresh = read(text, nothing());
        // An encoding that lacks letters is told in the preview, with the names.
        const isWhole = isUnicode(bytes) || !text.includes('?');
        if (again.ok && isWhole) expect(planImport(again.content, before).write).toEqual(nothing());
        if (fresh.ok && isWhole) expect(table(fresh.content)).toBe(table(before));
        for (const found of [again, fresh]) {
          for (const fault of found.ok ? [] : found.faults) {
            expect(fault).toMatchObject({ code: 'bad-date', readings: {} });
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('in wrong cells is refused, or comes in the same', () => {
    fc.assert(
      fc.property(content, fc.constantFrom(',', ';', '\t'), (before, opensWith) => {
        const bytes = resaved(writeTable(before, ZONE, separator), program, opensWith, 0);
        const text = decodeText(bytes);
        const found = text === undefined ? undefined : read(text, before);
        if (!found?.ok || (!isUnicode(bytes) && text?.includes('?'))) return;
        expect(planImport(found.content, before).write).toEqual(nothing());
      }),
      { numRuns: 40 },
    );
  });
});

it('comes in again from every language of days without a question, once one day is clear', () => {
  const ends = ['2027-05-04', '2027-12-31'];
  const before: Content = {
    ...nothing(),
    connections: ends.map((_, at) => connection(`c${at}`, { apps: [] })),
    grants: ends.map((date, at) => grant(`g${at}`, `c${at}`, { expiry: { basis: 'entered', date } })),
  };
  for (const program of SPREADSHEETS) {
    const separator = program.separator === '\t' ? ';' : program.separator;
    const text = decodeText(resaved(writeTable(before, ZONE, separator), program, separator, 1)) ?? '';
    const columns = ['archived_on', 'ends_on'];
    const found = read(text, before);
    const asked = found.ok ? [] : found.faults.filter(({ path }) => columns.includes(path ?? ''));
    expect([program.name, asked]).toEqual([program.name, []]);
  }
});
