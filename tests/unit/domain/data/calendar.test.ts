import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { alarmTime, type CalendarEvent, trigger, writeCalendar } from '@/utils/domain/data/calendar.ts';
import { endsOf } from '@/utils/domain/data/ends.ts';
import { dayIn } from '@/utils/domain/due/expiry.ts';
import { connection, DAY, grant, NOW } from './examples.ts';

const event = (over: Partial<CalendarEvent> = {}): CalendarEvent => ({
  id: 'c1',
  day: '2027-03-28',
  summary: 'Renew Alpenglück',
  description: 'In microtech büro+',
  alarms: [30, 1, 0, -1],
  cancelled: false,
  ...over,
});

/** The events of a calendar, read by a program that others use. */
function parsed(text: string): InstanceType<typeof ICAL.Event>[] {
  const root = new ICAL.Component(ICAL.parse(text));
  return root.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
}
const one = (over: Partial<CalendarEvent> = {}, now = NOW, at = '09:00') => {
  const [first] = parsed(writeCalendar([event(over)], 'Grantkeeper', now, at));
  if (!first) throw new Error('no event');
  return first;
};
/** When an event's alarms ring, where the person is. */
const rings = (found: InstanceType<typeof ICAL.Event>): string[] =>
  found.component.getAllSubcomponents('valarm').map((alarm) => {
    const at = found.startDate.clone();
    at.isDate = false;
    at.addDuration(alarm.getFirstPropertyValue('trigger') as InstanceType<typeof ICAL.Duration>);
    return at.toString();
  });

describe('the calendar', () => {
  it('has an all-day event on the last day, with an alarm for each rung', () => {
    const found = one();
    expect(found.startDate.isDate).toBe(true);
    expect([found.startDate.toString(), found.endDate.toString()]).toEqual(['2027-03-28', '2027-03-29']);
    expect([found.summary, found.description]).toEqual(['Renew Alpenglück', 'In microtech büro+']);
    expect(rings(found)).toEqual([
      '2027-02-26T09:00:00',
      '2027-03-27T09:00:00',
      '2027-03-28T09:00:00',
      '2027-03-29T09:00:00',
    ]);
  });

  it('updates what was imported before: same UID, higher SEQUENCE, later DTSTAMP', () => {
    const [before, after] = [one(), one({ day: '2028-02-29' }, NOW + 1000)];
    expect(after.uid).toBe(before.uid);
    expect(after.sequence).toBeGreaterThan(before.sequence);
    expect(after.sequence).toBeLessThan(2 ** 31);
    const stamp = (each: typeof before): string => String(each.component.getFirstPropertyValue('dtstamp'));
    expect(stamp(after) > stamp(before)).toBe(true);
  });

  it('takes out what was archived', () => {
    const found = one({ cancelled: true });
    expect(found.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(rings(found)).toEqual([]);
  });

  it('has lines of at most 75 bytes, each ended as the RFC wants it, whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        (name, note) => {
          const text = writeCalendar([event({ summary: name, description: note })], name, NOW, '09:00');
          for (const line of text.split('\r\n'))
            expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
          expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
          const [found] = parsed(text);
          const plain = (each: string): string =>
            each.replaceAll('\r\n', '\n').replace(/[^\P{Cc}\n\t]/gu, '');
          expect(found?.description ?? '').toBe(plain(note));
          expect(parsed(text)).toHaveLength(1);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('has a name only where it holds more than one entry: Outlook makes a calendar of its own of what has one', () => {
    const named = (...ids: string[]): boolean =>
      writeCalendar(
        ids.map((id) => event({ id })),
        'Grantkeeper',
        NOW,
        '09:00',
      ).includes('X-WR-CALNAME');
    expect([named('a'), named('a', 'b'), named()]).toEqual([false, true, true]);
  });

  it('of nothing is a calendar too', () => {
    expect(parsed(writeCalendar([], 'Grantkeeper', NOW, '09:00'))).toEqual([]);
  });

  it.each([
    [30, '09:00', '-P29DT15H'],
    [1, '09:00', '-PT15H'],
    [0, '09:00', 'PT9H'],
    [-1, '09:00', 'P1DT9H'],
    [1, '00:00', '-P1D'],
    [0, '00:00', 'PT0S'],
    [3, '07:30', '-P2DT16H30M'],
  ])('rings %i days before at %s: %s', (days, at, wanted) => {
    expect(trigger(days, at)).toBe(wanted);
  });

  it.each([
    [undefined, '09:00'],
    [{ from: '22:00', to: '07:30' }, '09:00'],
    [{ from: '20:00', to: '10:15' }, '10:15'],
    [{ from: '08:00', to: '12:00' }, '12:00'],
    [{ from: '09:00', to: '09:00' }, '09:00'],
  ])('with the quiet time %j rings at %s', (quiet, at) => {
    expect(alarmTime(quiet)).toBe(at);
  });
});

describe('the ends in it', () => {
  const LADDER = [30, 7, 0];

  it('are the days of the person’s time zone', () => {
    const at = Date.parse('2027-03-27T23:30:00Z');
    const given = [grant('g', 'c', { expiry: { basis: 'exact', at } })];
    const day = (zone: string) => endsOf([connection('c')], given, { ladder: LADDER }, NOW, zone)[0]?.day;
    expect([day('Europe/Berlin'), day('UTC'), day('America/Los_Angeles')]).toEqual([
      '2027-03-28',
      '2027-03-27',
      '2027-03-27',
    ]);
  });

  it('are those of the badge on each day of a year and a half', () => {
    for (let day = 0; day < 550; day++) {
      const now = NOW + day * DAY;
      const given = [grant('g', 'c', { expiry: { basis: 'by-rule', at: now + 40 * DAY } })];
      const [end] = endsOf([connection('c')], given, { ladder: LADDER }, now, 'Europe/Berlin');
      expect(end?.day).toBe(dayIn(40, now, 'Europe/Berlin'));
      const found = one({ day: end?.day ?? '', alarms: end?.alarms ?? [] });
      expect(rings(found)[1]).toBe(`${dayIn(33, now, 'Europe/Berlin')}T09:00:00`);
    }
  });

  it.each([
    ['a ladder of its own', { ladder: [5] }, [5]],
    ['a mute', { muted: true as const }, []],
    ['a snooze past the first rung', { snoozedUntil: '2027-02-01' }, [7, 0]],
  ])('heed %s', (_, over, alarms) => {
    const given = [grant('g', 'c', { expiry: { basis: 'entered', date: '2027-03-01' } })];
    expect(endsOf([connection('c', over)], given, { ladder: LADDER }, NOW, 'UTC')[0]?.alarms).toEqual(alarms);
  });

  it('are none where no date is known', () => {
    expect(endsOf([connection('c')], [], { ladder: LADDER }, NOW, 'UTC')).toEqual([]);
  });
});
