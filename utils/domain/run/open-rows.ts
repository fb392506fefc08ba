import { isAlive, type LedgerEntry } from './run.ts';

/** How many ended runs wait for the user to put them away. */
export const MOST_ENDED = 50;

/** How long an ended run waits for that: ms. */
export const ENDED_FOR = 30 * 24 * 60 * 60 * 1000;

/** Whether something is still to be done for a run, or can be done by the user alone. */
const isOwed = (row: LedgerEntry): boolean =>
  isAlive(row) ||
  row.owed !== undefined ||
  row.popups?.state === 'allowed' ||
  row.container?.state === 'making' ||
  row.container?.state === 'in-use' ||
  row.aside?.state === 'kept' ||
  (row.aside?.state === 'back' && row.aside.missing !== undefined && row.aside.missing > 0);

const endOf = (row: LedgerEntry): number => (isAlive(row) ? Number.POSITIVE_INFINITY : row.endedAt);

/** Those with something to be done first, then the last that ended. */
export function pressingFirst(rows: readonly LedgerEntry[]): LedgerEntry[] {
  return rows.toSorted((a, b) => Number(isOwed(b)) - Number(isOwed(a)) || endOf(b) - endOf(a));
}

/**
 * The ended runs that nobody will put away any more: of a month ago, or behind many newer ones. Those for which
 * something is still to be done are not among them.
 *
 * @param rows Runs that were not put away.
 * @param now UTC instant in ms.
 */
export function leftLying(rows: readonly LedgerEntry[], now: number): LedgerEntry[] {
  return pressingFirst(rows.filter((row) => !isOwed(row))).filter(
    (row, index) => index >= MOST_ENDED || now - endOf(row) > ENDED_FOR,
  );
}
