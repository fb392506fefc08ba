import type { Grant } from '../account/grant-schema.ts';

const DAY = 86_400_000;

/** So far ahead an end can lie: as the form that asks for it allows. No marketplace gives more than 18 months. */
const YEARS = 10;

/** The last day that is believed for an end, `YYYY-MM-DD`, at an instant in ms. */
export const lastLikelyDay = (now: number): string =>
  new Date(now + YEARS * 365.25 * DAY).toISOString().slice(0, 10);

/**
 * Whether a grant from outside can be one: given by tomorrow at the latest (clocks differ), and ending within ten years.
 * One that was given in a time to come would beat every true one.
 *
 * @param now UTC instant in ms.
 */
export function isLikely({ at, expiry }: Pick<Grant, 'at' | 'expiry'>, now: number): boolean {
  const end = expiry.basis === 'entered' ? expiry.date : new Date(expiry.at).toISOString().slice(0, 10);
  return at <= now + DAY && end <= lastLikelyDay(now);
}
