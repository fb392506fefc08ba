import { type Notified, reachedUntil, remindersDue, toldInVain, toldOf } from '../../domain/due/reminders.ts';
import type { Reminding } from '../../domain/due/reminding.ts';
import type { ReminderSettings } from '../../domain/settings/settings.ts';
import type { Ports } from '../ports/ports.ts';
import { createSerial } from '../ports/serial.ts';
import { listed } from '../reading/overview.ts';
import { viewsOf } from '../reading/some.ts';
import type { Outcome } from '../reading/views.ts';
import { here, reminderSettings } from './next-reminder.ts';

/** A ladder as it is kept: each rung once, from above. */
const inOrder = (ladder: readonly number[]): number[] => [...new Set(ladder)].sort((a, b) => b - a);

/** No end lies before this. */
const NOTHING = { at: 0, day: '' };

/** Tells the person what is due, each rung once, all of it in one notification. */
export function createReminders(ports: Ports) {
  const { reminded, notifications, clock, health } = ports;
  // One after the other: what was told is noted before anybody looks again.
  const serial = createSerial();

  /** Takes back what was said of ends that are over. */
  async function withdraw(over: readonly Notified[], kept: readonly Notified[]): Promise<void> {
    if (over.length === 0) return;
    for (const { connectionId } of over) await notifications.withdraw(connectionId);
    if (over.length === kept.length) await notifications.withdraw();
    await reminded.forget(over.map(({ connectionId }) => connectionId));
  }

  async function tell(settings: ReminderSettings): Promise<void> {
    const told = await reminded.all();
    const until = reachedUntil(settings.ladder, here(ports));
    // While reminders are off, only what was said of ends that are over is taken back.
    const reached = settings.on ? await ports.upcoming.before(until ?? NOTHING, clock.now()) : [];
    const views = listed(await viewsOf(ports, [...told.map(({ connectionId }) => connectionId), ...reached]));
    await withdraw(toldInVain(told, views), told);
    const known = new Map(told.map((each) => [each.connectionId, each]));
    const due = remindersDue(views, known, settings, here(ports));
    if (due.length === 0) return;
    const rows = due.map((each) => toldOf(each, clock.now()));
    await reminded.put(rows.map((row) => ({ ...row, pending: true })));
    if (await notifications.show(due)) await reminded.put(rows);
  }

  return {
    /** The person turns reminders on or off, or wants them otherwise. */
    async set(reminders: ReminderSettings): Promise<Outcome> {
      await ports.settings.put({
        ...(await ports.settings.get()),
        reminders: { ...reminders, ladder: inOrder(reminders.ladder) },
      });
      return { ok: true };
    },

    /** How the person wants to be reminded of one connection. Where the ladder is the organisation's, its own stays. */
    async remind(id: string, { muted, snoozedUntil, ladder: wanted }: Reminding): Promise<Outcome> {
      const { fixed } = (await ports.settings.get()).reminders;
      const updatedAt = clock.now();
      const changed = await ports.connections.change(id, (connection) => {
        const { muted: _, snoozedUntil: __, ladder: own, ...rest } = connection;
        const ladder = fixed ? own : wanted;
        return {
          ...rest,
          ...(muted && { muted }),
          ...(snoozedUntil !== undefined && { snoozedUntil }),
          ...(ladder && { ladder: inOrder(ladder) }),
          updatedAt,
        };
      });
      if (!changed) return { ok: false, problem: 'connection-gone' };
      return { ok: true };
    },

    /**
     * Looks what is due and tells it. A worker that dies before it has noted that it was told tells it again, in place
     * of the first notification; where the browser does not show it, it stays due. A database that refuses is said by
     * the badge: nothing is told that would be told again at every wake.
     */
    look: (): Promise<void> =>
      serial(async () => {
        const settings = await reminderSettings(ports);
        if (settings) await tell(settings).catch((error: unknown) => health.database(true, error));
      }),
  };
}
