import { address, form, whole } from './checks.ts';
import { type Check, refuse, type Schema, schema } from './schema.ts';

const typed = (isRight: (value: unknown) => boolean, checks: Check[] = []): Schema =>
  schema((payload) => (isRight(payload.value) ? payload : refuse(payload, 'invalid_type')), {}, checks);

const isText = (value: unknown): boolean => typeof value === 'string';

export const string = (): Schema => typed(isText);
export const number = (): Schema => typed(Number.isFinite);
export const int = (): Schema => typed(Number.isFinite, [whole]);
export const boolean = (): Schema => typed((value) => typeof value === 'boolean');
export const url = (wanted: Parameters<typeof address>[0]): Schema => typed(isText, [address(wanted)]);
export const unknown = (): Schema => schema((payload) => payload);

/** One of these values. */
function oneOf(values: readonly unknown[], isRight: (value: unknown) => boolean, code: string): Schema {
  return schema((payload) => (isRight(payload.value) ? payload : refuse(payload, code)), {
    values: new Set(values),
    options: values,
  });
}

const literal = (value: unknown): Schema => oneOf([value], (given) => given === value, 'invalid_value');
const nothing = (): Schema => oneOf([null], (given) => given === null, 'invalid_type');
const absent = (): Schema => oneOf([undefined], (given) => given === undefined, 'invalid_type');
function oneOfThese(values: readonly unknown[]): Schema {
  const all = new Set(values);
  return oneOf(values, (given) => all.has(given), 'invalid_value');
}

export { absent as undefined, literal, nothing as null, oneOfThese as enum };

/** A schema that may hold itself. */
export const lazy = (get: () => Schema): Schema => schema((payload) => get().run(payload));

const LONG_MONTHS = '(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])';
const SHORT_MONTHS = '(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)';
const FEBRUARY = '02-(?:0[1-9]|1\\d|2[0-8])';
/** Years that can be divided by four, but of the hundreds only those by four hundred. */
const LEAP_YEARS = '(?:\\d\\d(?:[2468][048]|[13579][26]|0[48])|(?:[02468][048]|[13579][26])00)';
const DAY = new RegExp(`^(?:\\d{4}-(?:${LONG_MONTHS}|${SHORT_MONTHS}|${FEBRUARY})|${LEAP_YEARS}-02-29)$`);

export const iso = { date: (): Schema => typed(isText, [form(DAY, 'date')]) };

const LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?';
export const regexes = { domain: new RegExp(`^(?=.{1,253}$)(?:${LABEL}\\.)+[a-zA-Z]{2,63}$`) };
