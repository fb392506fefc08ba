import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Connection } from '@/utils/domain/account/connection.ts';
import type { Expiry, Grant } from '@/utils/domain/account/grant.ts';
import { dayIn, nextMidnight, soonestEnd } from '@/utils/domain/due/expiry.ts';
import {
  type Notified,
  nextReminder,
  quietEnds,
  remindersDue,
  rungBegins,
  toldInVain,
  toldOf,
  type Watched,
} from '@/utils/domain/due/reminders.ts';
import { DEFAULT_LADDER, type ReminderSettings } from '@/utils/domain/settings/settings.ts';

const BERLIN = 'Europe/Berlin';
const DAY = 24 * 60 * 60 * 1000;
const at = (iso: string): number => Date.parse(iso);

const ON: ReminderSettings = { on: true, ladder: [...DEFAULT_LADDER] };
const GIVEN = at('2025-11-20T09:30:00+01:00');
const END: Expiry = { basis: 'by-rule', at: GIVEN + 365 * DAY };

const connection = (change: Partial<Connection> = {}): Connection => ({
  id: 'c',
  marketplace: 'amazon',
  site: 'de',
  region: 'EU',
  integration: 'microtech',
  name: 'Nordlicht',
  apps: [],
  account: {},
  createdAt: 0,
  updatedAt: 0,
  ...change,
});

const grant = (expiry: Expiry, given = GIVEN, id = 'g'): Grant => ({
  id,
  connectionId: 'c',
  kind: 'amazon',
  verdict: 'match',
  at: given,
  expiry,
});

function watched(now: number, zone: string, change: Partial<Connection> = {}, given = grant(END)): Watched {
  const remaining = soonestEnd([given], now, zone);
  return { connection: connection(change), ...(remaining && { remaining }) };
}

/** The person's machine, as it lives through instants: what it was told at each. */
class Life {
  told = new Map<string, Notified>();
  said: { now: number; rung: number }[] = [];
  zone = BERLIN;
  settings = ON;
  change: Partial<Connection> = {};
  given = grant(END);

  look(now: number): void {
    const all = [watched(now, this.zone, this.change, this.given)];
    for (const due of remindersDue(all, this.told, this.settings, { now, timeZone: this.zone })) {
      this.said.push({ now, rung: due.rung });
      this.told.set(due.connection.id, toldOf(due, now));
    }
  }
  next(now: number): number {
    const all = [watched(now, this.zone, this.change, this.given)];
    return nextReminder(all, this.settings, { now, timeZone: this.zone });
  }
  get rungs(): number[] {
    return this.said.map(({ rung }) => rung);
  }
}

describe('a ladder', () => {
  it('is told rung by rung over a year and a half, each once, on its own day', () => {
    for (const zone of [BERLIN, 'America/Sao_Paulo', 'Pacific/Apia', 'America/St_Johns', 'Asia/Kathmandu']) {
      const life = new Life();
      life.zone = zone;
      let now = GIVEN;
      for (let day = 0; day < 548; day += 1) {
        life.look(now);
        const noon = now + DAY / 2;
        life.look(noon);
        now = nextMidnight(now, zone);
      }
      expect(life.rungs).toEqual([...DEFAULT_LADDER]);
      for (const { now: when, rung } of life.said.slice(0, -1)) {
        expect(watched(when, zone).remaining?.days).toBe(rung);
      }
    }
  });

  it('is told at the instants that it makes appointments for, and needs no other look', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -1, max: 500 }), { minLength: 1, maxLength: 9 }),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom(BERLIN, 'UTC', 'America/Sao_Paulo', 'Pacific/Auckland'),
        (ladder, quiet, entered, zone) => {
          const life = new Life();
          life.zone = zone;
          life.settings = { on: true, ladder, ...(quiet && { quiet: { from: '20:00', to: '08:00' } }) };
          if (entered) life.given = grant({ basis: 'entered', date: '2027-03-31' });
          let now = GIVEN;
          for (let step = 0; step < 200 && Number.isFinite(now); step += 1) {
            life.look(now);
            const next = life.next(now);
            expect(next).toBeGreaterThan(now);
            now = next;
          }
          expect(now).toBe(Number.POSITIVE_INFINITY);
          const expected = ladder
            .filter((rung) => rungBegins(rung, life.given.expiry, zone) > GIVEN)
            .sort((a, b) => b - a);
          // Two rungs of one quiet night come together.
          const together = expected.length - life.rungs.length;
          expect(together).toBeLessThanOrEqual(quiet ? 1 : 0);
          expect(expected).toEqual(expect.arrayContaining(life.rungs));
          expect(life.rungs.at(-1)).toBe(expected.at(-1));
        },
      ),
    );
  });

  it('that was slept over is told once, with the lowest rung', () => {
    const life = new Life();
    life.look(rungBegins(30, END, BERLIN));
    life.look(rungBegins(3, END, BERLIN) + 5);
    life.look(rungBegins(3, END, BERLIN) + DAY / 2);
    expect(life.rungs).toEqual([30, 3]);
  });

  it('of a connection’s own takes the place of the one of all', () => {
    const life = new Life();
    life.change = { ladder: [60, 0] };
    for (const rung of [60, 30, 7, 1, 0, -1]) life.look(rungBegins(rung, END, BERLIN));
    expect(life.rungs).toEqual([60, 0]);
  });

  it('begins anew with a newer grant', () => {
    const life = new Life();
    life.look(rungBegins(7, END, BERLIN));
    const renewed = rungBegins(5, END, BERLIN);
    const later: Expiry = { basis: 'by-rule', at: renewed + 365 * DAY };
    life.given = grant(later, renewed, 'g2');
    life.look(renewed);
    life.look(rungBegins(30, later, BERLIN));
    expect(life.rungs).toEqual([7, 30]);
  });

  it('says nothing of rungs that were behind when the person entered the date', () => {
    const now = at('2026-11-20T12:00:00+01:00');
    const life = new Life();
    life.given = grant({ basis: 'entered', date: dayIn(6, now, BERLIN) }, now);
    life.look(now);
    life.look(now + DAY);
    expect(life.rungs).toEqual([]);
    life.look(now + 3 * DAY);
    expect(life.rungs).toEqual([3]);
  });

  it('is told again after a clock that was wrong, and not for ever silent', () => {
    const life = new Life();
    life.look(rungBegins(-1, END, BERLIN) + 400 * DAY);
    expect(life.rungs).toEqual([-1]);
    life.look(rungBegins(14, END, BERLIN));
    life.look(rungBegins(7, END, BERLIN));
    expect(life.rungs).toEqual([-1, 14, 7]);
  });

  it('repeats no rung however the person travels', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            zone: fc.constantFrom(BERLIN, 'Pacific/Apia', 'Pacific/Pago_Pago', 'America/New_York'),
            hours: fc.integer({ min: 1, max: 40 }),
          }),
          { minLength: 20, maxLength: 60 },
        ),
        (journey) => {
          const life = new Life();
          let now = rungBegins(31, END, BERLIN);
          for (const { zone, hours } of journey) {
            life.zone = zone;
            now += hours * 60 * 60 * 1000;
            life.look(now);
          }
          expect(life.rungs).toEqual([...new Set(life.rungs)].sort((a, b) => b - a));
        },
      ),
    );
  });
});

describe('nothing is told', () => {
  const now = rungBegins(7, END, BERLIN);
  const due = (change: Partial<Connection>, settings = ON) =>
    remindersDue([watched(now, BERLIN, change)], new Map(), settings, { now, timeZone: BERLIN });

  it('of what is muted or put away, and by reminders that are off', () => {
    expect(due({})).toHaveLength(1);
    expect(due({ muted: true })).toEqual([]);
    expect(due({ archivedAt: 1 })).toEqual([]);
    expect(due({}, { ...ON, on: false })).toEqual([]);
    const off = { ...ON, on: false };
    expect(nextReminder([watched(now, BERLIN)], off, { now, timeZone: BERLIN })).toBe(
      Number.POSITIVE_INFINITY,
    );
  });

  it('before a snooze is over; then once more, though no new rung was reached', () => {
    const life = new Life();
    life.look(now);
    life.change = { snoozedUntil: dayIn(6, now, BERLIN) };
    life.look(rungBegins(3, END, BERLIN));
    life.look(rungBegins(2, END, BERLIN));
    expect(life.rungs).toEqual([7]);
    expect(life.next(rungBegins(2, END, BERLIN))).toBe(rungBegins(1, END, BERLIN));
    life.look(rungBegins(1, END, BERLIN));
    life.look(rungBegins(1, END, BERLIN) + 1);
    expect(life.rungs).toEqual([7, 1]);

    const between = new Life();
    between.look(now);
    between.change = { snoozedUntil: dayIn(2, now, BERLIN) };
    between.look(rungBegins(5, END, BERLIN));
    between.look(rungBegins(5, END, BERLIN) + 1);
    expect(between.rungs).toEqual([7, 7]);
  });

  it('by the end of a snooze that outlived a renewal', () => {
    const life = new Life();
    life.given = grant({ basis: 'by-rule', at: now + 365 * DAY }, now, 'new');
    life.change = { snoozedUntil: dayIn(2, now, BERLIN) };
    life.look(now + 3 * DAY);
    expect(life.rungs).toEqual([]);
  });
});

describe('quiet hours', () => {
  const night = { from: '20:00', to: '08:00' };
  const ends = (quiet: ReminderSettings['quiet'], now: string, timeZone = BERLIN) =>
    quietEnds(quiet, { now: at(now), timeZone });

  it.each([
    [
      'in the evening, till the next morning',
      night,
      '2026-11-20T20:00:00+01:00',
      '2026-11-21T08:00:00+01:00',
    ],
    ['after midnight, till that morning', night, '2026-11-20T07:59:59+01:00', '2026-11-20T08:00:00+01:00'],
    ['at noon, not', night, '2026-11-20T12:00:00+01:00', undefined],
    ['once they are over, not', night, '2026-11-20T08:00:00+01:00', undefined],
    [
      'within a day',
      { from: '12:00', to: '14:00' },
      '2026-11-20T13:00:00+01:00',
      '2026-11-20T14:00:00+01:00',
    ],
    ['before them, not', { from: '12:00', to: '14:00' }, '2026-11-20T11:00:00+01:00', undefined],
    ['over the night of 25 hours', night, '2026-10-24T21:00:00+02:00', '2026-10-25T08:00:00+01:00'],
    ['over the night of 23 hours', night, '2026-03-28T21:00:00+01:00', '2026-03-29T08:00:00+02:00'],
    ['of no length are none', { from: '08:00', to: '08:00' }, '2026-11-20T08:00:00+01:00', undefined],
  ])('%s', (_, quiet, now, end) => {
    expect(ends(quiet, now)).toBe(end && at(end));
  });

  it('hold back what is due until they are over', () => {
    const life = new Life();
    life.settings = { ...ON, quiet: night };
    const midnight = rungBegins(7, END, BERLIN);
    life.look(midnight);
    expect(life.rungs).toEqual([]);
    expect(life.next(midnight)).toBe(midnight + 8 * 60 * 60 * 1000);
    life.look(life.next(midnight));
    expect(life.rungs).toEqual([7]);
  });
});

describe('several connections', () => {
  it('are told together, the most urgent first', () => {
    const now = rungBegins(3, END, BERLIN);
    const all = ['2026-12-20', '2026-11-18', '2026-11-16'].map((date, index): Watched => {
      const given = { ...grant({ basis: 'entered', date }), id: `g${index}` };
      const remaining = soonestEnd([given], now, BERLIN);
      return { connection: connection({ id: date }), ...(remaining && { remaining }) };
    });
    const due = remindersDue(all, new Map(), ON, { now, timeZone: BERLIN });
    expect(due.map((each) => each.connection.id)).toEqual(['2026-11-16', '2026-11-18']);
  });

  it('what was told of an end that is over is known to be in vain', () => {
    const told = (grantId: string): Notified => ({ connectionId: grantId, grantId, rung: 7, at: 1 });
    const all = [watched(GIVEN, BERLIN)];
    expect(toldInVain([told('g'), told('old')], all)).toEqual([told('old')]);
  });
});
