import { Dexie, type EntityTable, type Transaction } from 'dexie';
import type { Connection } from '../domain/account/connection.ts';
import type { Exemption } from '../domain/account/exemption.ts';
import type { Grant } from '../domain/account/grant.ts';
import type { Suggestion } from '../domain/account/suggestion.ts';
import type { Notified } from '../domain/due/reminders.ts';
import { type Upcoming, upcomingOf } from '../domain/due/upcoming.ts';
import { isConnection, isGrant, isStanding } from '../domain/rows/rows.ts';
import type { LedgerEntry } from '../domain/run/run.ts';
import type { Settings } from '../domain/settings/settings.ts';
import type { Item } from '../domain/sync/item.ts';
import { type StandingRow, standingRow } from './standing-row.ts';

/** A run in the ledger; `open` is 1 until the user dismisses it, absent afterwards. */
export type LedgerRow = LedgerEntry & { open?: 1 };

/** A removed connection with all that it had, until it is forgotten. */
export interface BinRow {
  id: string;
  connection: Connection;
  grants: Grant[];
  runs: LedgerRow[];
  /** UTC instant in ms. */
  at: number;
}

/** Dexie counts in tenths: its version 2 is the browser's 20. */
const TENTHS = 10;

/** Writes down for every connection what can stand for it. */
async function settleAll(tx: Transaction): Promise<void> {
  const grants = await tx.table<Grant>('grants').toArray();
  const byConnection = Map.groupBy(grants.filter(isGrant), ({ connectionId }) => connectionId);
  const rows = [...byConnection].map(([id, own]) => standingRow(id, own));
  await tx.table<StandingRow>('standings').bulkPut(rows);
}

/** Writes down for every connection what comes of it. */
async function listUpcoming(tx: Transaction): Promise<void> {
  const standings = await tx.table<StandingRow>('standings').toArray();
  const grants = new Map(standings.filter(isStanding).map((row) => [row.connectionId, row.grants]));
  const connections = await tx.table<Connection>('connections').toArray();
  const rows = connections
    .filter(isConnection)
    .flatMap((each) => upcomingOf(each, grants.get(each.id) ?? []) ?? []);
  await tx.table<Upcoming>('upcoming').bulkPut(rows);
}

/** Everything that outlives the browser. Nothing in here is a secret. */
export class Database extends Dexie {
  declare connections: EntityTable<Connection, 'id'>;
  declare grants: EntityTable<Grant, 'id'>;
  declare runs: EntityTable<LedgerRow, 'id'>;
  declare suggestions: EntityTable<Suggestion, 'id'>;
  declare exemptions: EntityTable<Exemption, 'id'>;
  declare settings: EntityTable<Settings & { id: 'own' }, 'id'>;
  declare reminded: EntityTable<Notified, 'connectionId'>;

  /** What `grants` comes to by connection; written in the same transactions (`standings.ts`). */
  declare standings: EntityTable<StandingRow, 'connectionId'>;
  /** What comes of each watched connection; written in the same transactions (`upcoming.ts`). */
  declare upcoming: EntityTable<Upcoming, 'connectionId'>;
  declare bin: EntityTable<BinRow, 'id'>;
  /** What the person's machines knew of each connection when they were last compared. */
  declare stamps: EntityTable<Item, 'id'>;

  /** How many rows the last read of each table has left out as damaged. */
  readonly unreadable = new Map<string, number>();

  constructor(name = 'grantkeeper') {
    super(name);
    // A version, once released, is never edited: a change is a new version with a migration and a stored example.
    this.version(1).stores({
      connections: 'id',
      grants: 'id, connectionId',
      runs: 'id, connectionId, open',
      suggestions: 'id',
      exemptions: 'id',
    });
    this.version(2)
      .stores({
        settings: 'id',
        reminded: 'connectionId',
        stamps: 'id',
        standings: 'connectionId',
        bin: 'id, at',
      })
      .upgrade(settleAll);
    // Whichever account is expected: rows of version 2 had the grants for the account that was expected then.
    this.version(3).stores({}).upgrade(settleAll);
    this.version(4).stores({ upcoming: 'connectionId, at, day, asks, newest, own' }).upgrade(listUpcoming);
    this.on('ready', () => this.#refuseNewer());
    this.on('blocked', () => this.#giveUp());
  }

  /** Dexie opens what a newer version of the extension wrote; our writes would take from it what we do not know. */
  #refuseNewer(): void {
    const kept = Math.floor(this.backendDB().version / TENTHS);
    if (kept > this.verno) throw new Dexie.VersionError(`The database has version ${kept}`);
  }

  /** Something holds an older version open. Nobody waits for it: the next start of the worker tries again. */
  #giveUp(): void {
    this.close();
  }
}
