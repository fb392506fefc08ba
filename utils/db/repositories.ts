import { soundSettings } from '../domain/rows/rows.ts';
import { isAlive, type LedgerEntry } from '../domain/run/run.ts';
import { cutOff } from '../domain/run/run-end.ts';
import { defaultSettings } from '../domain/settings/settings.ts';
import type {
  Connections,
  Exemptions,
  Grants,
  Reminded,
  SettingsStore,
  Suggestions,
} from '../flows/ports/records.ts';
import type { LedgerRows } from '../flows/ports/runs.ts';
import type { Database, LedgerRow } from './database.ts';
import { allSound, ifSound, soundOnes } from './sound.ts';
import { settleStandings, someStandings, soundStandings } from './standings.ts';
import { indexTables, settleUpcoming } from './upcoming.ts';

const entryOf = ({ open: _, ...entry }: LedgerRow): LedgerEntry => entry;

/** Writes down anew all that follows from the grants of these connections, in the transaction that changed them. */
async function settle(db: Database, connectionIds: readonly string[]): Promise<void> {
  await settleStandings(db, connectionIds);
  await settleUpcoming(db, connectionIds);
}

/** The ledger of runs, kept in the database. */
export function createLedger(db: Database): LedgerRows {
  return {
    async put(entry) {
      await db.transaction('rw', db.runs, async () => {
        const before = await db.runs.get(entry.id);
        const putAway = before !== undefined && before.open === undefined;
        await db.runs.put(putAway ? entry : { ...entry, open: 1 });
      });
    },
    async get(id) {
      const row = ifSound('runs', await db.runs.get(id));
      return row && entryOf(row);
    },
    async unacknowledged() {
      const rows = soundOnes('runs', await db.runs.where('open').equals(1).toArray());
      return rows.map(entryOf).sort((a, b) => b.startedAt - a.startedAt);
    },
    async acknowledge(id) {
      await db.runs.update(id, { open: undefined });
    },
    async of(connectionId) {
      const rows = await db.runs.where('connectionId').equals(connectionId).toArray();
      return soundOnes('runs', rows)
        .map(entryOf)
        .sort((a, b) => b.startedAt - a.startedAt);
    },
  };
}

/**
 * Moves a connection with all that it had to where it can be brought back from. To be called in a transaction over
 * `connections`, `grants`, `runs`, `standings`, `upcoming` and `bin`.
 *
 * @param at UTC instant in ms.
 */
export async function moveToBin(db: Database, id: string, at: number): Promise<void> {
  const connection = await db.connections.get(id);
  if (!connection) return;
  const grants = await db.grants.where('connectionId').equals(id).toArray();
  const all = await db.runs.where('connectionId').equals(id).toArray();
  // A run that is not over, or still has cookies aside, stays where it is seen.
  const runs = all.filter((row) => !isAlive(row) && row.aside?.state !== 'kept');
  await db.bin.put({ id, connection, grants, runs, at });
  await db.grants.bulkDelete(grants.map((each) => each.id));
  await db.runs.bulkDelete(runs.map((each) => each.id));
  await db.standings.delete(id);
  await db.upcoming.delete(id);
  await db.connections.delete(id);
}

/**
 * Brings back what was moved there, with all that it had; false where it is forgotten. What is there by now is newer and
 * stays as it is. To be called in such a transaction as well.
 */
export async function takeFromBin(db: Database, id: string): Promise<boolean> {
  const row = await db.bin.get(id);
  if (!row) return false;
  if (!(await db.connections.get(id))) await db.connections.put(row.connection);
  const grants = await db.grants.bulkGet(row.grants.map((each) => each.id));
  await db.grants.bulkPut(row.grants.filter((_, index) => !grants[index]));
  const runs = await db.runs.bulkGet(row.runs.map((each) => each.id));
  const gone = row.runs.filter((_, index) => !runs[index]);
  await db.runs.bulkPut(
    gone.map((each) => ({ ...cutOff(entryOf(each), row.at), ...(each.open && { open: 1 }) })),
  );
  await settle(db, [id]);
  await db.bin.delete(id);
  return true;
}

/** Connections, kept in the database. */
export function createConnections(db: Database): Connections {
  const own = [...indexTables(db), db.runs, db.bin];
  return {
    all: () => allSound(db, 'connections', db.connections),
    get: async (id) => ifSound('connections', await db.connections.get(id)),
    some: async (ids) =>
      soundOnes(
        'connections',
        (await db.connections.bulkGet([...ids])).filter((row) => row !== undefined),
      ),
    async put(connection) {
      await db.transaction('rw', indexTables(db), async () => {
        await db.connections.put(connection);
        await settleUpcoming(db, [connection.id]);
      });
    },
    change: (id, how) =>
      db.transaction('rw', indexTables(db), async () => {
        const connection = ifSound('connections', await db.connections.get(id));
        if (!connection) return undefined;
        const next = how(connection);
        if (next === connection) return next;
        await db.connections.put(next);
        await settleUpcoming(db, [id]);
        return next;
      }),
    async remove(id, at) {
      await db.transaction('rw', own, () => moveToBin(db, id, at));
    },
    async removed() {
      const rows = soundOnes('bin', await db.bin.orderBy('at').reverse().toArray());
      return rows.map(({ connection, at }) => ({ connection, at }));
    },
    restore: (id) => db.transaction('rw', own, async () => takeFromBin(db, id)),
    async forgetRemovedBefore(instant) {
      await db.bin.where('at').below(instant).delete();
    },
  };
}

/** Grants, kept in the database. */
export function createGrants(db: Database): Grants {
  return {
    all: () => allSound(db, 'grants', db.grants),
    standings: (now, ids) => (ids ? someStandings(db, now, ids) : soundStandings(db, now)),
    async of(connectionId) {
      const rows = await db.grants.where('connectionId').equals(connectionId).toArray();
      return soundOnes('grants', rows).sort((a, b) => b.at - a.at);
    },
    get: async (id) => ifSound('grants', await db.grants.get(id)),
    record: (grant, learn) =>
      db.transaction('rw', [...indexTables(db), db.suggestions], async () => {
        if (await db.grants.get(grant.id)) return false;
        const connection = await db.connections.get(grant.connectionId);
        if (!connection) return 'no-connection';
        await db.grants.add(grant);
        const known = ifSound('connections', connection);
        if (known) await db.connections.put(learn(known));
        await settle(db, [grant.connectionId]);
        await db.suggestions.delete(grant.id);
        return true;
      }),
    async remove(id) {
      await db.transaction('rw', indexTables(db), async () => {
        const grant = await db.grants.get(id);
        await db.grants.delete(id);
        if (grant) await settle(db, [grant.connectionId]);
      });
    },
    async put(grant) {
      await db.transaction('rw', indexTables(db), async () => {
        const before = await db.grants.get(grant.id);
        await db.grants.put(grant);
        // It may have gone over to another connection.
        await settle(db, [before?.connectionId ?? grant.connectionId, grant.connectionId]);
      });
    },
  };
}

/** Answers without a run, kept in the database. */
export function createSuggestions(db: Database): Suggestions {
  return {
    all: () => allSound(db, 'suggestions', db.suggestions),
    async put(suggestion) {
      await db.suggestions.put(suggestion);
    },
    remove: (id) => db.suggestions.delete(id),
  };
}

/** Applications that are always let through, kept in the database. */
export function createExemptions(db: Database): Exemptions {
  return {
    all: () => allSound(db, 'exemptions', db.exemptions),
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
      return { ...defaultSettings(), ...soundSettings(await db.settings.get('own')) };
    },
    async put(settings) {
      await db.settings.put({ ...settings, id: 'own' });
    },
  };
}

/** What the person was told, kept in the database. */
export function createReminded(db: Database): Reminded {
  return {
    all: () => allSound(db, 'reminded', db.reminded),
    async put(told) {
      await db.reminded.bulkPut(told);
    },
    async forget(connectionIds) {
      await db.reminded.bulkDelete(connectionIds);
    },
  };
}
