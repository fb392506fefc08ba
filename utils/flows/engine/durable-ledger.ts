import type { LedgerEntry } from '../../domain/run/run.ts';
import type { Health } from '../ports/browser.ts';
import type { Ledger, LedgerRows, UnsavedRow, UnsavedRows } from '../ports/runs.ts';

/**
 * The ledger that loses no row: what the database refuses waits in the browser's own storage, and is read as if it were
 * saved, until the database takes it. Nothing in a row is a secret.
 */
export function durableLedger(
  rows: LedgerRows,
  unsaved: UnsavedRows,
  health: Pick<Health, 'database'>,
): Ledger {
  /** Whether the database took it. A row that it took waits no longer. */
  async function save({ entry, putAway }: UnsavedRow): Promise<boolean> {
    try {
      await rows.put(entry);
      if (putAway) await rows.acknowledge(entry.id);
    } catch (error) {
      await health.database(true, error);
      return false;
    }
    await health.database(false);
    return true;
  }

  const waiting = async (id: string): Promise<UnsavedRow | undefined> =>
    (await unsaved.all()).find(({ entry }) => entry.id === id);

  /** Lays the rows that wait over those that are saved. */
  async function withWaiting(
    reading: Promise<LedgerEntry[]>,
    wanted: (row: UnsavedRow) => boolean,
  ): Promise<LedgerEntry[]> {
    // Both at once; a refusal that nobody waits for yet would be nobody's.
    const [over, read] = await Promise.all([
      unsaved.all(),
      reading.then(
        (saved) => ({ saved }),
        (error: unknown) => ({ error }),
      ),
    ]);
    if ('error' in read && over.length === 0) throw read.error;
    if ('error' in read) await health.database(true, read.error);
    const saved = 'saved' in read ? read.saved : [];
    const ids = new Set(over.map(({ entry }) => entry.id));
    const all = [...over.filter(wanted).map(({ entry }) => entry), ...saved.filter(({ id }) => !ids.has(id))];
    return all.sort((a, b) => b.startedAt - a.startedAt);
  }

  return {
    async put(entry) {
      const before = await waiting(entry.id);
      if (await save({ ...before, entry })) {
        if (before) await unsaved.remove(entry.id);
      } else await unsaved.put({ ...before, entry });
    },
    async get(id) {
      return (await waiting(id))?.entry ?? rows.get(id);
    },
    unacknowledged: () => withWaiting(rows.unacknowledged(), ({ putAway }) => !putAway),
    async acknowledge(id) {
      const before = await waiting(id);
      if (before) await unsaved.put({ ...before, putAway: true });
      else await rows.acknowledge(id);
    },
    of: (connectionId) =>
      withWaiting(rows.of(connectionId), ({ entry }) => entry.connectionId === connectionId),
    async catchUp() {
      for (const row of await unsaved.all()) if (await save(row)) await unsaved.remove(row.entry.id);
    },
  };
}
