import type { BackupTable } from '../domain/data/import-part.ts';
import { TABLES } from '../domain/data/schema.ts';
import { soundSettings } from '../domain/rows/rows.ts';
import { defaultSettings } from '../domain/settings/settings.ts';
import type { BackupRows, BackupStore } from '../flows/ports/records.ts';
import type { Database } from './database.ts';
import { openAsIs, readAfter } from './read.ts';
import { soundOnes } from './sound.ts';
import { settleStandings } from './standings.ts';
import { settleUpcoming } from './upcoming.ts';

/** Everything that is kept, for files. */
export function createBackupStore(db: Database): BackupStore {
  return {
    async page(table, after) {
      const open = await openAsIs(db.name);
      try {
        // Neither a table that came with a later version than the one kept, nor one that is lost.
        if (!open.objectStoreNames.contains(table)) return { rows: [], unreadable: 0 };
        const { entries, next } = await readAfter(open.transaction(table).objectStore(table), after);
        const rows = entries.flatMap(({ read }) => (read ? [read.row] : []));
        const unreadable = entries.length - rows.length;
        return { rows, unreadable, ...(typeof next === 'string' && { next }) };
      } finally {
        open.close();
      }
    },
    merge: (decide) =>
      db.transaction('rw', [...TABLES, 'settings', 'standings', 'upcoming'], async () => {
        const here = await Promise.all([
          db.connections.toArray(),
          db.grants.toArray(),
          db.runs.toArray(),
          db.suggestions.toArray(),
          db.exemptions.toArray(),
          db.settings.toArray(),
        ]);
        const [connections, grants, runs, suggestions, exemptions, settings] = here;
        const write = decide({
          connections: soundOnes('connections', connections),
          grants: soundOnes('grants', grants),
          runs: soundOnes('runs', runs),
          suggestions: soundOnes('suggestions', suggestions),
          exemptions: soundOnes('exemptions', exemptions),
          settings: settings.map((row) => ({ ...defaultSettings(), ...soundSettings(row), id: 'own' })),
        });
        for (const table of [...TABLES, 'settings'] satisfies BackupTable[]) {
          await db.table<BackupRows[typeof table][number]>(table).bulkPut(write[table]);
        }
        // A grant that goes to another connection is missing where it was.
        const written = new Set(write.grants.map(({ id }) => id));
        const owners = [...grants.filter(({ id }) => written.has(id)), ...write.grants].map(
          ({ connectionId }) => connectionId,
        );
        await settleStandings(db, owners);
        await settleUpcoming(db, [...write.connections.map(({ id }) => id), ...owners]);
      }),
  };
}
