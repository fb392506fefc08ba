import { defaultSettings } from '../domain/settings.ts';
import type { Connections, Exemptions, Grants, Ledger, SettingsStore, Suggestions } from '../flows/ports.ts';
import type { Database } from './database.ts';

/** The ledger of runs, kept in the database. */
export function createLedger(db: Database): Ledger {
  return {
    async put(entry) {
      await db.transaction('rw', db.runs, async () => {
        const before = await db.runs.get(entry.id);
        const putAway = before !== undefined && before.open === undefined;
        await db.runs.put(putAway ? entry : { ...entry, open: 1 });
      });
    },
    async unacknowledged() {
      const rows = await db.runs.where('open').equals(1).toArray();
      return rows.map(({ open: _, ...entry }) => entry).sort((a, b) => b.startedAt - a.startedAt);
    },
    async acknowledge(id) {
      await db.runs.update(id, { open: undefined });
    },
  };
}

/** Connections, kept in the database. */
export function createConnections(db: Database): Connections {
  return {
    all: () => db.connections.toArray(),
    get: (id) => db.connections.get(id),
    async put(connection) {
      await db.connections.put(connection);
    },
    async remove(id) {
      await db.transaction('rw', db.connections, db.grants, db.runs, async () => {
        await db.grants.where('connectionId').equals(id).delete();
        await db.runs.where('connectionId').equals(id).delete();
        await db.connections.delete(id);
      });
    },
  };
}

/** Grants, kept in the database. */
export function createGrants(db: Database): Grants {
  return {
    all: () => db.grants.toArray(),
    get: (id) => db.grants.get(id),
    record: (grant, learn) =>
      db.transaction('rw', db.grants, db.connections, async () => {
        if (await db.grants.get(grant.id)) return false;
        await db.grants.add(grant);
        const connection = await db.connections.get(grant.connectionId);
        if (connection) await db.connections.put(learn(connection));
        return true;
      }),
    async put(grant) {
      await db.grants.put(grant);
    },
  };
}

/** Answers without a run, kept in the database. */
export function createSuggestions(db: Database): Suggestions {
  return {
    all: () => db.suggestions.toArray(),
    async put(suggestion) {
      await db.suggestions.put(suggestion);
    },
    remove: (id) => db.suggestions.delete(id),
  };
}

/** Applications that are always let through, kept in the database. */
export function createExemptions(db: Database): Exemptions {
  return {
    all: () => db.exemptions.toArray(),
    async put(exemption) {
      await db.exemptions.put(exemption);
    },
    remove: (id) => db.exemptions.delete(id),
  };
}

/** What the person chose for everything, kept in the database. */
export function createSettings(db: Database): SettingsStore {
  return {
    async get() {
      const { id: _, ...kept } = (await db.settings.get('own')) ?? { id: 'own' };
      return { ...defaultSettings(), ...kept };
    },
    async put(settings) {
      await db.settings.put({ ...settings, id: 'own' });
    },
  };
}
