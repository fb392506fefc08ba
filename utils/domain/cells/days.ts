import { plainCell } from './text.ts';

/** Days as spreadsheets and people write them. */

/** The order in which a cell names day, month and year. */
export type DayOrder = 'dmy' | 'mdy' | 'ymd';
export const DAY_ORDERS = ['dmy', 'mdy', 'ymd'] as const satisfies readonly DayOrder[];

/** What a cell can mean: one day, or one for each order that makes sense. */
export type DayReadings = Partial<Record<DayOrder, string>>;

/**
 * Of two digits a year is one of this century. An order that leads further ahead than this is not considered: no
 * authorisation lasts that long.
 */
const YEARS_AHEAD = 5;

/** Excel counts days from here (its 1900 system, the default everywhere since 2011). */
const SERIAL_BEGIN = Temporal.PlainDate.from('1899-12-30');

/** 1 January 2000 to 31 December 2199. */
const SERIALS = { from: 36_526, to: 109_574 };

/** Month names by their first letters, in English, German and French; accents are gone by then. */
const MONTHS: readonly RegExp[] = [
  /^jan/,
  /^(feb|fev)/,
  /^(mar|maer|mrz)/,
  /^(apr|avr)/,
  /^(may|mai)/,
  /^(jun|juin)/,
  /^(jul|juil)/,
  /^(aug|aou)/,
  /^sep/,
  /^(oct|okt)/,
  /^nov/,
  /^(dec|dez)/,
];

/** A month by its name or an abbreviation of at least three letters, 1 to 12; undefined for any other word. */
export function monthOf(word: string): number | undefined {
  const letters = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  if (letters.length > 9) return undefined;
  const found = MONTHS.findIndex((month) => month.test(letters));
  return found < 0 ? undefined : found + 1;
}

/** A calendar day between 2000 and 2199 as `YYYY-MM-DD`, or undefined. */
function dayFrom(year: string, month: string | number, day: string): string | undefined {
  const fields = {
    year: Number(year.length === 2 ? `20${year}` : year),
    month: Number(month),
    day: Number(day),
  };
  if (fields.year < 2000 || fields.year > 2199) return undefined;
  try {
    return Temporal.PlainDate.from(fields, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}

/** Year first: `2027-12-31`, `2027/12/31`, `2027. 12. 31.`, `20271231`, `2027年12月31日`. */
const YEAR_FIRST = [
  /^(\d{4})([-/.]) ?(\d{1,2})\2 ?(\d{1,2})\.?$/,
  /^(\d{4})(年)(\d{1,2})月(\d{1,2})日$/,
  /^(\d{4})()(\d{2})(\d{2})$/,
];

/** `31.12.2027`, `31. 12. 27`: with points, the day comes first everywhere. */
const DOTTED = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})\.?$/;

/** `31/12/2027`, `12-31-27`: here the order is a matter of the country. */
const THREE = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})$/;

/** `31 December 2027`, `31-Dez-27`, `31 déc. 2027`, `1er mai 2027`; and `December 31, 2027`. */
const DAY_NAMED = /^(\d{1,2})(?:\.|er)?[- ]?(\p{L}+)\.?[- ](\d{4}|\d{2})$/u;
const MONTH_NAMED = /^(\p{L}+)\.? (\d{1,2}),? (\d{4})$/u;

/** Days of the week in English, German and French, as the long forms of spreadsheets begin with them. */
const WEEKDAY =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:mon|diens|donners|frei|sams|sonn)tag|^(?:mittwoch|sonnabend)|^(?:lun|mar|mercre|jeu|vendre|same)di|^dimanche/i;

/** A day without the one of the week before it: `Freitag, 31. Dezember 2027`. */
function withoutWeekday(text: string): string {
  const [weekday] = WEEKDAY.exec(text) ?? [];
  return weekday ? text.slice(weekday.length).replace(/^,? /, '') : text;
}

/** A time of day behind it says nothing about the day. */
const TIME = /(?:[T ]|, )\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?)?$/i;

/** The day that a cell means in any order; undefined where the order matters, or where it is none. */
function clearDay(text: string): string | undefined {
  for (const form of YEAR_FIRST) {
    const [, year, , month, day] = form.exec(text) ?? [];
    if (year && month && day) return dayFrom(year, month, day);
  }
  const [, day, month, year] = DOTTED.exec(text) ?? [];
  if (day && month && year) return dayFrom(year, month, day);
  const [, first, name, last] = DAY_NAMED.exec(text) ?? [];
  const [, month2, day2, year2] = MONTH_NAMED.exec(text) ?? [];
  const named = monthOf(name ?? month2 ?? '');
  return named === undefined ? undefined : dayFrom(last ?? year2 ?? '', named, first ?? day2 ?? '');
}

/**
 * What a cell can mean.
 *
 * @param now UTC instant in ms: two digits of a year are read by it.
 * @returns a day, or the days by the order in which the cell is read; undefined where it is none in any.
 */
export function readingsOf(cell: string, now: number): string | DayReadings | undefined {
  const text = withoutWeekday(plainCell(cell)).replace(TIME, '');
  const clear = clearDay(text);
  if (clear) return clear;
  const [, a, , b, c] = THREE.exec(text) ?? [];
  if (!a || !b || !c) return undefined;
  const last = `${new Date(now).getUTCFullYear() + YEARS_AHEAD}${new Date(now).toISOString().slice(4, 10)}`;
  const likely = (day: string | undefined): string | undefined =>
    c.length === 2 && day !== undefined && day > last ? undefined : day;
  const all: [DayOrder, string | undefined][] = [
    ['dmy', likely(dayFrom(c, b, a))],
    ['mdy', likely(dayFrom(c, a, b))],
    ['ymd', a.length === 2 && c.length === 2 ? likely(dayFrom(a, b, c)) : undefined],
  ];
  const readings = Object.fromEntries(all.filter(([, day]) => day !== undefined)) as DayReadings;
  return Object.keys(readings).length > 0 ? readings : undefined;
}

/** The day of a serial number, as Excel shows a day that has lost its format. */
function serialDay(cell: string): string | undefined {
  const [, digits] = /^(\d{5,6})(?:[.,]\d+)?$/.exec(plainCell(cell)) ?? [];
  const days = Number(digits);
  if (!digits || days < SERIALS.from || days >= SERIALS.to) return undefined;
  return SERIAL_BEGIN.add({ days }).toString();
}

/** The orders that all cells of a column agree to; one clear cell is enough to tell them apart. */
function ordersOf(cells: readonly (string | DayReadings | undefined)[]): Set<DayOrder> {
  let orders = new Set<DayOrder>(DAY_ORDERS);
  for (const readings of cells) {
    if (typeof readings !== 'object') continue;
    orders = orders.intersection(new Set(Object.keys(readings) as DayOrder[]));
  }
  return orders;
}

/**
 * Reads a column of days as a whole: where day and month could be either, one cell that is clear tells the order of
 * all. Serial numbers are days only where the whole column is such numbers.
 *
 * @param cells The column; a cell that says nothing may be left in.
 * @param now UTC instant in ms.
 * @param told The order, where the user was asked.
 * @returns how to read a cell of it: a day, several where nobody can know, undefined where it is none.
 */
export function dayReader(
  cells: Iterable<string>,
  now: number,
  told?: DayOrder,
): (cell: string) => string | DayReadings | undefined {
  const filled = new Set([...cells].map((cell) => plainCell(cell)).filter((cell) => cell !== ''));
  const read = new Map([...filled].map((cell) => [cell, readingsOf(cell, now)]));
  const asSerials = filled.size > 0 && [...filled].every((cell) => serialDay(cell) !== undefined);
  const orders = ordersOf([...read.values()]);
  const [only] = orders.size === 1 ? orders : [told];
  return (cell) => {
    if (asSerials) return serialDay(cell);
    const readings = read.get(plainCell(cell));
    if (typeof readings !== 'object') return readings;
    const days = new Set(Object.values(readings));
    if (days.size === 1) return [...days][0];
    return only === undefined ? readings : readings[only];
  };
}
