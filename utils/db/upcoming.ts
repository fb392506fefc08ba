import { candidatesOf } from '../domain/account/grant.ts';
import {
  ASKING,
  endAt,
  endOn,
  type From,
  holdsAt,
  type Upcoming,
  upcomingOf,
} from '../domain/due/upcoming.ts';
import type { UpcomingIndex } from '../flows/ports/upcoming.ts';
import type { Database } from './database.ts';
import { allSound, ifSound, isSoundIn, soundOnes } from './sound.ts';

/** The tables of a transaction that changes what is in the index. */
export const indexTables = (db: Database) => [db.connections, db.grants, db.standings, db.upcoming];

/**
 * Writes down anew what comes of these connections. To be called in the transaction that changed them or their grants,
 * behind `settleStandings`, with {@link indexTables} in its scope.
 */
export async function settleUpcoming(db: Database, connectionIds: readonly string[]): Promise<void> {
  const ids = [...new Set(connectionIds)];
  const [connections, standings] = [await db.connections.bulkGet(ids), await db.standings.bulkGet(ids)];
  const rows: Upcoming[] = [];
  const none: string[] = [];
  for (const [index, id] of ids.entries()) {
    const connection = ifSound('connections', connections[index]);
    const standing = standings[index];
    const candidates = ifSound('standings', standing)?.grants ?? (standing && (await readAgain(db, id)));
    const row = connection && upcomingOf(connection, candidates ?? []);
    if (row) rows.push(row);
    else none.push(id);
  }
  if (rows.length > 0) await db.upcoming.bulkPut(rows);
  if (none.length > 0) await db.upcoming.bulkDelete(none);
}

/** What stands for a connection whose row of that is damaged. */
async function readAgain(db: Database, id: string) {
  return candidatesOf(soundOnes('grants', await db.grants.where('connectionId').equals(id).toArray()));
}

/** The index, kept in the database. */
export function createUpcoming(db: Database): UpcomingIndex {
  const holds =
    (now: number, shared?: true) =>
    (row: Upcoming): boolean =>
      isSoundIn('upcoming', row) && holdsAt(row, now) && !(shared && row.own);

  async function firstFrom({ at, day, shared }: From, now: number) {
    const usable = holds(now, shared);
    const instant = await db.upcoming.where('at').aboveOrEqual(at).filter(usable).first();
    const date = await db.upcoming.where('day').aboveOrEqual(day).filter(usable).first();
    return [
      ...(instant?.at === undefined ? [] : [endAt(instant.at)]),
      ...(date?.day === undefined ? [] : [endOn(date.day)]),
    ];
  }

  async function apart(now: number): Promise<string[]> {
    const ahead = await db.upcoming.where('newest').above(now).primaryKeys();
    return [...new Set([...ahead, ...(await db.upcoming.where('own').equals(1).primaryKeys())])];
  }

  return {
    first: (froms, now) =>
      db.transaction('r', db.upcoming, async () => {
        const asks: (typeof ASKING)[number][] = [];
        for (const each of ASKING)
          if (await db.upcoming.where('asks').equals(each).filter(holds(now)).first()) asks.push(each);
        const ends = [];
        for (const from of froms) ends.push(await firstFrom(from, now));
        return { asks, ends, apart: await apart(now) };
      }),
    before: ({ at, day }, now) =>
      db.transaction('r', db.upcoming, async () => [
        ...new Set([
          ...(await db.upcoming.where('at').below(at).primaryKeys()),
          ...(await db.upcoming.where('day').below(day).primaryKeys()),
          ...(await apart(now)),
        ]),
      ]),
    async mend() {
      const [connections, standings, rows] = [
        await allSound(db, 'connections', db.connections),
        await db.standings.toArray(),
        await allSound(db, 'upcoming', db.upcoming),
      ];
      db.unreadable.delete('upcoming');
      const grants = new Map(soundOnes('standings', standings).map((row) => [row.connectionId, row.grants]));
      const there = new Map(rows.map((row) => [row.connectionId, JSON.stringify(row)]));
      const wrong = connections.filter((each) => {
        const row = upcomingOf(each, grants.get(each.id) ?? []);
        return (row && JSON.stringify(row)) !== there.get(each.id);
      });
      const known = new Set(connections.map(({ id }) => id));
      const left = (await db.upcoming.toCollection().primaryKeys()).filter((id) => !known.has(id));
      const ids = [...wrong.map(({ id }) => id), ...left];
      if (ids.length === 0) return false;
      await db.transaction('rw', indexTables(db), async () => settleUpcoming(db, ids));
      return true;
    },
  };
}
