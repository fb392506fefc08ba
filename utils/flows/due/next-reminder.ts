import { type Here, nextReminder, type Watched } from '../../domain/due/reminders.ts';
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

/** The next UTC instant in ms at which something may be due; infinite where there is none. */
export async function nextReminderOf(
  ports: Pick<Ports, 'settings' | 'health' | 'clock'>,
  all: readonly Watched[],
): Promise<number> {
  const settings = await reminderSettings(ports);
  return settings ? nextReminder(all, settings, here(ports)) : Number.POSITIVE_INFINITY;
}
