/**
 * What several machines know of one connection, so that it comes to the same on all of them in whatever order they hear
 * of each other: `merge` is commutative, associative and idempotent (Shapiro et al., “Conflict-free Replicated Data
 * Types”, 2011: last-writer-wins registers by a Lamport clock).
 */

/** A value as it is written down; null where there is none. */
export type Plain = null | boolean | number | string | readonly Plain[];

/** When something was written: a logical clock, and the machine for two that wrote at the same count. */
export interface Stamp {
  n: number;
  by: string;
}

/** A field and when it was written. */
export interface Register extends Stamp {
  value: Plain;
}

export type Fields = Record<string, Plain>;

export interface Item {
  /** The connection's id. */
  id: string;
  /** How often it was brought back after it was removed. A later life has nothing of an earlier one. */
  life: number;
  /** Removed in this life, on this day since 1970: nothing else is kept of it. */
  gone?: number;
  registers: Record<string, Register>;
  /**
   * Imported by hand: the life it begins with, until another machine has answered. Kept on this machine only.
   */
  imported?: number;
}

/** Fields with this name hold the end of a grant; the first of their values is when it was given. */
export const END = 'e.';

const givenAt = ({ value }: Register): number =>
  Array.isArray(value) && typeof value[0] === 'number' ? value[0] : Number.NEGATIVE_INFINITY;

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Which of two writings of a field counts: above 0, the first one. Equal ones are the same. */
function precedence(name: string, a: Register, b: Register): number {
  // Of two renewals the later one counts, whichever machine recorded it first.
  const later = name.startsWith(END) ? givenAt(a) - givenAt(b) : 0;
  // A machine whose notes were brought back from a copy may count anew: then the values themselves decide.
  return (
    (Number.isNaN(later) ? 0 : later) ||
    a.n - b.n ||
    order(a.by, b.by) ||
    order(JSON.stringify(a.value), JSON.stringify(b.value))
  );
}

/** What two machines know together. */
export function merge(a: Item, b: Item): Item {
  if (a.life !== b.life) return a.life > b.life ? a : b;
  if (a.gone !== undefined || b.gone !== undefined) {
    // The earlier day: a machine whose clock is ahead must not keep the others from forgetting.
    const day = Math.min(a.gone ?? Number.POSITIVE_INFINITY, b.gone ?? Number.POSITIVE_INFINITY);
    return { ...a, registers: {}, gone: day };
  }
  const registers = { ...a.registers };
  for (const [name, theirs] of Object.entries(b.registers)) {
    const ours = registers[name];
    if (!ours || precedence(name, theirs, ours) > 0) registers[name] = theirs;
  }
  return { ...a, registers };
}

export const samePlain = (a: Plain, b: Plain): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The newest count that an item has seen. */
export function newest({ registers }: Item): number {
  return Object.values(registers).reduce((most, { n }) => Math.max(most, n), 0);
}

const HOUR = 3_600_000;
const FIRST_HOUR = Date.UTC(2026, 0) / HOUR;

/** Hours since the beginning of 2026. No life that began before can have a higher number; see `importedByHand`. */
export const lifeAt = (now: number): number => Math.max(0, Math.floor(now / HOUR - FIRST_HOUR));

/**
 * Notes that the user imports a connection that is not here. It begins a life of its own, so that no earlier removal
 * takes it away again, whichever machine knows of that one; the clock numbers it, since this machine may know of none.
 * If others still have the connection, their word counts (see `reconcile`).
 *
 * @param before What was known of it; undefined where nothing was.
 * @param now UTC instant in ms.
 */
export function importedByHand(id: string, before: Item | undefined, now: number): Item {
  const known = before ?? { id, life: 0, registers: {} };
  return { ...known, imported: Math.max(known.life + 1, lifeAt(now)) };
}

/** Whether an import was only noted so far: no machine has compared it. */
export const isJustImported = ({ imported, gone, registers }: Item): boolean =>
  imported !== undefined && (gone !== undefined || Object.keys(registers).length === 0);

/**
 * Writes down what was changed here since the item was last looked at.
 *
 * @param before What was known then; undefined for a connection that was not there.
 * @param fields What the connection is now; undefined where it is gone.
 * @param stamp For what is written now: its count is above all that were seen.
 * @param today Days since 1970.
 */
export function written(
  id: string,
  before: Item | undefined,
  fields: Fields | undefined,
  stamp: Stamp,
  today: number,
): Item | undefined {
  if (!fields) {
    if (!before || before.gone !== undefined) return before;
    return { id, life: before.life, gone: today, registers: {} };
  }
  const again = before?.gone !== undefined;
  const known = again ? {} : (before?.registers ?? {});
  const registers = { ...known };
  for (const [name, value] of Object.entries(fields)) {
    const register = known[name];
    if (!samePlain(register?.value ?? null, value)) registers[name] = { value, ...stamp };
  }
  return { id, life: (before?.life ?? 0) + (again ? 1 : 0), registers };
}
