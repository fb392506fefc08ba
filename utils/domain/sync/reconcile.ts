import type { Connection } from '../account/connection.ts';
import type { Standing } from '../account/grant.ts';
import { type Preset, presetConnection } from '../policy/managed.ts';
import { decode, isKey } from './code.ts';
import { connectionFrom, endsFrom, fieldsOf, type SyncedEnd, withoutDecided } from './fields.ts';
import { type Item, merge, newest, samePlain, written } from './item.ts';
import { REMEMBERED } from './room.ts';

/** What this machine keeps. */
export interface Replica {
  connections: readonly Connection[];
  standings: readonly Standing[];
  /** What was known of each connection when the machines were last compared. */
  items: readonly Item[];
}

export interface Comparison {
  /** Everything that is in the sync, by key. */
  stored: Record<string, unknown>;
  /** This machine's name in stamps. */
  machine: string;
  accountIds: boolean;
  /** What the organisation presets here; another machine's may preset it otherwise. */
  presets: readonly Preset[];
  /** UTC instant in ms. */
  now: number;
}

/** What a comparison means for this machine. */
export interface Reconciled {
  put: Connection[];
  remove: string[];
  /** Ends of grants that another machine told of, by connection. */
  ends: { connectionId: string; ends: SyncedEnd[] }[];
  /** What is known now; it takes the place of what was kept. */
  items: Item[];
}

const DAY = 86_400_000;

/** The day of an instant, counted since 1970 in UTC. */
export const dayNumber = (at: number): number => Math.floor(at / DAY);

const sameItem = (a: Item, b: Item): boolean =>
  a.life === b.life &&
  a.gone === b.gone &&
  Object.keys(a.registers).length === Object.keys(b.registers).length &&
  Object.entries(a.registers).every(([name, { value, n, by }]) => {
    const other = b.registers[name];
    return other !== undefined && other.n === n && other.by === by && samePlain(other.value, value);
  });

/**
 * Compares what this machine keeps with the sync: writes down what was changed here since the last time, takes over
 * what others changed. Machines that compare until nothing changes keep the same, in whatever order they do.
 */
export function reconcile(
  here: Replica,
  { stored, machine, accountIds, presets, now }: Comparison,
): Reconciled {
  const today = dayNumber(now);
  const connections = new Map(here.connections.map((each) => [each.id, each]));
  const standings = new Map(here.standings.map((each) => [each.connectionId, each]));
  const before = new Map(here.items.map((each) => [each.id, each]));
  const preset = new Map(presets.map((each) => [each.id, each]));
  const told = new Map<string, Item>();
  for (const [key, value] of Object.entries(stored)) {
    const item = isKey(key) ? decode(key, value) : undefined;
    if (item) told.set(item.id, item);
  }
  const seen = [...before.values(), ...told.values()];
  const stamp = { n: seen.reduce((most, item) => Math.max(most, newest(item)), 0) + 1, by: machine };
  const result: Reconciled = { put: [], remove: [], ends: [], items: [] };
  for (const id of new Set([...connections.keys(), ...before.keys(), ...told.keys()])) {
    const connection = connections.get(id);
    const theirs = told.get(id);
    const all = connection && fieldsOf(connection, standings.get(id), accountIds);
    const given = preset.get(id);
    const fields = all && given ? withoutDecided(all, given, before.get(id) ?? theirs) : all;
    const mine = written(id, before.get(id), fields, stamp, today);
    const merged = mine && theirs ? merge(mine, theirs) : (mine ?? theirs);
    if (!merged) continue;
    if (merged.gone !== undefined) {
      if (connection) result.remove.push(id);
      if (today - merged.gone <= REMEMBERED) result.items.push(merged);
      continue;
    }
    if (!mine || !sameItem(mine, merged)) {
      const next = connectionFrom(merged, connection, accountIds, now);
      const known = before.get(id);
      if (!next) {
        // Written by a program that knows more than this one: left alone, here and in the sync.
        if (known) result.items.push(known);
        continue;
      }
      result.put.push(given ? presetConnection(given, next, now) : next);
      result.ends.push({ connectionId: id, ends: endsFrom(merged) });
    }
    result.items.push(merged);
  }
  return result;
}
