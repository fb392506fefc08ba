import { END, type Item, lifeAt, type Register } from './item.ts';

/**
 * What a count or an instant of the sync can be at most. Whoever writes more than that has made it up, or has a broken
 * clock: it must neither beat what is true for ever, nor push our own counts to where nobody can read them.
 */

const DAY = 86_400_000;

/** No machine of ours counted before this day. */
const FIRST = Date.UTC(2026, 0);

/** A clock may be some days ahead; what is dated later than that would beat every true renewal for ever. */
const AHEAD = 7 * DAY;

/** Room for clocks that are behind, and for what was counted before. */
const SLACK = 1_000_000_000;

/** A machine writes every few seconds at most, so counts grow more slowly than a second each. */
const mostWritings = (now: number): number => SLACK + Math.floor(Math.max(0, now - FIRST) / 1000);

/** The highest life that a connection can have: that of an import now, brought back a thousand times. */
export const mostLives = (now: number): number => 1000 + lifeAt(now);

function isPossible(name: string, { n, value }: Register, now: number): boolean {
  if (n > mostWritings(now)) return false;
  if (!name.startsWith(END) || !Array.isArray(value)) return true;
  return typeof value[0] !== 'number' || value[0] <= now + AHEAD;
}

/**
 * An item without its registers that cannot be true yet. A removal dated in the future counts as made today.
 *
 * @param now UTC instant in ms.
 */
export function bounded(item: Item, now: number): Item {
  const { gone, ...rest } = item;
  const registers = Object.entries(item.registers).filter(([name, register]) =>
    isPossible(name, register, now),
  );
  return {
    ...rest,
    registers: Object.fromEntries(registers),
    ...(gone !== undefined && { gone: Math.min(gone, Math.floor(now / DAY)) }),
  };
}
