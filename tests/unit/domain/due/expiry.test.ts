import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expiry, Grant } from '@/utils/domain/account/grant.ts';
import { BADGE_COLORS, badgeOf } from '@/utils/domain/due/badge.ts';
import {
  dayIn,
  daysLeft,
  expiryDate,
  expiryOf,
  hasEnded,
  nextChange,
  nextMidnight,
  soonestEnd,
  urgencyOf,
} from '@/utils/domain/due/expiry.ts';

const BERLIN = 'Europe/Berlin';
const DAY = 24 * 60 * 60 * 1000;
const at = (iso: string): number => Date.parse(iso);

const zones = fc.constantFrom(
  'UTC',
  BERLIN,
  'America/St_Johns',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'America/Sao_Paulo',
);
const instants = fc.integer({ min: at('2024-01-01T00:00:00Z'), max: at('2032-12-31T00:00:00Z') });

describe('an expiry', () => {
  it('is a year at Amazon and 47,304,000 seconds at eBay', () => {
    const now = at('2026-11-20T12:00:00Z');
    expect(expiryOf('amazon', now)).toEqual({ basis: 'by-rule', at: now + 365 * DAY });
    expect(expiryOf('ebay-oauth', now)).toEqual({ basis: 'by-rule', at: now + 47_304_000_000 });
  });

  it('is exact where the callback told it, and not where it told a time gone by', () => {
    const now = at('2026-11-20T12:00:00Z');
    expect(expiryOf('ebay-authnauth', now, now + 5)).toEqual({ basis: 'exact', at: now + 5 });
    expect(expiryOf('ebay-authnauth', now, 0).basis).toBe('by-rule');
  });

  it('ends at its instant, or after its day', () => {
    expect(hasEnded({ basis: 'exact', at: 10 }, 10, 'UTC')).toBe(true);
    expect(hasEnded({ basis: 'exact', at: 10 }, 9, 'UTC')).toBe(false);
    const entered: Expiry = { basis: 'entered', date: '2026-11-20' };
    expect(hasEnded(entered, at('2026-11-20T22:59:59Z'), BERLIN)).toBe(false);
    expect(hasEnded(entered, at('2026-11-20T23:00:00Z'), BERLIN)).toBe(true);
  });
});

describe('days left', () => {
  it.each([
    ['the day before', '2026-11-19T23:30:00+01:00', 1],
    ['the day itself', '2026-11-20T00:30:00+01:00', 0],
    ['the day after', '2026-11-21T00:00:00+01:00', -1],
    ['over the end of daylight saving', '2026-10-24T12:00:00+02:00', 27],
  ])('%s', (_, now, days) => {
    expect(daysLeft({ basis: 'entered', date: '2026-11-20' }, at(now), BERLIN)).toBe(days);
  });

  it('goes down by one at every local midnight and at no other time', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 600 * DAY }), zones, (now, life, zone) => {
        const expiry: Expiry = { basis: 'by-rule', at: now + life };
        const midnight = nextMidnight(now, zone);
        expect(midnight).toBeGreaterThan(now);
        expect(daysLeft(expiry, midnight - 1, zone)).toBe(daysLeft(expiry, now, zone));
        expect(daysLeft(expiry, midnight, zone)).toBe(daysLeft(expiry, now, zone) - 1);
      }),
    );
  });

  it('is what the person entered', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -400, max: 900 }), zones, (now, days, zone) => {
        const expiry: Expiry = { basis: 'entered', date: dayIn(days, now, zone) };
        expect(daysLeft(expiry, now, zone)).toBe(days);
        expect(expiryDate(expiry, zone).toString()).toBe(dayIn(days, now, zone));
      }),
    );
  });
});

/** Days by the calendar's own numbers, without a clock: the sum of the lengths of the years and months between. */
function daysByCalendar(from: string, to: string): number {
  const serial = (day: string): number => {
    const [year, month, date] = day.split('-').map(Number) as [number, number, number];
    const y = month <= 2 ? year - 1 : year;
    const m = month <= 2 ? month + 12 : month;
    return (
      365 * y +
      Math.floor(y / 4) -
      Math.floor(y / 100) +
      Math.floor(y / 400) +
      Math.floor((153 * (m - 3) + 2) / 5) +
      date
    );
  };
  return serial(to) - serial(from);
}

/** The wall clock as the system shows it, by another way than ours. */
function wallDate(now: number, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(now);
}

describe('days as calendar days', () => {
  it('are those between two days on the wall, in every zone, over daylight saving and leap days', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -40 * DAY, max: 600 * DAY }), zones, (now, life, zone) => {
        const days = daysLeft({ basis: 'exact', at: now + life }, now, zone);
        expect(days).toBe(daysByCalendar(wallDate(now, zone), wallDate(now + life, zone)));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a leap day in between', '2028-02-28', '2028-03-01', 2],
    ['no leap day', '2027-02-28', '2027-03-01', 1],
    ['a century without a leap day', '2100-02-28', '2100-03-01', 1],
    ['a year over a leap day', '2027-11-20', '2028-11-20', 366],
  ])('%s', (_, today, date, days) => {
    expect(daysLeft({ basis: 'entered', date }, at(`${today}T12:00:00+01:00`), BERLIN)).toBe(days);
  });

  it('of a date that the person entered are the same wherever they travel on that day', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 600 }), zones, zones, (now, days, home, away) => {
        const expiry: Expiry = { basis: 'entered', date: dayIn(days, now, home) };
        const moved = daysByCalendar(wallDate(now, home), wallDate(now, away));
        expect(daysLeft(expiry, now, away)).toBe(days - moved);
      }),
    );
  });

  it('of an instant differ by one day at most, and by none in what has ended, wherever they travel', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -DAY, max: 600 * DAY }), zones, zones, (now, life, a, b) => {
        const expiry: Expiry = { basis: 'by-rule', at: now + life };
        expect(Math.abs(daysLeft(expiry, now, a) - daysLeft(expiry, now, b))).toBeLessThanOrEqual(1);
        expect(hasEnded(expiry, now, a)).toBe(hasEnded(expiry, now, b));
      }),
    );
  });

  it('never fall by more than the days by which the clock went on, and rise when it is set back', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -400 * DAY, max: 400 * DAY }), zones, (now, set, zone) => {
        const expiry: Expiry = { basis: 'by-rule', at: now + 365 * DAY };
        const passed = daysByCalendar(wallDate(now, zone), wallDate(now + set, zone));
        expect(daysLeft(expiry, now + set, zone)).toBe(daysLeft(expiry, now, zone) - passed);
      }),
    );
  });

  it('every day of a year and a half go down by one, to the day itself and below', () => {
    for (const zone of ['Europe/Berlin', 'America/Sao_Paulo', 'Pacific/Apia', 'Asia/Kathmandu']) {
      let now = at('2026-10-01T10:00:00Z');
      const expiry = expiryOf('ebay-oauth', now);
      const first = daysLeft(expiry, now, zone);
      for (let day = 1; day <= 560; day += 1) {
        now = nextMidnight(now, zone);
        expect(daysLeft(expiry, now, zone)).toBe(first - day);
        expect(badgeOf([{ ...LEFT, days: first - day, ended: first < day }], []).days).toBe(first - day);
      }
    }
  });
});

describe('the next change of what is said', () => {
  const now = at('2026-11-20T12:00:00+01:00');

  it('is local midnight, or an end before it', () => {
    expect(nextChange([], now, BERLIN)).toBe(at('2026-11-21T00:00:00+01:00'));
    const today: Expiry = { basis: 'exact', at: at('2026-11-20T15:30:00+01:00') };
    expect(nextChange([{ basis: 'entered', date: '2026-11-20' }, today], now, BERLIN)).toBe(today.at);
    expect(nextChange([{ basis: 'exact', at: now }], now, BERLIN)).toBe(at('2026-11-21T00:00:00+01:00'));
  });

  it('leaves nothing out: until then no day and no end is another', () => {
    fc.assert(
      fc.property(instants, fc.array(fc.integer({ min: -DAY, max: 2 * DAY })), zones, (now, lives, zone) => {
        const ends = lives.map((life): Expiry => ({ basis: 'exact', at: now + life }));
        const change = nextChange(ends, now, zone);
        const said = (when: number) =>
          ends.map((end) => [daysLeft(end, when, zone), hasEnded(end, when, zone)]);
        expect(said(change - 1)).toEqual(said(now));
      }),
    );
  });
});

const LEFT = {
  ended: false,
  expiry: { basis: 'exact' as const, at: 0 },
  kind: 'amazon' as const,
  grantId: 'g',
  since: 0,
};

const grant = (change: Partial<Grant>): Grant => ({
  id: 'g',
  connectionId: 'c',
  kind: 'amazon',
  verdict: 'match',
  at: 1,
  expiry: { basis: 'entered', date: '2026-12-31' },
  ...change,
});

describe('the soonest end', () => {
  const now = at('2026-11-20T12:00:00Z');

  it('is that of the newest grant of each kind', () => {
    const grants = [
      grant({ id: 'old', at: 1, expiry: { basis: 'entered', date: '2026-11-25' } }),
      grant({ id: 'new', at: 2, expiry: { basis: 'entered', date: '2027-11-20' } }),
    ];
    expect(soonestEnd(grants, now, BERLIN)?.days).toBe(365);
  });

  it('is the sooner of two kinds', () => {
    const grants = [
      grant({ id: 'a', kind: 'ebay-oauth', expiry: { basis: 'entered', date: '2027-01-01' } }),
      grant({ id: 'b', kind: 'ebay-authnauth', expiry: { basis: 'entered', date: '2026-11-27' } }),
    ];
    expect(soonestEnd(grants, now, BERLIN)).toMatchObject({ days: 7, kind: 'ebay-authnauth' });
  });

  it('is not that of a grant in quarantine', () => {
    const grants = [
      grant({ id: 'a' }),
      grant({ id: 'b', at: 5, verdict: 'other', expiry: { basis: 'exact', at: now } }),
    ];
    expect(soonestEnd(grants, now, BERLIN)?.days).toBe(41);
  });
});

describe('the badge', () => {
  const left = (days: number, ended = false) => ({
    days,
    ended,
    expiry: { basis: 'exact' as const, at: 0 },
    kind: 'amazon' as const,
    grantId: 'g',
    since: 0,
  });

  it.each([
    [547, '547', 'calm'],
    [31, '31', 'calm'],
    [30, '30', 'soon'],
    [8, '8', 'soon'],
    [7, '7', 'urgent'],
    [0, '0', 'urgent'],
  ])('of %i days says %s, %s', (days, text, urgency) => {
    expect(badgeOf([left(900), left(days)], [])).toEqual({ text, urgency, days });
  });

  it('warns of what has expired and of what needs the person', () => {
    expect(badgeOf([left(-1, true), left(5)], [])).toEqual({ text: '!', urgency: 'expired', days: -1 });
    expect(badgeOf([left(300)], ['unfinished', 'wrong-account'])).toMatchObject({
      text: '!',
      attention: 'wrong-account',
    });
  });

  it('is empty where nothing is known', () => {
    expect(badgeOf([], [])).toEqual({ text: '', urgency: 'unknown' });
  });

  it('has at most three characters', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5000, max: 5000 })), (all) => {
        const { text } = badgeOf(
          all.map((days) => left(days, days < 0)),
          [],
        );
        expect(text.length).toBeLessThanOrEqual(3);
      }),
    );
  });

  it('has colours that differ in lightness from one stage to the next, with a text that can be read', () => {
    const luminance = (colour: string): number => {
      const [red, green, blue] = [1, 3, 5]
        .map((index) => Number.parseInt(colour.slice(index, index + 2), 16) / 255)
        .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)) as [
        number,
        number,
        number,
      ];
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const lightness = (colour: string): number => 116 * Math.cbrt(luminance(colour)) - 16;
    const contrast = (a: string, b: string): number => {
      const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
      return (light + 0.05) / (dark + 0.05);
    };
    for (const [background, text] of Object.values(BADGE_COLORS))
      expect(contrast(background, text)).toBeGreaterThanOrEqual(4.5);
    const stages = (['calm', 'soon', 'urgent', 'expired'] as const).map((stage) =>
      lightness(BADGE_COLORS[stage][0]),
    );
    for (const [index, stage] of stages.slice(1).entries())
      expect((stages[index] ?? 0) - stage).toBeGreaterThan(15);
  });

  it('and the pop-up call a connection equally urgent', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 600 }), (days) => {
        const remaining = left(days, days < 0);
        expect(badgeOf([remaining], []).urgency).toBe(urgencyOf(remaining));
      }),
    );
  });
});
