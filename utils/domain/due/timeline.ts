import type { Urgency } from './expiry.ts';
import { urgencyOf } from './expiry.ts';
import type { Listed } from './listing.ts';

/** How far the picture looks ahead: the longest lifetime that a marketplace gives. */
const MONTHS = 18;

/** Up to this many connections each one has a lane of its own. */
const OWN_LANES = 20;

/** Connections whose grants end at about the same time, in one lane. */
export interface TimelinePoint {
  /** Its lane's place. */
  lane: number;
  /** Days from today, both included; everything that has ended is one point before today. */
  from: number;
  to: number;
  ended: boolean;
  urgency: Urgency;
  /** The soonest first. */
  rows: Listed[];
}

export interface Timeline {
  /** Days from today to the end of the picture. */
  days: number;
  /** What a lane is for: one connection, or all of a marketplace and software. */
  lanes: Pick<Listed, 'marketplace' | 'site' | 'integration' | 'software' | 'name'>[];
  grouped: boolean;
  /** By lane, then by time. */
  points: TimelinePoint[];
  /** The first days of the months that begin in the picture, in days from today. */
  months: { day: number; year: number; month: number }[];
  /** Connections without a date, or with one beyond the picture. */
  outside: number;
}

const laneKey = ({ marketplace, integration }: Listed): string => `${marketplace} ${integration}`;

/**
 * The ends of the coming 18 months: by day in a lane for each connection where there are few, by week in a lane for
 * each marketplace and software where there are many. Archived connections are not in it.
 *
 * @param today The calendar day where the person is.
 */
export function timelineOf(all: readonly Listed[], today: Temporal.PlainDate): Timeline {
  const days = today.until(today.add({ months: MONTHS }), { largestUnit: 'day' }).days;
  const here = all.filter(({ archived }) => !archived);
  const ending = here
    .flatMap((row) => (row.remaining && row.remaining.days <= days ? [{ row, ...row.remaining }] : []))
    .sort((a, b) => Number(b.ended) - Number(a.ended) || a.days - b.days);
  const grouped = ending.length > OWN_LANES;
  const unit = grouped ? 7 : 1;
  const keyOf = (row: Listed): string => (grouped ? laneKey(row) : row.id);
  const keys = [...new Set(ending.map(({ row }) => keyOf(row)))];
  if (grouped) keys.sort();
  const laneOf = new Map(keys.map((key, index) => [key, index]));

  const points = new Map<string, TimelinePoint>();
  const lanes: Timeline['lanes'] = [];
  for (const { row, days: left, ended } of ending) {
    const lane = laneOf.get(keyOf(row)) ?? 0;
    lanes[lane] ??= row;
    const bucket = ended ? -1 : Math.floor(left / unit);
    const id = `${lane} ${bucket}`;
    const point = points.get(id);
    if (point) point.rows.push(row);
    else {
      const from = ended ? -1 : bucket * unit;
      const to = ended ? -1 : Math.min(days, from + unit - 1);
      points.set(id, { lane, from, to, ended, urgency: urgencyOf({ days: left, ended }), rows: [row] });
    }
  }
  const months: Timeline['months'] = [];
  for (let first = today.with({ day: 1 }).add({ months: 1 }); ; first = first.add({ months: 1 })) {
    const day = today.until(first, { largestUnit: 'day' }).days;
    if (day > days) break;
    months.push({ day, year: first.year, month: first.month });
  }
  return {
    days,
    lanes,
    grouped,
    points: [...points.values()].sort((a, b) => a.lane - b.lane || a.from - b.from),
    months,
    outside: here.length - ending.length,
  };
}
