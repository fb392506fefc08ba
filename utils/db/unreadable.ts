import type { UnreadableRow, UnreadableRows } from '../flows/ports/unreadable.ts';
import type { Database } from './database.ts';
import { openAsIs, readAfter } from './read.ts';
import { type CheckedTable, SOUND } from './sound.ts';
import { indexTables } from './upcoming.ts';

/** Tables that are written down anew from others. */
const DERIVED: readonly CheckedTable[] = ['standings', 'upcoming'];

const LISTED = (Object.keys(SOUND) as CheckedTable[]).filter((table) => !DERIVED.includes(table));

/** Characters of a row that are kept of it; sound rows have some hundreds. */
const MOST = 100_000;

/** Any value as text: what JSON cannot hold is named, and what refers to itself is left out. */
function rawText(row: unknown): string {
  const above: unknown[] = [];
  const plain = function (this: unknown, _key: string, value: unknown): unknown {
    if (typeof value === 'bigint') return `${value}n`;
    if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
    if (typeof value !== 'object' || value === null) return value;
    while (above.length > 0 && above.at(-1) !== this) above.pop();
    if (above.includes(value)) return '…';
    above.push(value);
    return value;
  };
  try {
    return (JSON.stringify(row, plain) ?? String(row)).slice(0, MOST);
  } catch {
    return Object.prototype.toString.call(row);
  }
}

const keyText = (key: IDBValidKey): string => (typeof key === 'string' ? key : rawText(key));

function nameOf(row: unknown): string | undefined {
  const { name, connection } = (row ?? {}) as { name?: unknown; connection?: unknown };
  if (typeof name === 'string') return name.slice(0, 200);
  return connection === undefined ? undefined : nameOf(connection);
}

interface Found extends UnreadableRow {
  at: IDBValidKey;
}

/** Rows that are damaged, found without Dexie: it opens no database whose version it does not know. */
export function createUnreadable(db: Database): UnreadableRows {
  async function search(tables: readonly CheckedTable[]): Promise<Found[]> {
    const open = await openAsIs(db.name);
    const found: Found[] = [];
    try {
      for (const table of tables) {
        if (!open.objectStoreNames.contains(table)) continue;
        for (let after: IDBValidKey | undefined, first = true; first || after !== undefined; first = false) {
          const { entries, next } = await readAfter(open.transaction(table).objectStore(table), after);
          for (const { key, read } of entries) {
            if (read && SOUND[table](read.row)) continue;
            const name = nameOf(read?.row);
            found.push({
              table,
              at: key,
              key: keyText(key),
              ...(name !== undefined && { name }),
              ...(read && { raw: rawText(read.row) }),
            });
          }
          after = next;
        }
      }
    } finally {
      open.close();
    }
    return found;
  }

  return {
    known: () => [...db.unreadable.values()].reduce((sum, count) => sum + count, 0),
    all: async () => (await search(LISTED)).map(({ at: _, ...row }) => row),
    async remove(table, key) {
      const listed = LISTED.find((each) => each === table);
      const row = listed && (await search([listed])).find((each) => each.key === key);
      if (!listed || !row) return;
      const all = [...indexTables(db), db.runs, db.stamps, db.table(listed)];
      await db.transaction('rw', all, async () => {
        await db.table(listed).delete(row.at as string);
        if (listed !== 'connections') return;
        // Without its stamp it is no removal to the user's other machines: what they have comes back from there.
        await db.stamps.delete(row.at as string);
        await db.upcoming.delete(row.at as string);
        for (const own of [db.grants, db.runs, db.standings])
          await own
            .where('connectionId')
            .equals(row.at as string)
            .delete();
      });
    },
  };
}
