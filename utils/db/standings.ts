import { type Standing, standingOf } from '../domain/account/grant.ts';
import type { Database } from './database.ts';
import { allSound, soundOnes } from './sound.ts';

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
  await db.standings.bulkPut(having.map((id) => standingOf(id, byConnection.get(id) ?? [])));
  await db.standings.bulkDelete(without);
}

/** What the grants of each connection come to; a standing that is damaged is counted from the grants again. */
export async function soundStandings(db: Database): Promise<Standing[]> {
  const sound = await allSound(db, 'standings', db.standings);
  const lost = db.unreadable.get('standings') ?? 0;
  db.unreadable.delete('standings');
  if (lost === 0) return sound;
  const known = new Set(sound.map(({ connectionId }) => connectionId));
  const grants = soundOnes('grants', await db.grants.toArray());
  const byConnection = Map.groupBy(grants, ({ connectionId }) => connectionId);
  const again = [...byConnection].filter(([id]) => !known.has(id));
  return [...sound, ...again.map(([id, own]) => standingOf(id, own))];
}
