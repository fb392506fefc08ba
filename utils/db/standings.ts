import type { Database } from './database.ts';
import { allSound, soundOnes } from './sound.ts';
import { type StandingRow, standingRow } from './standing-row.ts';

/** Above this many connections one read of all grants costs less than a read for each. */
const MANY = 200;

/**
 * Writes down anew what the grants of these connections come to. To be called in the transaction that changed the
 * grants, with `grants` and `standings` in its scope: lists and badge read nothing else.
 */
export async function settleStandings(db: Database, connectionIds: readonly string[]): Promise<void> {
  const ids = [...new Set(connectionIds)];
  const grants =
    ids.length > MANY
      ? await db.grants.toArray()
      : await db.grants.where('connectionId').anyOf(ids).toArray();
  const byConnection = Map.groupBy(soundOnes('grants', grants), ({ connectionId }) => connectionId);
  const [having, without] = [
    ids.filter((id) => byConnection.has(id)),
    ids.filter((id) => !byConnection.has(id)),
  ];
  await db.standings.bulkPut(having.map((id) => standingRow(id, byConnection.get(id) ?? [])));
  await db.standings.bulkDelete(without);
}

const isAhead = ({ grants }: StandingRow, now: number): boolean => grants.some(({ at }) => at > now);

/** The same of some connections, each row by its key. */
export async function someStandings(
  db: Database,
  now: number,
  ids: readonly string[],
): Promise<StandingRow[]> {
  const stored = (await db.standings.bulkGet([...ids])).filter((row) => row !== undefined);
  const sound = soundOnes('standings', stored).filter((row) => !isAhead(row, now));
  const known = new Set(sound.map(({ connectionId }) => connectionId));
  const again = stored.map(({ connectionId }) => connectionId).filter((id) => !known.has(id));
  const grants = await db.grants.where('connectionId').anyOf(again).toArray();
  const counted = soundOnes('grants', grants).filter(({ at }) => at <= now);
  const byConnection = Map.groupBy(counted, ({ connectionId }) => connectionId);
  return [...sound, ...[...byConnection].map(([id, own]) => standingRow(id, own))];
}

/**
 * What can stand for each connection that has grants; a row that is damaged is counted from the grants again. So is one
 * with a grant of the future, which would hide an older one that counts.
 *
 * @param now UTC instant in ms.
 */
export async function soundStandings(db: Database, now: number): Promise<StandingRow[]> {
  const rows = await allSound(db, 'standings', db.standings);
  const lost = db.unreadable.get('standings') ?? 0;
  db.unreadable.delete('standings');
  const ahead = rows.filter((row) => isAhead(row, now)).map(({ connectionId }) => connectionId);
  if (lost === 0 && ahead.length === 0) return rows;
  const sound = rows.filter((row) => !isAhead(row, now));
  const known = new Set(sound.map(({ connectionId }) => connectionId));
  const again = lost > 0 ? db.grants.toArray() : db.grants.where('connectionId').anyOf(ahead).toArray();
  const grants = soundOnes('grants', await again).filter(({ at }) => at <= now);
  const byConnection = Map.groupBy(grants, ({ connectionId }) => connectionId);
  return [
    ...sound,
    ...[...byConnection].filter(([id]) => !known.has(id)).map(([id, own]) => standingRow(id, own)),
  ];
}
