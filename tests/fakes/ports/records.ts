import { candidatesOf } from '@/utils/domain/account/grant.ts';
import { upcomingOf as rowOf, type Upcoming } from '@/utils/domain/due/upcoming.ts';
import type {
  Connections,
  Exemptions,
  Grants,
  Reminded,
  SettingsStore,
  Suggestions,
} from '@/utils/flows/ports/records.ts';
import type { UpcomingIndex } from '@/utils/flows/ports/upcoming.ts';
import type { World } from '../world.ts';
import { moveToBin, takeFromBin } from './bin.ts';
import { databaseOf } from './calls.ts';
import { beforeOf, firstOf } from './upcoming.ts';

const tableOf = <T extends { id: string }>(world: World, rows: Map<string, T>) => {
  const database = databaseOf(world);
  return {
    all: async () => {
      database.reads();
      return structuredClone([...rows.values()]);
    },
    put: async (row: T) => {
      database.writes();
      rows.set(row.id, structuredClone(row));
    },
    remove: async (id: string) => {
      database.writes();
      rows.delete(id);
    },
  };
};

export function connectionsOf(world: World): Connections {
  const database = databaseOf(world);
  return {
    ...tableOf(world, world.connections),
    get: async (id) => {
      database.reads();
      return structuredClone(world.connections.get(id));
    },
    some: async (ids) => {
      database.reads();
      return ids.flatMap((id) => structuredClone(world.connections.get(id)) ?? []);
    },
    change: async (id, how) => {
      database.writes();
      const connection = world.connections.get(id);
      if (!connection) return undefined;
      const next = how(connection);
      world.connections.set(id, next);
      return next;
    },
    remove: async (id, at) => {
      database.writes();
      moveToBin(world, id, at);
    },
    removed: async () => {
      database.reads();
      return [...world.bin.values()].sort((a, b) => b.at - a.at);
    },
    restore: async (id) => {
      database.writes();
      return takeFromBin(world, id);
    },
    forgetRemovedBefore: async (instant) => {
      database.writes();
      for (const [id, { at, grants }] of world.bin) {
        if (at >= instant) continue;
        world.forgotten.push(...grants);
        world.bin.delete(id);
      }
    },
  };
}

export function grantsOf(world: World): Grants {
  const database = databaseOf(world);
  const grants = tableOf(world, world.grants);
  return {
    ...grants,
    get: async (id) => {
      database.reads();
      return structuredClone(world.grants.get(id));
    },
    of: async (id) => {
      database.reads();
      return [...world.grants.values()]
        .filter(({ connectionId }) => connectionId === id)
        .sort((a, b) => b.at - a.at);
    },
    standings: async (now, ids) => {
      const all = (await grants.all()).filter(
        ({ at, connectionId }) => at <= now && (!ids || ids.includes(connectionId)),
      );
      const byConnection = Map.groupBy(all, ({ connectionId }) => connectionId);
      return [...byConnection].map(([id, own]) => ({ connectionId: id, grants: candidatesOf(own) }));
    },
    record: async (grant, learn) => {
      database.writes();
      if (world.grants.has(grant.id)) return false;
      const connection = world.connections.get(grant.connectionId);
      if (!connection) return 'no-connection';
      world.grants.set(grant.id, grant);
      world.connections.set(connection.id, learn(connection));
      world.suggestions.delete(grant.id);
      return true;
    },
  };
}

export const suggestionsOf = (world: World): Suggestions => tableOf(world, world.suggestions);
export const exemptionsOf = (world: World): Exemptions => tableOf(world, world.exemptions);

export function settingsOf(world: World): SettingsStore {
  const database = databaseOf(world);
  return {
    get: async () => {
      database.reads();
      return structuredClone(world.settings);
    },
    put: async (wanted) => {
      database.writes();
      world.settings = structuredClone(wanted);
    },
  };
}

export function remindedOf(world: World): Reminded {
  const database = databaseOf(world);
  return {
    all: async () => {
      database.reads();
      return [...world.reminded.values()];
    },
    put: async (told) => {
      database.writes();
      for (const each of told) world.reminded.set(each.connectionId, each);
    },
    forget: async (ids) => {
      database.writes();
      for (const id of ids) world.reminded.delete(id);
    },
  };
}

/** What the database finds in its index, counted anew from all rows. */
export function upcomingOf(world: World): UpcomingIndex {
  const database = databaseOf(world);
  const rows = (): Upcoming[] => {
    database.reads();
    const grants = Map.groupBy(world.grants.values(), ({ connectionId }) => connectionId);
    return [...world.connections.values()].flatMap(
      (each) => rowOf(each, candidatesOf(grants.get(each.id) ?? [])) ?? [],
    );
  };
  return {
    first: async (froms, now) => firstOf(rows(), froms, now),
    before: async (until, now) => beforeOf(rows(), until, now),
    mend: async () => false,
  };
}
