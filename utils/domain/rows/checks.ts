/**
 * Checks of stored values. Lists of thousands are checked at every read, which zod takes ten times as long for; a file
 * from outside still goes through its schemas.
 */

export type Check = (value: unknown) => boolean;

/** The last instant that dates can be counted on from, in UTC ms: the end of the year 9999. */
const LAST_INSTANT = Date.UTC(10_000, 0) - 1;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const text: Check = (value) => typeof value === 'string';
export const name: Check = (value) => typeof value === 'string' && value.length > 0;
export const flag: Check = (value) => typeof value === 'boolean';
export const yes: Check = (value) => value === true;
export const whole: Check = Number.isSafeInteger;
export const count: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;

/** A UTC instant in ms; fractions of one occur in rows of old versions. */
export const instant: Check = (value) => typeof value === 'number' && value >= 0 && value <= LAST_INSTANT;

/** A calendar day, `YYYY-MM-DD`. */
export const day: Check = (value) => {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  try {
    Temporal.PlainDate.from(value, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
};

export const timeOfDay: Check = (value) =>
  typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);

export const oneOf = (...values: readonly (string | number)[]): Check => {
  const known = new Set<unknown>(values);
  return (value) => known.has(value);
};

export const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

export const either =
  (...checks: readonly Check[]): Check =>
  (value) =>
    checks.some((check) => check(value));

export const list =
  (check: Check): Check =>
  (value) =>
    // `every` would pass over holes.
    Array.isArray(value) && !value.includes(undefined) && value.every(check);

/** An object whose members all pass. */
export const record =
  (check: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(check);

/** A check for each member that the type has: one that is added and forgotten here does not compile. */
export type Shape<T> = { [K in keyof T]-?: Check };

/** An object with these members; others, of a later version, do no harm. */
export function shape<T>(members: Shape<T>): Check {
  const checks = Object.entries(members) as [string, Check][];
  return (value) => isObject(value) && checks.every(([member, check]) => check(value[member]));
}
