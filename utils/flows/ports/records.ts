import type { Connection } from '../../domain/account/connection.ts';
import type { Exemption } from '../../domain/account/exemption.ts';
import type { Grant } from '../../domain/account/grant.ts';
import type { Suggestion } from '../../domain/account/suggestion.ts';
import type { BackupTable } from '../../domain/data/import-part.ts';
import type { Notified } from '../../domain/due/reminders.ts';
import type { LedgerEntry } from '../../domain/run/run.ts';
import type { Settings } from '../../domain/settings/settings.ts';

/** What is kept for good: rows of the database, and their way into files and back. */

export interface Connections {
  all(): Promise<Connection[]>;
  get(id: string): Promise<Connection | undefined>;
  /** Those of these that are there. */
  some(ids: readonly string[]): Promise<Connection[]>;
  put(connection: Connection): Promise<void>;
  /**
   * Changes a connection as it stands then: two changes at the same time both hold.
   *
   * @param how Pure; may be called with a connection that has changed since it was last read.
   * @returns What the connection is now; undefined where it is gone.
   */
  change(id: string, how: (connection: Connection) => Connection): Promise<Connection | undefined>;
  /**
   * Removes a connection with its grants and runs; they can be brought back until they are forgotten.
   *
   * @param at UTC instant in ms.
   */
  remove(id: string, at: number): Promise<void>;
  /** The removed ones, the last first. */
  removed(): Promise<Removed[]>;
  /** Brings a removed connection back with all that it had; false where it is forgotten. */
  restore(id: string): Promise<boolean>;
  /** Forgets those that were removed before this UTC instant in ms, for good. */
  forgetRemovedBefore(instant: number): Promise<void>;
}

/** A connection that was removed and can be brought back. */
export interface Removed {
  connection: Connection;
  /** UTC instant in ms. */
  at: number;
}

export interface Grants {
  all(): Promise<Grant[]>;
  /**
   * Of each connection that has grants those that can stand for it: read at once, however many grants there are. What
   * they come to follows from the account that the connection expects (`standingOf`).
   *
   * @param now UTC instant in ms: what is dated later is left out.
   * @param ids Only of these connections.
   */
  standings(now: number, ids?: readonly string[]): Promise<{ connectionId: string; grants: Grant[] }[]>;
  /** Every grant of a connection, newest first. */
  of(connectionId: string): Promise<Grant[]>;
  get(id: string): Promise<Grant | undefined>;
  /**
   * Records a grant together with what its connection learns from it, all or nothing: a suggestion of the same id is
   * taken up thereby and asked about no more.
   *
   * @returns false where this grant is recorded already; nothing is changed then, and where its connection is gone.
   */
  record(grant: Grant, learn: (connection: Connection) => Connection): Promise<boolean | 'no-connection'>;
  put(grant: Grant): Promise<void>;
  /** Removes a grant for good. */
  remove(id: string): Promise<void>;
}

export interface Suggestions {
  all(): Promise<Suggestion[]>;
  put(suggestion: Suggestion): Promise<void>;
  remove(id: string): Promise<void>;
}

export interface SettingsStore {
  get(): Promise<Settings>;
  put(settings: Settings): Promise<void>;
}

/** What the person was told last of each connection. */
export interface Reminded {
  all(): Promise<Notified[]>;
  put(told: Notified[]): Promise<void>;
  forget(connectionIds: string[]): Promise<void>;
}

/** Rows as they are kept. A run is `open` until the person has put it away. */
export interface BackupRows {
  connections: Connection[];
  grants: Grant[];
  runs: (LedgerEntry & { open?: 1 })[];
  suggestions: Suggestion[];
  exemptions: Exemption[];
  settings: (Settings & { id: 'own' })[];
}

/** Everything that is kept, for files. */
export interface BackupStore {
  /**
   * Some rows of a table, in the order of their keys, beginning after one. Works with a database that refuses all else;
   * nothing in these rows is checked.
   */
  page(
    table: BackupTable,
    after?: string,
  ): Promise<{ rows: unknown[]; unreadable: number /** Where the next page begins. */; next?: string }>;
  /** Reads everything and writes what is decided, all of it or nothing; a `decide` that throws changes nothing. */
  merge(decide: (here: BackupRows) => BackupRows): Promise<void>;
}

export interface Exemptions {
  all(): Promise<Exemption[]>;
  put(exemption: Exemption): Promise<void>;
  remove(id: string): Promise<void>;
}
