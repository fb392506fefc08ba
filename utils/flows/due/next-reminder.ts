import type { Expiry } from '../../domain/account/grant.ts';
import { type Here, nextReminder, rungBegins, rungFroms, type Watched } from '../../domain/due/reminders.ts';
import type { From } from '../../domain/due/upcoming.ts';
import type { ReminderSettings } from '../../domain/settings/settings.ts';
import type { Ports } from '../ports/ports.ts';

/** When and where it is. */
export const here = ({ clock }: Pick<Ports, 'clock'>): Here => ({
  now: clock.now(),
  timeZone: clock.timeZone(),
});

/** The reminders' settings; undefined where the database refuses, which is noted. */
export async function reminderSettings({
  settings,
  health,
}: Pick<Ports, 'settings' | 'health'>): Promise<ReminderSettings | undefined> {
  try {
    return (await settings.get()).reminders;
  } catch (error) {
    await health.database(true, error);
    return undefined;
  }
}

/** From where on ends are to be found for the next reminder: one for each rung, none while reminders are off. */
export const reminderFroms = (settings: ReminderSettings | undefined, at: Here): From[] =>
  settings?.on ? rungFroms(settings.ladder, at) : [];

/**
 * The next UTC instant in ms at which something may be due; infinite where there is none.
 *
 * @param found The ends that were found for {@link reminderFroms}, in that order.
 * @param apart Those with a ladder of their own, or a snooze.
 */
export function nextReminderOf(
  settings: ReminderSettings | undefined,
  found: readonly Expiry[][],
  apart: readonly Watched[],
  at: Here,
): number {
  if (!settings?.on) return Number.POSITIVE_INFINITY;
  const shared = settings.ladder.flatMap((rung, index) =>
    (found[index] ?? []).map((expiry) => rungBegins(rung, expiry, at.timeZone)),
  );
  return Math.min(nextReminder(apart, settings, at), ...shared);
}
