import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { badgeOf } from '@/utils/domain/badge.ts';
import {
  dayIn,
  daysLeft,
  expiryDate,
  expiryOf,
  hasEnded,
  nextMidnight,
  soonestEnd,
  urgencyOf,
} from '@/utils/domain/expiry.ts';
import type { Expiry, Grant } from '@/utils/domain/grant.ts';

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
      trouble: 'wrong-account',
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

  it('and the pop-up call a connection equally urgent', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 600 }), (days) => {
        const remaining = left(days, days < 0);
        expect(badgeOf([remaining], []).urgency).toBe(urgencyOf(remaining));
      }),
    );
  });
});
