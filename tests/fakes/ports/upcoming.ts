import {
  ASKING,
  endAt,
  endOn,
  type From,
  holdsAt,
  type Soonest,
  type Upcoming,
} from '@/utils/domain/due/upcoming.ts';

/** What an index over these rows finds, without one. */

const first = <T extends number | string>(values: (T | undefined)[], from: T): T | undefined =>
  values
    .filter((value) => value !== undefined && value >= from)
    .sort((a, b) => ((a as T) < (b as T) ? -1 : 1))[0];

const apart = (rows: readonly Upcoming[], now: number): string[] =>
  rows.filter((row) => !holdsAt(row, now) || row.own).map(({ connectionId }) => connectionId);

export function firstOf(rows: readonly Upcoming[], froms: readonly From[], now: number): Soonest {
  const sound = rows.filter((row) => holdsAt(row, now));
  return {
    asks: ASKING.filter((each) => sound.some(({ asks }) => asks === each)),
    ends: froms.map(({ at, day, shared }) => {
      const usable = sound.filter(({ own }) => !(shared && own));
      const instant = first(
        usable.map((row) => row.at),
        at,
      );
      const date = first(
        usable.map((row) => row.day),
        day,
      );
      return [
        ...(instant === undefined ? [] : [endAt(instant)]),
        ...(date === undefined ? [] : [endOn(date)]),
      ];
    }),
    apart: apart(rows, now),
  };
}

export function beforeOf(rows: readonly Upcoming[], { at, day }: From, now: number): string[] {
  const early = rows.filter(
    (row) => (row.at !== undefined && row.at < at) || (row.day !== undefined && row.day < day),
  );
  return [...new Set([...early.map(({ connectionId }) => connectionId), ...apart(rows, now)])];
}
