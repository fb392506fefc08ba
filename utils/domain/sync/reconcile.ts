import type { Connection } from '../account/connection.ts';
import type { Standing } from '../account/grant.ts';
import { type Preset, presetConnection } from '../policy/managed.ts';
import { bounded, mostLives } from './bounds.ts';
import { decode, isKey } from './code.ts';
import { connectionFrom, endsFrom, fieldsOf, type SyncedEnd, withoutDecided } from './fields.ts';
import { type Item, isJustImported, merge, newest, samePlain, written } from './item.ts';
import { isForgotten } from './room.ts';

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
  const before = new Map(here.items.map((each) => [each.id, bounded(each, now)]));
  const preset = new Map(presets.map((each) => [each.id, each]));
  const told = new Map<string, Item>();
  for (const [key, value] of Object.entries(stored)) {
    const item = isKey(key) ? decode(key, value) : undefined;
    if (item && item.life <= mostLives(now)) told.set(item.id, bounded(item, now));
  }
  const seen = [...before.values(), ...told.values()];
  const stamp = { n: seen.reduce((most, item) => Math.max(most, newest(item)), 0) + 1, by: machine };
  /** What was imported is older than whatever other machines say who have it. */
  const first = { n: 0, by: machine };
  const result: Reconciled = { put: [], remove: [], ends: [], items: [] };
  for (const id of new Set([...connections.keys(), ...before.keys(), ...told.keys()])) {
    const connection = connections.get(id);
    const theirs = told.get(id);
    const all = connection && fieldsOf(connection, standings.get(id), accountIds);
    const given = preset.get(id);
    const fields = all && given ? withoutDecided(all, given, before.get(id) ?? theirs) : all;
    const known = heardOf(before.get(id), connection);
    const mine = begun(
      written(id, known, fields, known && isJustImported(known) ? first : stamp, today),
      known,
    );
    const merged = together(mine, theirs);
    if (!merged) continue;
    if (merged.gone !== undefined) {
      if (connection) result.remove.push(id);
      if (!isForgotten(merged, today)) result.items.push(merged);
      continue;
    }
    const imported = isAnswered(theirs, known) ? undefined : known?.imported;
    if (!mine || !sameItem(mine, merged)) {
      const next = connectionFrom(merged, connection, accountIds, now);
      if (!next) {
        // Written by a program that knows more than this one: left alone, here and in the sync.
        if (known) result.items.push(known);
        continue;
      }
      result.put.push(given ? presetConnection(given, next, now) : next);
      result.ends.push({ connectionId: id, ends: endsFrom(merged) });
    }
    result.items.push(imported === undefined ? merged : { ...merged, imported });
  }
  return result;
}

/** What was known of a connection. An import that was undone before anything was compared is nobody's business. */
function heardOf(known: Item | undefined, connection: Connection | undefined): Item | undefined {
  return known && !connection && known.gone === undefined && isJustImported(known) ? undefined : known;
}

/** An import begins the life that was noted for it. */
function begun(mine: Item | undefined, known: Item | undefined): Item | undefined {
  if (!mine || mine.gone !== undefined || known?.imported === undefined) return mine;
  return { ...mine, life: Math.max(mine.life, known.imported), imported: known.imported };
}

/** What both know. An import takes part in the life of those who still have the connection, and replaces nothing. */
function together(mine: Item | undefined, theirs: Item | undefined): Item | undefined {
  if (!mine || !theirs) return mine ?? theirs;
  const joins = mine.imported !== undefined && theirs.gone === undefined && theirs.life < mine.life;
  const { imported: _, ...own } = mine;
  return merge(own, joins ? { ...theirs, life: mine.life } : theirs);
}

/** Whether another machine has changed a connection: the sync no longer holds what this machine wrote. */
function isAnswered(theirs: Item | undefined, known: Item | undefined): boolean {
  return theirs !== undefined && known !== undefined && !sameItem(theirs, known);
}
