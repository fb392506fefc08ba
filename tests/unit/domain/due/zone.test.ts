import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grant } from '@/utils/domain/account/grant.ts';
import { dayIn, expiryDate, nextMidnight, soonestEnd } from '@/utils/domain/due/expiry.ts';
import { quietEnds, rungBegins } from '@/utils/domain/due/reminders.ts';
import { soundNow, zoneOf } from '@/utils/domain/due/zone.ts';

/** What Chromium 156 on Linux names for some `TZ` that it does not know, and more that nobody can calculate with. */
const STRANGE = [
  'Etc/Unknown',
  'Factory',
  '',
  ' ',
  'Europe/Berlin.old',
  '/usr/share/zoneinfo/Europe/Berlin',
  ':/etc/localtime',
  'CEST',
  'MEZ',
  'localtime',
  '2026-11-30',
  'Mars/Olympus',
  '+99:00',
  '__proto__',
  undefined,
  null,
  7,
  {},
];

const grants: Grant[] = [
  {
    id: 'g',
    connectionId: 'c',
    kind: 'amazon',
    verdict: 'match',
    at: 0,
    expiry: { basis: 'exact', at: Date.UTC(2027, 0, 31, 23, 30) },
  },
  {
    id: 'h',
    connectionId: 'c',
    kind: 'amazon',
    verdict: 'entered',
    at: 1,
    expiry: { basis: 'entered', date: '2027-02-28' },
  },
];

/** All that is counted in days. */
function count(now: number, timeZone: string): void {
  soonestEnd(grants, now, timeZone);
  nextMidnight(now, timeZone);
  dayIn(3650, now, timeZone);
  quietEnds({ from: '20:00', to: '08:00' }, { now, timeZone });
  for (const { expiry } of grants) {
    rungBegins(730, expiry, timeZone);
    expiryDate(expiry, timeZone).toLocaleString('de', { dateStyle: 'medium' });
  }
  new Intl.DateTimeFormat('fr', { dateStyle: 'medium', timeZone }).format(now);
}

describe('the time zone', () => {
  it.each(['Europe/Berlin', 'UTC', 'America/St_Johns', 'Pacific/Kiritimati', 'EST5EDT'])(
    'is %s where the browser says so',
    (name) => {
      expect(zoneOf(name, 0)).toEqual({ id: name, known: true });
    },
  );

  it.each(STRANGE)('is the offset where the browser says %j', (named) => {
    expect(zoneOf(named, -120)).toEqual({ id: '+02:00', known: false });
    expect(zoneOf(named, 210)).toEqual({ id: '-03:30', known: false });
    expect(zoneOf(named, 0)).toEqual({ id: 'UTC', known: false });
  });

  it('is UTC where the offset makes no sense either', () => {
    for (const offset of [Number.NaN, Number.POSITIVE_INFINITY, 1e9, 0.5, 24 * 60])
      expect(zoneOf('Etc/Unknown', offset)).toEqual({ id: 'UTC', known: false });
  });

  it('is always one that days can be counted in, at any time of any clock', () => {
    const names = fc.oneof(fc.constantFrom<unknown>(...STRANGE), fc.string(), fc.anything());
    const offsets = fc.oneof(fc.integer({ min: -900, max: 900 }), fc.double());
    const clocks = fc.oneof(fc.constantFrom(0, -1, 8.64e15, 1e300, Number.NaN), fc.double(), fc.integer());
    fc.assert(
      fc.property(names, offsets, clocks, (named, offset, clock) => {
        count(soundNow(clock), zoneOf(named, offset).id);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the clock', () => {
  it('is believed within what dates can be counted from', () => {
    expect(soundNow(Date.UTC(2026, 10, 30))).toBe(Date.UTC(2026, 10, 30));
    expect(soundNow(Number.NaN)).toBe(0);
    expect(soundNow(-1)).toBe(0);
    expect(soundNow(8.64e15)).toBe(Date.UTC(2180, 0));
  });
});
