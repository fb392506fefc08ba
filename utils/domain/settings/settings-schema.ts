import * as z from 'zod/mini';
import { cleanModeSchema } from '../session/modes.ts';

/** A time of day where the user is, `HH:MM`. */
const timeOfDaySchema = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
export type TimeOfDay = z.infer<typeof timeOfDaySchema>;

/** Days before the end; 0 is the day itself, −1 stands for "has expired". Kept with each once, descending. */
export const ladderSchema = z.array(z.int().check(z.minimum(-1), z.maximum(730))).check(z.maxLength(30));

/** When and how the user wants to be reminded of ends. */
export const reminderSettingsSchema = z.object({
  on: z.boolean(),
  ladder: ladderSchema,
  /** The organisation decides the ladder: it holds for every connection, whatever its own. */
  fixed: z.optional(z.literal(true)),
  /** No notification between these two; may go over midnight. */
  quiet: z.optional(z.object({ from: timeOfDaySchema, to: timeOfDaySchema })),
});
export type ReminderSettings = z.infer<typeof reminderSettingsSchema>;

/** Which data the browser's own sync carries between machines: off until turned on. */
export const syncSettingsSchema = z.object({ on: z.boolean(), accountIds: z.boolean() });

/** What the user chose once for everything. */
export const settingsSchema = z.object({
  reminders: reminderSettingsSchema,
  /** How a clean start begins where a connection has no last choice of its own. */
  defaultMode: z.optional(cleanModeSchema),
  sync: syncSettingsSchema,
  /** The first steps were taken or put away. */
  welcomed: z.optional(z.literal(true)),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What the user chooses for everything; what is absent stays as it is. */
export const preferencesSchema = z.extend(z.pick(settingsSchema, { welcomed: true }), {
  /** `suggested`: what fits the connection. */
  defaultMode: z.optional(z.enum([...cleanModeSchema.options, 'suggested'])),
});
export type Preferences = z.infer<typeof preferencesSchema>;
