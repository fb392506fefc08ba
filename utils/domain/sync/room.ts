import { sameRow } from '../data/merge.ts';
import { decode, encode, keyOf, LIMITS, sizeOf } from './code.ts';
import { isUnderstood } from './fields.ts';
import type { Item } from './item.ts';

/** What is to be written into the sync, so that it is never asked for more than it takes. */
export interface SyncPlan {
  set: Record<string, unknown>;
  remove: string[];
  /** Connections that are in the sync afterwards, and those that do not fit and stay on this machine. */
  fitting: number;
  left: number;
}

/** So long a removed connection is remembered, so that no machine brings it back: days. */
export const REMEMBERED = 180;

/** Whether a removal was so long ago that nothing is kept of it any more. */
export const isForgotten = ({ gone }: Pick<Item, 'gone'>, today: number): boolean =>
  gone !== undefined && today - gone > REMEMBERED;

/** What the sync alone remembers is forgotten as well: no machine's notes lead to it any more. */
const isOver = (item: Item | undefined, today: number): boolean =>
  item !== undefined && isForgotten(item, today);

/** Whether this version may write under a key: nothing stands there, or something that it understands. */
function isOurs(key: string, stored: Record<string, unknown>): boolean {
  if (!(key in stored)) return true;
  const item = decode(key, stored[key]);
  return item !== undefined && isUnderstood(item);
}

/**
 * Plans the sync's next content. What is in it stays; then come removals, then the connections that were made first;
 * what does not fit is left out. What other programs wrote there is counted and left alone.
 *
 * @param stored Everything that is in the sync now, by key.
 * @param today Days since 1970.
 */
export function planSync(items: readonly Item[], stored: Record<string, unknown>, today: number): SyncPlan {
  const ours = items.filter(({ id }) => isOurs(keyOf(id), stored));
  const current = ours.filter((item) => !isForgotten(item, today));
  const wanted = new Map(current.map((item) => [keyOf(item.id), item]));
  const forgotten = Object.entries(stored)
    .filter(([key, value]) => !wanted.has(key) && isOver(decode(key, value), today))
    .map(([key]) => key);
  const known = new Set([...wanted.keys(), ...forgotten]);
  const strangers = Object.entries(stored).filter(([key]) => !known.has(key));
  let bytes = strangers.reduce((sum, [key, value]) => sum + sizeOf(key, value), 0);
  let count = strangers.length;
  const rank = ({ id, gone }: Item): number => (keyOf(id) in stored ? 0 : gone !== undefined ? 1 : 2);
  const madeAt = ({ registers }: Item): number => Number(registers.c?.value ?? 0);
  const ordered = [...wanted.values()].sort(
    (a, b) => rank(a) - rank(b) || madeAt(a) - madeAt(b) || (a.id < b.id ? -1 : 1),
  );
  const set: Record<string, unknown> = {};
  const remove = [...forgotten];
  let fitting = 0;
  let left = 0;
  for (const item of ordered) {
    const key = keyOf(item.id);
    const code = encode(item);
    const size = sizeOf(key, code);
    const fits = size <= LIMITS.itemBytes && bytes + size <= LIMITS.bytes && count < LIMITS.items;
    if (item.gone === undefined) {
      if (fits) fitting += 1;
      else left += 1;
    }
    if (!fits) {
      if (key in stored) remove.push(key);
      continue;
    }
    bytes += size;
    count += 1;
    if (!sameRow(stored[key], code)) set[key] = code;
  }
  return { set, remove, fitting, left };
}
