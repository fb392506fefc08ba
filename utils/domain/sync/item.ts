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
}

/** Fields with this name hold the end of a grant; the first of their values is when it was given. */
export const END = 'e.';

const givenAt = ({ value }: Register): number =>
  Array.isArray(value) && typeof value[0] === 'number' ? value[0] : Number.NEGATIVE_INFINITY;

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Which of two writings of a field counts: above 0, the first one. Equal ones are the same. */
function precedence(name: string, a: Register, b: Register): number {
  // Of two renewals the later one counts, whoever heard of it first.
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
    return { ...a, registers: {}, gone: Math.max(a.gone ?? 0, b.gone ?? 0) };
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
