import type { Content, Row, TableName } from './schema.ts';

/** How a file compares with what is here, row by row. */
export interface Counted {
  /** Not here yet. */
  added: number;
  /** Here, and replaced. */
  changed: number;
  /** Here already, with the same content. */
  same: number;
  /** Here, and kept: what is here is newer than the file. */
  newerHere: number;
  /** Left out: their connection is neither in the file nor here. */
  orphaned: number;
}

/** What an import does: the rows to be written, and the count of all. */
export interface ImportPlan {
  write: Content;
  counts: Record<TableName, Counted>;
  /** The settings of the file differ from those here, and take their place. */
  settingsChange: boolean;
  /** Names of the connections that are added and changed, for the person to look through. */
  names: { added: string[]; changed: string[] };
}

type Fate = keyof Counted;

/** Whether two rows say the same, whatever the order of their members. */
export function sameRow(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const kept = (row: object): [string, unknown][] =>
    Object.entries(row).filter(([, value]) => value !== undefined);
  const [ours, theirs] = [kept(a), new Map(kept(b))];
  return ours.length === theirs.size && ours.every(([key, value]) => sameRow(value, theirs.get(key)));
}

/**
 * Compares a file with what is stored; rows are matched by id. A stored connection is replaced if the file's is newer.
 * Its grants and runs follow: they are replaced if the connection is, added in any case, and left out if there is no
 * such connection. Nothing is ever removed.
 *
 * @param here What is kept now, as it would go out in a file.
 */
export function planImport(file: Content, here: Content): ImportPlan {
  const connections = new Map(here.connections.map((each) => [each.id, each]));
  const fates = new Map<string, Fate>();
  for (const each of file.connections) fates.set(each.id, fateOf(each, connections.get(each.id)));

  const counts = {} as ImportPlan['counts'];
  const write = {} as Content;
  const sort = <T extends TableName>(table: T, fate: (row: Row<T>) => Fate): Row<T>[] => {
    const counted: Counted = { added: 0, changed: 0, same: 0, newerHere: 0, orphaned: 0 };
    const rows = (file[table] as Row<T>[]).filter((row) => {
      const its = fate(row);
      counted[its] += 1;
      return its === 'added' || its === 'changed';
    });
    counts[table] = counted;
    return rows;
  };
  const belonging = <T extends 'grants' | 'runs'>(table: T): Row<T>[] => {
    const known = new Map((here[table] as Row<T>[]).map((row) => [row.id, row]));
    return sort(table, (row) => {
      const own = row.connectionId ?? '';
      if (!fates.has(own) && !connections.has(own)) return 'orphaned';
      const kept = known.get(row.id);
      if (!kept) return 'added';
      if (sameRow(kept, row)) return 'same';
      return fates.get(own) === 'changed' ? 'changed' : 'newerHere';
    });
  };
  const alone = <T extends 'suggestions' | 'exemptions'>(table: T): Row<T>[] => {
    const known = new Map((here[table] as Row<T>[]).map((row) => [row.id, row]));
    return sort(table, (row) => {
      const kept = known.get(row.id);
      if (!kept) return 'added';
      return sameRow(kept, row) ? 'same' : 'newerHere';
    });
  };

  write.connections = sort('connections', ({ id }) => fates.get(id) ?? 'same');
  write.grants = belonging('grants');
  write.runs = belonging('runs');
  write.suggestions = alone('suggestions');
  write.exemptions = alone('exemptions');
  const settingsChange = file.settings !== undefined && !sameRow(file.settings, here.settings);
  if (settingsChange && file.settings) write.settings = file.settings;
  const namesOf = (fate: Fate): string[] =>
    write.connections.filter(({ id }) => fates.get(id) === fate).map(({ name }) => name);
  return { write, counts, settingsChange, names: { added: namesOf('added'), changed: namesOf('changed') } };
}

function fateOf(file: Row<'connections'>, here: Row<'connections'> | undefined): Fate {
  if (!here) return 'added';
  if (sameRow(file, here)) return 'same';
  return file.updatedAt >= here.updatedAt ? 'changed' : 'newerHere';
}
