import { Dexie, type EntityTable } from 'dexie';
import type { Connection } from '../domain/connection.ts';
import type { Grant } from '../domain/grant.ts';
import type { LedgerEntry } from '../domain/run.ts';
import type { Settings } from '../domain/settings.ts';
import type { Exemption, Suggestion } from '../flows/ports.ts';

/** A run in the ledger; `open` is 1 until the person has put it away, absent afterwards. */
export type LedgerRow = LedgerEntry & { open?: 1 };

/** Everything that outlives the browser. Nothing in here is a secret. */
export class Database extends Dexie {
  declare connections: EntityTable<Connection, 'id'>;
  declare grants: EntityTable<Grant, 'id'>;
  declare runs: EntityTable<LedgerRow, 'id'>;
  declare suggestions: EntityTable<Suggestion, 'id'>;
  declare exemptions: EntityTable<Exemption, 'id'>;
  declare settings: EntityTable<Settings & { id: 'own' }, 'id'>;

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
    this.version(2).stores({
      settings: 'id',
      reminded: 'connectionId',
      stamps: 'id',
    });
  }
}
