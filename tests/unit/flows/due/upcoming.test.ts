import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Connection, isWatched } from '@/utils/domain/account/connection.ts';
import type { Grant } from '@/utils/domain/account/grant.ts';
import { type Attention, attentionOf, badgeOf } from '@/utils/domain/due/badge.ts';
import { nextChange } from '@/utils/domain/due/expiry.ts';
import { nextReminder, remindersDue } from '@/utils/domain/due/reminders.ts';
import { stateOf } from '@/utils/domain/due/state.ts';
import { conditionOf } from '@/utils/domain/run/checklist/finishing.ts';
import { draw } from '@/utils/flows/due/badge.ts';
import { createReminders } from '@/utils/flows/due/reminders.ts';
import { allConnectionViews, connectionViews } from '@/utils/flows/reading/overview.ts';
import { createPorts } from '../../../fakes/ports.ts';
import { World } from '../../../fakes/world.ts';
import { connection, DAY, grant } from '../../domain/data/examples.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const days = fc.oneof(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -3, max: 3 }));

const owned: fc.Arbitrary<Partial<Connection>> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Partial<Connection>>({}) },
  fc.constant<Partial<Connection>>({ muted: true }),
  fc.constant<Partial<Connection>>({ archivedAt: 1 }),
  fc.constantFrom<Partial<Connection>[]>({ ladder: [] }, { ladder: [3, -1] }),
  days.map((day): Partial<Connection> => ({ snoozedUntil: dateIn(day) })),
  fc.constant<Partial<Connection>>({ reported: { what: 'asked-again', at: 1 } }),
  fc.constant<Partial<Connection>>({ finishing: { runId: 'r', since: 1, done: [] } }),
);

const dateIn = (day: number): string => new Date(NOW + day * DAY).toISOString().slice(0, 10);

const given = fc.record({
  end: fc.oneof(
    fc
      .tuple(days, fc.integer({ min: -DAY, max: DAY }))
      .map(([day, ms]) => ({ basis: 'by-rule' as const, at: NOW + day * DAY + ms })),
    days.map((day) => ({ basis: 'entered' as const, date: dateIn(day) })),
  ),
  verdict: fc.constantFrom<Grant['verdict'][]>('match', 'match', 'entered', 'first', 'other'),
  /** Some are dated in the future. */
  at: fc.integer({ min: -300, max: 2 }).map((day) => NOW + day * DAY),
  kind: fc.constantFrom<Grant['kind'][]>('ebay-oauth', 'ebay-authnauth'),
});

const world = fc
  .record({
    connections: fc.array(fc.tuple(owned, fc.array(given, { maxLength: 3 })), { maxLength: 6 }),
    ladder: fc.oneof(
      fc.uniqueArray(fc.constantFrom(30, 14, 7, 1, 0, -1), { maxLength: 4 }),
      fc.constantFrom([-1], [0, -1], [7]),
    ),
    on: fc.boolean(),
    fixed: fc.boolean(),
    zone: fc.constantFrom('Europe/Berlin', 'Pacific/Auckland', 'America/St_Johns', 'UTC'),
    later: fc.integer({ min: -3 * DAY, max: 3 * DAY }),
  })
  .map(({ connections, ladder, on, fixed, zone, later }) => {
    const made = new World();
    made.now = NOW + later;
    made.timeZone = zone;
    made.settings = {
      ...made.settings,
      reminders: { on, ladder: ladder.toSorted((a, b) => b - a), ...(fixed && { fixed: true as const }) },
    };
    for (const [index, [own, grants]] of connections.entries()) {
      const id = `c${index}`;
      made.connections.set(id, { ...connection(id), account: {}, ...own });
      for (const [nr, { end, verdict, at, kind }] of grants.entries()) {
        const { accountId: _, ...plain } = grant(`${id}-${nr}`, id, { verdict, at: at + nr, kind });
        made.grants.set(plain.id, { ...plain, expiry: end });
      }
    }
    return made;
  });

it('draws, appoints and reminds from the index as from a look at every connection', async () => {
  const seen = { numbers: 0, reminded: 0 };
  await fc.assert(
    fc.asyncProperty(world, async (made) => {
      const ports = createPorts(made);
      const here = { now: made.now, timeZone: made.timeZone };
      const all = (await allConnectionViews(ports)).filter((view) => isWatched(view.connection));
      const remaining = all.flatMap((view) => view.remaining ?? []);
      const attention = all.flatMap(({ connection: own, quarantined, unconfirmed, urgency }): Attention[] => {
        const account = quarantined ? 'wrong' : unconfirmed ? 'unconfirmed' : undefined;
        const condition = conditionOf(own);
        return [
          attentionOf(stateOf({ urgency, ...(account && { account }), ...(condition && { condition }) })) ??
            [],
        ].flat();
      });
      const { reminders } = made.settings;
      const change = nextChange(
        remaining.map(({ expiry }) => expiry),
        made.now,
        made.timeZone,
      );
      const next = Math.min(change, nextReminder(all, reminders, here), made.now + 60 * 60 * 1000);

      await draw(ports);
      expect(made.badge).toEqual(badgeOf(remaining, attention));
      // An end that is not a connection's first may bring an appointment at which nothing is due.
      expect(made.alarmAt).toBeLessThanOrEqual(next);
      expect(made.alarmAt).toBeGreaterThan(made.now);
      const single = all.every((view) => view.grants.length < 2);
      if (single) expect(made.alarmAt).toBe(next);

      const due = remindersDue(await connectionViews(ports), new Map(), reminders, here);
      await createReminders(ports).look();
      expect(made.notified).toEqual(due.length > 0 ? [due.map((each) => each.connection.name)] : []);
      seen.numbers += Number(made.badge?.text !== '');
      seen.reminded += due.length;
    }),
    { numRuns: 600 },
  );
  expect(seen.numbers).toBeGreaterThan(100);
  expect(seen.reminded).toBeGreaterThan(50);
});
