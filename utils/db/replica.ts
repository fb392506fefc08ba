import type { Connection } from '../domain/account/connection.ts';
import { type Standing, standingOf } from '../domain/account/grant.ts';
import { grantFor } from '../domain/sync/fields.ts';
import type { ReplicaStore } from '../flows/ports/sync.ts';
import type { Database } from './database.ts';
import { moveToBin, takeFromBin } from './repositories.ts';
import { soundOnes } from './sound.ts';
import type { StandingRow } from './standing-row.ts';
import { settleStandings } from './standings.ts';
import { indexTables, settleUpcoming } from './upcoming.ts';

/** Where the connections stand. What is dated in the future goes along: each machine tells by its own clock. */
function standingsOf(connections: readonly Connection[], rows: readonly StandingRow[]): Standing[] {
  const known = new Map(rows.map((row) => [row.connectionId, row.grants]));
  return connections.flatMap(({ id, account }) => {
    const grants = known.get(id);
    return grants ? [standingOf(id, grants, { account, now: Number.POSITIVE_INFINITY })] : [];
  });
}

/** What this machine keeps beside the browser's sync, changed as a whole. */
export function createReplica(db: Database): ReplicaStore {
  const tables = [...indexTables(db), db.runs, db.bin, db.stamps];
  return {
    merge: (decide, at) =>
      db.transaction('rw', tables, async () => {
        const [stored, standings, stamps] = await Promise.all([
          db.connections.toArray(),
          db.standings.toArray(),
          db.stamps.toArray(),
        ]);
        const connections = soundOnes('connections', stored);
        // A connection that cannot be read was not removed here, and is not written over: its owner may save it first.
        const sound = new Set(connections);
        const damaged = new Set(stored.filter((row) => !sound.has(row)).map(({ id }) => id));
        const items = soundOnes('stamps', stamps).filter(({ id }) => !damaged.has(id));
        const decided = decide({
          connections,
          standings: standingsOf(connections, soundOnes('standings', standings)),
          items,
        });
        const { remove, items: known } = decided;
        const put = decided.put.filter(({ id }) => !damaged.has(id));
        const ends = decided.ends.filter(({ connectionId }) => !damaged.has(connectionId));
        // What another machine brought back has its history here again.
        for (const { id } of put) await takeFromBin(db, id);
        await db.connections.bulkPut(put);
        for (const { connectionId, ends: told } of ends) {
          const own = soundOnes(
            'grants',
            await db.grants.where('connectionId').equals(connectionId).toArray(),
          );
          const grants = told.flatMap((end) => grantFor(connectionId, end, own) ?? []);
          await db.grants.bulkPut(grants);
        }
        await settleStandings(
          db,
          ends.map(({ connectionId }) => connectionId),
        );
        await settleUpcoming(db, [
          ...put.map(({ id }) => id),
          ...ends.map(({ connectionId }) => connectionId),
        ]);
        for (const id of remove) await moveToBin(db, id, at);
        const kept = new Set(known.map(({ id }) => id));
        await db.stamps.bulkDelete(items.map(({ id }) => id).filter((id) => !kept.has(id)));
        await db.stamps.bulkPut(known);
      }),
    async change(changed) {
      await db.transaction('rw', db.stamps, async () => {
        const items = changed(soundOnes('stamps', await db.stamps.toArray()));
        await db.stamps.clear();
        await db.stamps.bulkPut(items);
      });
    },
  };
}
