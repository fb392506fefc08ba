import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DayOrder, dayReader, monthOf } from '@/utils/domain/cells/days.ts';
import { NOW } from '../data/examples.ts';

const read = (cells: string[], told?: DayOrder): unknown[] => {
  const reader = dayReader(cells, NOW, told);
  return cells.map((cell) => reader(cell));
};

describe('a day in a cell', () => {
  it.each([
    '2027-12-31',
    '2027/12/31',
    '2027.12.31',
    '2027. 12. 31.',
    '20271231',
    '2027年12月31日',
    '2027-12-31 00:00:00',
    '2027-12-31T00:00:00.000',
    '31.12.2027',
    '31. 12. 2027',
    '31.12.27',
    '31.12.2027 00:00',
    '31/12/2027',
    '31/12/2027 00:00:00',
    '12/31/2027',
    '12/31/2027 12:00:00 AM',
    '12/31/27',
    '31/12/27',
    '27/12/31',
    '31-12-2027',
    '31-12-27',
    '31-Dec-27',
    '31-Dez-27',
    '31. Dezember 2027',
    '31 déc. 2027',
    '31 décembre 2027',
    'December 31, 2027',
    'Dec 31, 2027',
    'Friday, December 31, 2027',
    'Freitag, 31. Dezember 2027',
    'vendredi 31 décembre 2027',
    'Freitag, 31.12.2027',
    '\u00a031.12.2027\u202f',
    '３１．１２．２０２７',
    '\u200e31/12/2027',
    '31/\u200f12/\u200f2027',
  ])('%j is the last of the year', (cell) => {
    expect(read([cell])).toEqual(['2027-12-31']);
  });

  it.each(['1er janvier 2028', 'samedi 1er janvier 2028'])('%j is the first of the year', (cell) => {
    expect(read([cell])).toEqual(['2028-01-01']);
  });

  it.each([
    '2026-02-30',
    '1999-01-01',
    '2200-01-01',
    'tomorrow',
    '13/13/2027',
    '12.31.2027',
    '31/12',
    'Dec-27',
    '31 Foo 2027',
    '1.5',
    '########',
    '',
  ])('%j is none', (cell) => {
    expect(read([cell])).toEqual([undefined]);
  });

  it.each([
    ['5/4/2027', { dmy: '2027-04-05', mdy: '2027-05-04' }],
    ['05-04-2027', { dmy: '2027-04-05', mdy: '2027-05-04' }],
    ['5/4/27', { dmy: '2027-04-05', mdy: '2027-05-04' }],
    ['28/12/27', { dmy: '2027-12-28', ymd: '2028-12-27' }],
  ])('%s can be two, and nobody guesses', (cell, readings) => {
    expect(read([cell])).toEqual([readings]);
  });

  it('is one where both orders come to the same', () => {
    expect(read(['04/04/2027'])).toEqual(['2027-04-04']);
  });
});

describe('a column of days', () => {
  it('is read by its one clear cell, wherever that stands', () => {
    expect(read(['5/4/2027', '12/31/2027'])).toEqual(['2027-05-04', '2027-12-31']);
    expect(read(['31/12/2027', '5/4/2027'])).toEqual(['2027-12-31', '2027-04-05']);
    expect(read(['5-4-2027', '31-12-2027', '2027-01-01'])).toEqual([
      '2027-04-05',
      '2027-12-31',
      '2027-01-01',
    ]);
  });

  it('asks where two clear cells contradict each other, or where a clear one has another form', () => {
    const asked = { dmy: '2027-04-05', mdy: '2027-05-04' };
    expect(read(['5/4/2027', '12/31/2027', '31/12/2027'])).toEqual([asked, '2027-12-31', '2027-12-31']);
    expect(read(['5/4/2027', '31.12.2027', '2027-12-31'])).toEqual([asked, '2027-12-31', '2027-12-31']);
  });

  it('is read as the user says', () => {
    expect(read(['5/4/2027'], 'dmy')).toEqual(['2027-04-05']);
    expect(read(['5/4/2027'], 'mdy')).toEqual(['2027-05-04']);
    expect(read(['5/4/2027'], 'ymd')).toEqual([undefined]);
  });

  it('of numbers alone holds serial numbers', () => {
    expect(read(['46752', '46508.0', '46753,25'])).toEqual(['2027-12-31', '2027-05-01', '2028-01-01']);
    expect(read(['46752', '2027-12-31'])).toEqual([undefined, '2027-12-31']);
    expect(read(['7', '46752'])).toEqual([undefined, undefined]);
  });

  it('is never read as other days than were written, in whatever form a column has', () => {
    const pad = (part: number): string => String(part).padStart(2, '0');
    const forms: ((y: number, m: number, d: number) => string)[] = [
      (y, m, d) => `${d}/${m}/${y}`,
      (y, m, d) => `${pad(m)}/${pad(d)}/${y}`,
      (y, m, d) => `${pad(d)}-${pad(m)}-${y}`,
      (y, m, d) => `${d}.${m}.${y}`,
      (y, m, d) => `${pad(d)}.${pad(m)}.${y % 100} 00:00`,
      (y, m, d) => `${y}/${m}/${d}`,
      (y, m, d) => `${pad(m)}/${pad(d)}/${pad(y % 100)}`,
      (y, m, d) => `${pad(d)}/${pad(m)}/${pad(y % 100)}`,
      (y, m, d) => `${pad(y % 100)}/${pad(m)}/${pad(d)}`,
    ];
    const day = fc.date({
      min: new Date('2022-01-01'),
      max: new Date('2031-11-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(fc.constantFrom(...forms), fc.array(day, { minLength: 1, maxLength: 6 }), (form, days) => {
        const cells = days.map((each) =>
          form(each.getUTCFullYear(), each.getUTCMonth() + 1, each.getUTCDate()),
        );
        for (const [index, found] of read(cells).entries()) {
          const wanted = days[index]?.toISOString().slice(0, 10);
          if (typeof found === 'object') expect(Object.values(found as object)).toContain(wanted);
          else expect(found).toBe(wanted);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the names of months', () => {
  it.each(['en-GB', 'en-US', 'de', 'de-AT', 'fr'])('of %s are known, in full and shortened', (language) => {
    for (const style of ['long', 'short'] as const) {
      const names = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
      for (let month = 0; month < 12; month++) {
        const name = names.format(Date.UTC(2027, month, 15)).replace('.', '');
        expect([name, monthOf(name)]).toEqual([name, month + 1]);
      }
    }
  });

  it.each(['Laden', 'Shop', 'ma', 'Januariusfest'])('do not include %s', (word) => {
    expect(monthOf(word)).toBeUndefined();
  });
});
