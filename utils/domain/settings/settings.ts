import type { CleanMode } from '../session/modes.ts';

/** A time of day where the person is, `HH:MM`. */
export type TimeOfDay = string;

/** When and how the person wants to be reminded of ends. */
export interface ReminderSettings {
  on: boolean;
  /** Days before the end, descending; 0 is the day itself, −1 stands for "has expired". */
  ladder: number[];
  /** The organisation decides the ladder: it holds for every connection, whatever its own. */
  fixed?: true;
  /** No notification between these two; may go over midnight. */
  quiet?: { from: TimeOfDay; to: TimeOfDay };
}

/** What the person chose once for everything. */
export interface Settings {
  reminders: ReminderSettings;
  /** How a clean start begins where a connection has no last choice of its own. */
  defaultMode?: CleanMode;
  /** The browser's own sync between machines: off until turned on. */
  sync: { on: boolean; accountIds: boolean };
  /** The first steps were taken or put away. */
  welcomed?: true;
}

/** Amazon itself reminds weekly from 30 days on (SP-API docs, renew-authorizations; checked 2026-11-20). */
export const DEFAULT_LADDER: readonly number[] = [30, 21, 14, 7, 3, 1, 0, -1];

/** As in a new installation. */
export const defaultSettings = (): Settings => ({
  // An end often lies at midnight, where nobody wants to hear of it.
  reminders: { on: false, ladder: [...DEFAULT_LADDER], quiet: { from: '20:00', to: '08:00' } },
  sync: { on: false, accountIds: false },
});
