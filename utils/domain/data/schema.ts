import * as z from 'zod/mini';
import { connectionSchema } from '../account/connection-schema.ts';
import { exemptionSchema } from '../account/exemption.ts';
import { grantSchema } from '../account/grant-schema.ts';
import { suggestionSchema } from '../account/suggestion.ts';
import { APP_ID } from '../address/app-id.ts';
import { countSchema, idSchema, instantSchema, shortSchema } from '../bounds.ts';
import { grantKindSchema, marketplaceIdSchema } from '../marketplaces/definition/ids.ts';
import { runModeSchema } from '../session/modes.ts';
import { receiptSchema } from '../session/receipt-schema.ts';
import { settingsSchema } from '../settings/settings-schema.ts';

/**
 * The shape of everything that goes out in a file and comes in again: what is kept, without what belongs to one browser
 * alone. Unknown members are left out, names that an object has by itself (`__proto__`) among them.
 */

/** A connection without its container, which is this browser's alone. */
export const fileConnectionSchema = z.omit(connectionSchema, { container: true });

/** A run that is over, without what belongs to the browser that it was in: its tab, its container, its pop-ups. */
export const runSchema = z.object({
  id: idSchema,
  connectionId: z.optional(idSchema),
  marketplace: marketplaceIdSchema,
  site: shortSchema,
  mode: runModeSchema,
  jar: shortSchema,
  kinds: z.array(grantKindSchema).check(z.maxLength(10)),
  ticked: z.optional(z.array(shortSchema).check(z.maxLength(100))),
  phase: z.literal('ended'),
  legs: z
    .array(
      z.object({
        kind: grantKindSchema,
        app: shortSchema,
        outcome: z.optional(z.enum(['granted', 'declined'])),
      }),
    )
    .check(z.maxLength(20)),
  found: z.optional(z.record(shortSchema, countSchema)),
  receipt: z.optional(receiptSchema),
  cleaningFailed: z.optional(z.enum(['refused', 'too-much'])),
  aside: z.optional(
    z.object({
      cookies: countSchema,
      state: z.enum(['kept', 'back', 'let-go', 'lost', 'handed-on']),
      missing: z.optional(countSchema),
    }),
  ),
  keepsLogin: z.optional(z.literal(true)),
  appstore: z.optional(z.literal(true)),
  progress: z.object({
    step: z.optional(shortSchema),
    signInSeen: z.optional(z.boolean()),
    consentSeen: z.optional(z.boolean()),
    read: z.optional(z.boolean()),
    boxTicked: z.optional(z.boolean()),
    label: z.optional(shortSchema),
    user: z.optional(shortSchema),
    lostApp: z.optional(z.boolean()),
    checks: z.optional(z.boolean()),
    switched: z.optional(z.boolean()),
    otherPrefilled: z.optional(z.boolean()),
    overlay: z.optional(z.enum(['shown', 'gone', 'no-room'])),
    errorCode: z.optional(shortSchema),
    refusedAnswer: z.optional(z.boolean()),
  }),
  startedAt: instantSchema,
  endedAt: z.optional(instantSchema),
  quietSince: z.optional(instantSchema),
  askedAt: z.optional(instantSchema),
  result: z.optional(z.enum(['granted', 'declined', 'wrong-account', 'failed', 'abandoned'])),
  reason: z.optional(shortSchema),
});

/** The settings that a file holds: without the two switches that ask the browser for something. */
export const keptSettingsSchema = z.object({
  reminders: z.pick(settingsSchema.shape.reminders, { ladder: true, quiet: true }),
  defaultMode: settingsSchema.shape.defaultMode,
});

/** A row of each table, as a file holds it. */
export const rowSchemas = {
  connections: fileConnectionSchema,
  grants: grantSchema,
  runs: runSchema,
  // Without the tab that its answer came in.
  suggestions: z.omit(suggestionSchema, { tabId: true }),
  // Only what a rule of the browser can hold: `*` would let every app through.
  exemptions: z.extend(exemptionSchema, { app: z.string().check(z.regex(APP_ID)) }),
} as const;

export type TableName = keyof typeof rowSchemas;
export type Row<T extends TableName> = z.infer<(typeof rowSchemas)[T]>;
export type KeptSettings = z.infer<typeof keptSettingsSchema>;
export const TABLES = Object.keys(rowSchemas) as TableName[];

/** Everything that a file holds. */
export type Content = { [T in TableName]: Row<T>[] } & { settings?: KeptSettings };

/** A content without anything in it. */
export const nothing = (): Content => ({
  connections: [],
  grants: [],
  runs: [],
  suggestions: [],
  exemptions: [],
});
