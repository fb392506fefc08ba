import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Listed } from '@/utils/domain/due/listing.ts';
import { timelineOf } from '@/utils/domain/due/timeline.ts';

const today = Temporal.PlainDate.from('2026-11-20');

const row = (id: string, days: number | undefined, more: Partial<Listed> = {}): Listed => ({
  id,
  name: id,
  marketplace: 'amazon',
  site: 'de',
  integration: 'microtech',
  urgency: 'calm',
  ...(days !== undefined && {
    remaining: {
      days,
      ended: days < 0,
      kind: 'amazon',
      expiry: { basis: 'by-rule', at: days },
      grantId: id,
      since: 0,
    },
  }),
  ...more,
});

describe('the picture of the coming 18 months', () => {
  it('has a lane for each connection where there are few, by the day', () => {
    const { lanes, points, grouped, outside } = timelineOf(
      [row('far', 300), row('near', 5), row('gone', -2), row('none', undefined), row('later', 900)],
      today,
    );
    expect(grouped).toBe(false);
    expect(lanes.map(({ name }) => name)).toEqual(['gone', 'near', 'far']);
    expect(points.map(({ from, to, urgency }) => [from, to, urgency])).toEqual([
      [-1, -1, 'expired'],
      [5, 5, 'urgent'],
      [300, 300, 'calm'],
    ]);
    expect(outside).toBe(2);
  });

  it('leaves archived ones out', () => {
    expect(timelineOf([row('away', 5, { archived: true })], today)).toMatchObject({ points: [], outside: 0 });
  });

  it('begins months where they begin, over the turn of two years', () => {
    const { months, days } = timelineOf([], today);
    expect(days).toBe(547);
    expect(months).toHaveLength(18);
    expect(months[0]).toEqual({ day: 11, year: 2026, month: 12 });
    for (const { day, year, month } of months)
      expect(today.add({ days: day }).toString()).toBe(`${year}-${String(month).padStart(2, '0')}-01`);
  });

  it('shows each connection with an end in it exactly once, however many there are', () => {
    const rows = fc.array(
      fc.record({
        days: fc.integer({ min: -30, max: 700 }),
        marketplace: fc.constantFrom('amazon' as const, 'ebay' as const),
        integration: fc.constantFrom('microtech' as const, 'linnworks' as const),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(rows, (made) => {
        const all = made.map(({ days, ...more }, index) => row(String(index), days, more));
        const { points, lanes, days, grouped, outside } = timelineOf(all, today);
        const shown = points.flatMap((point) => point.rows.map(({ id }) => id));
        const wanted = all.filter(({ remaining }) => (remaining?.days ?? 999) <= days).map(({ id }) => id);
        expect(shown.toSorted()).toEqual(wanted.toSorted());
        expect(outside).toBe(all.length - wanted.length);
        expect(grouped).toBe(wanted.length > 20);
        expect(lanes.length).toBeLessThanOrEqual(grouped ? 4 : 20);
        for (const point of points) {
          for (const { remaining } of point.rows) {
            if (point.ended) expect(remaining?.ended).toBe(true);
            else {
              expect(remaining?.days).toBeGreaterThanOrEqual(point.from);
              expect(remaining?.days).toBeLessThanOrEqual(point.to);
            }
          }
        }
      }),
    );
  });
});
