import { grantFor } from '../domain/sync/fields.ts';
import type { ReplicaStore } from '../flows/ports/sync.ts';
import type { Database } from './database.ts';
import { moveToBin, takeFromBin } from './repositories.ts';
import { settleStandings } from './standings.ts';

/** What this machine keeps beside the browser's sync, changed as a whole. */
export function createReplica(db: Database): ReplicaStore {
  const tables = [db.connections, db.grants, db.runs, db.standings, db.bin, db.stamps];
  return {
    merge: (decide, at) =>
      db.transaction('rw', tables, async () => {
        const [connections, standings, items] = await Promise.all([
          db.connections.toArray(),
          db.standings.toArray(),
          db.stamps.toArray(),
        ]);
        const { put, remove, ends, items: known } = decide({ connections, standings, items });
        // What another machine brought back has its history here again.
        for (const { id } of put) await takeFromBin(db, id);
        await db.connections.bulkPut(put);
        for (const { connectionId, ends: told } of ends) {
          const own = await db.grants.where('connectionId').equals(connectionId).toArray();
          const grants = told.flatMap((end) => grantFor(connectionId, end, own) ?? []);
          await db.grants.bulkPut(grants);
        }
        await settleStandings(
          db,
          ends.map(({ connectionId }) => connectionId),
        );
        for (const id of remove) await moveToBin(db, id, at);
        const kept = new Set(known.map(({ id }) => id));
        await db.stamps.bulkDelete(items.map(({ id }) => id).filter((id) => !kept.has(id)));
        await db.stamps.bulkPut(known);
      }),
    async change(changed) {
      await db.transaction('rw', db.stamps, async () => {
        const items = changed(await db.stamps.toArray());
        await db.stamps.clear();
        await db.stamps.bulkPut(items);
      });
    },
  };
}
