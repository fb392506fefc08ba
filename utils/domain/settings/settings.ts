import type { ReminderSettings, Settings, TimeOfDay } from './settings-schema.ts';

export type { ReminderSettings, Settings, TimeOfDay };

/** Amazon itself reminds weekly from 30 days on (SP-API docs, renew-authorizations; checked 2026-11-20). */
export const DEFAULT_LADDER: readonly number[] = [30, 21, 14, 7, 3, 1, 0, -1];

/** As in a new installation. */
export const defaultSettings = (): Settings => ({
  // An end is often at midnight, when nobody wants to be notified.
  reminders: { on: false, ladder: [...DEFAULT_LADDER], quiet: { from: '20:00', to: '08:00' } },
  sync: { on: false, accountIds: false },
});
