import { i18n } from '#i18n';
import type { Timeline, TimelinePoint } from '../../domain/due/timeline.ts';
import { marketplaceById } from '../../domain/marketplaces/index.ts';
import { locale, placeName, softwareName } from '../names.ts';

const dayText = (today: Temporal.PlainDate, days: number): string =>
  today.add({ days }).toLocaleString(locale(), { dateStyle: 'medium' });

/** When the grants of a point end. */
export function whenText({ from, to, ended }: TimelinePoint, today: Temporal.PlainDate): string {
  if (ended) return i18n.t('timeline.ended');
  if (from === to) return dayText(today, from);
  return i18n.t('timeline.span', [dayText(today, from), dayText(today, to)]);
}

/** What a lane is for. */
export function laneText(lane: Timeline['lanes'][number], grouped: boolean): string {
  const { name, marketplace, site } = lane;
  if (!grouped) return `${name} · ${placeName(marketplace, site)}`;
  const software = lane.integration === 'other' ? i18n.t('software.other') : softwareName(lane);
  return `${marketplaceById(marketplace).name} · ${software}`;
}

/** A point in one sentence. */
export function pointText(point: TimelinePoint, lane: string, today: Temporal.PlainDate): string {
  const { rows } = point;
  return i18n.t('timeline.point', rows.length, [lane, whenText(point, today), String(rows.length)]);
}

/** A month as the axis writes it; with its year where a year begins. */
export function monthText({ year, month }: Timeline['months'][number]): string {
  const first = new Temporal.PlainDate(year, month, 1);
  return first.toLocaleString(
    locale(),
    month === 1 ? { month: 'short', year: 'numeric' } : { month: 'short' },
  );
}
