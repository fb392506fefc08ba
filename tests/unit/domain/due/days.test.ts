import fc from 'fast-check';
import { expect, it } from 'vitest';
import { beginOf, dayAt, endDay } from '@/utils/domain/due/days.ts';

const DAY = 86_400_000;
const EPOCH = Temporal.PlainDate.from('1970-01-01');

/** Zones whose days are not all alike: half hours, midnights that are left out or come twice, a day that never was. */
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/St_Johns',
  'Asia/Kathmandu',
  'America/Sao_Paulo',
  'America/Havana',
  'Africa/Cairo',
  'Asia/Beirut',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Australia/Lord_Howe',
  '+05:30',
  '-11:00',
];

const zone = fc.constantFrom(...ZONES);
const instant = fc.oneof(
  fc.integer({ min: 0, max: Date.UTC(2200, 0) }),
  // Where a midnight may be.
  fc
    .tuple(
      fc.integer({ min: 0, max: 60_000 }),
      fc.integer({ min: -2, max: 2 }),
      fc.integer({ min: 0, max: 95 }),
    )
    .map(([day, off, quarter]) => Math.max(0, day * DAY + quarter * 900_000 + off)),
);

it('is the day that the calendar says, in every zone', () => {
  fc.assert(
    fc.property(zone, instant, (timeZone, at) => {
      const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
      expect(dayAt(at, timeZone)).toBe(EPOCH.until(date, { largestUnit: 'day' }).days);
    }),
    { numRuns: 3000 },
  );
});

it('begins when the calendar says, in every zone', () => {
  fc.assert(
    fc.property(zone, fc.integer({ min: 0, max: 80_000 }), (timeZone, day) => {
      const date = EPOCH.add({ days: day });
      expect(beginOf(day, timeZone)).toBe(date.toZonedDateTime({ timeZone }).epochMilliseconds);
    }),
    { numRuns: 1000 },
  );
});

it('of an end that was entered is that day, everywhere', () => {
  for (const timeZone of ZONES) {
    expect(endDay({ basis: 'entered', date: '1970-01-02' }, timeZone)).toBe(1);
    expect(endDay({ basis: 'entered', date: '2028-02-29' }, timeZone)).toBe(21_243);
    expect(endDay({ basis: 'entered', date: '0001-01-01' }, timeZone)).toBe(
      EPOCH.until(Temporal.PlainDate.from('0001-01-01'), { largestUnit: 'day' }).days,
    );
  }
});
