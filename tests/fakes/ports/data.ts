import { standingOf } from '@/utils/domain/account/grant.ts';
import { grantFor } from '@/utils/domain/sync/fields.ts';
import type { BackupRows, BackupStore } from '@/utils/flows/ports/records.ts';
import type { ReplicaStore, SyncArea } from '@/utils/flows/ports/sync.ts';
import type { World } from '../world.ts';
import { moveToBin, takeFromBin } from './bin.ts';
import { databaseOf } from './calls.ts';

/** All tables, as they are kept. */
function tablesOf(world: World): BackupRows {
  return {
    connections: [...world.connections.values()],
    grants: [...world.grants.values()],
    runs: [...world.ledger.values()].map(({ putAway, ...row }) => (putAway ? row : { ...row, open: 1 })),
    suggestions: [...world.suggestions.values()],
    exemptions: [...world.exemptions.values()],
    settings: [{ ...world.settings, id: 'own' }],
  };
}

export const backupOf = (world: World): BackupStore => {
  const database = databaseOf(world);
  return {
    page: async (table) => ({ rows: structuredClone(tablesOf(world)[table]), unreadable: 0 }),
    merge: async (decide) => {
      database.reads();
      const write = decide(structuredClone(tablesOf(world)));
      database.writes();
      for (const row of write.connections) world.connections.set(row.id, row);
      for (const row of write.grants) world.grants.set(row.id, row);
      for (const row of write.suggestions) world.suggestions.set(row.id, row);
      for (const row of write.exemptions) world.exemptions.set(row.id, row);
      for (const { open, ...row } of write.runs) world.ledger.set(row.id, { ...row, putAway: open !== 1 });
      for (const { id: _, ...row } of write.settings) world.settings = row;
    },
  };
};

export const replicaOf = (world: World): ReplicaStore => {
  const database = databaseOf(world);
  return {
    merge: async (decide, at) => {
      database.reads();
      const byConnection = Map.groupBy(world.grants.values(), ({ connectionId }) => connectionId);
      const { put, remove, ends, items } = decide({
        connections: structuredClone([...world.connections.values()]),
        standings: [...byConnection].map(([id, own]) => {
          const { account = {} } = world.connections.get(id) ?? {};
          return standingOf(id, own, { account, now: Number.POSITIVE_INFINITY });
        }),
        items: structuredClone(world.items),
      });
      database.writes();
      for (const row of put) {
        takeFromBin(world, row.id);
        world.connections.set(row.id, row);
      }
      for (const { connectionId, ends: told } of ends) {
        for (const end of told) {
          const own = [...world.grants.values()].filter((each) => each.connectionId === connectionId);
          const grant = grantFor(connectionId, end, own);
          if (grant) world.grants.set(grant.id, grant);
        }
      }
      for (const id of remove) moveToBin(world, id, at);
      world.items = items;
    },
    change: async (changed) => {
      database.writes();
      world.items = changed(structuredClone(world.items));
    },
  };
};

export const syncAreaOf = (world: World): SyncArea => ({
  all: async () => structuredClone(world.sync.all()),
  set: async (items) => world.sync.set(structuredClone(items), world.now),
  remove: async (keys) => world.sync.remove(keys, world.now),
  machine: async () => world.machine,
  turn: async () => world.syncTurn,
  takeTurn: async (instant) => {
    world.syncTurn = instant;
  },
  state: async () => world.syncState,
  note: async (state) => {
    world.syncState = state;
  },
});
