import { z } from 'zod';
import { integrationIdSchema } from '../integrations/schema.ts';
import { grantKindSchema, marketplaceIdSchema } from '../marketplaces/schema.ts';
import { SITE_DATA } from '../session/cleaning.ts';
import { cleanModeSchema, runModeSchema } from '../session/modes.ts';
import { ladderSchema, settingsSchema } from '../settings/settings-schema.ts';

/**
 * The shape of everything that goes out in a file and comes in again. Bounded everywhere: what comes in was written by
 * nobody knows whom. Unknown members are left out, names that an object has by itself (`__proto__`) among them.
 */

/** The last instant that a date of ours may have: the year 2200, in ms. */
const LAST_INSTANT = Date.UTC(2200, 0);

const id = z.string().min(1).max(150);
const instant = z.int().min(0).max(LAST_INSTANT);
const short = z.string().max(200);
const text = z.string().max(5000);
const count = z.int().min(0).max(1_000_000);
const day = z.iso.date();

export const reportSchema = z.enum(['stopped-working', 'asked-again']);

const appSchema = z.object({ kind: grantKindSchema, app: short.min(1), verified: z.boolean() });

const ownStepSchema = z.object({
  id,
  when: z.enum(['before', 'after']),
  text,
  link: z
    .url({ protocol: /^https$/, hostname: z.regexes.domain })
    .max(2000)
    .optional(),
});

/** A connection without its container, which is this browser's alone. */
export const connectionSchema = z.object({
  id,
  marketplace: marketplaceIdSchema,
  site: z.string().regex(/^[a-z][a-z-]{0,40}$/),
  region: short.min(1),
  central: z.literal('vendor').optional(),
  integration: integrationIdSchema,
  software: short.optional(),
  name: short.trim().min(1),
  signInName: short.optional(),
  apps: z.array(appSchema).max(200),
  account: z.object({ id: short.optional(), label: short.optional(), user: short.optional() }),
  lastMode: cleanModeSchema.optional(),
  note: text.optional(),
  muted: z.literal(true).optional(),
  archivedAt: instant.optional(),
  ladder: ladderSchema.optional(),
  snoozedUntil: day.optional(),
  reported: z.object({ what: reportSchema, at: instant }).optional(),
  finishing: z
    .object({ runId: id, since: instant, done: z.array(short).max(100), finishedAt: instant.optional() })
    .optional(),
  ownSteps: z.array(ownStepSchema).max(50).optional(),
  shop: short.optional(),
  createdAt: instant,
  updatedAt: instant,
});

export const expirySchema = z.discriminatedUnion('basis', [
  z.object({ basis: z.enum(['exact', 'by-rule']), at: instant }),
  z.object({ basis: z.literal('entered'), date: day }),
]);

export const grantSchema = z.object({
  id,
  connectionId: id,
  runId: id.optional(),
  kind: grantKindSchema,
  app: short.optional(),
  accountId: short.optional(),
  accountLabel: short.optional(),
  accountUser: short.optional(),
  verdict: z.enum(['match', 'first', 'unverified', 'other', 'entered']),
  at: instant,
  expiry: expirySchema,
});

const receiptSchema = z.object({
  at: instant,
  domains: z
    .array(
      z.object({
        domain: short,
        found: count,
        removed: count,
        remaining: count,
        logins: z.array(short).max(200),
      }),
    )
    .max(100),
  siteData: z.partialRecord(z.enum(SITE_DATA), z.enum(['requested', 'checked', 'impossible'])),
  clean: z.boolean(),
});

/** A run that is over, without what belongs to the browser that it was in: its tab, its container, its pop-ups. */
export const runSchema = z.object({
  id,
  connectionId: id.optional(),
  marketplace: marketplaceIdSchema,
  site: short,
  mode: runModeSchema,
  jar: short,
  kinds: z.array(grantKindSchema).max(10),
  ticked: z.array(short).max(100).optional(),
  phase: z.literal('ended'),
  legs: z
    .array(
      z.object({ kind: grantKindSchema, app: short, outcome: z.enum(['granted', 'declined']).optional() }),
    )
    .max(20),
  found: z.record(short, count).optional(),
  receipt: receiptSchema.optional(),
  cleaningFailed: z.enum(['refused', 'too-much']).optional(),
  aside: z
    .object({
      cookies: count,
      state: z.enum(['kept', 'back', 'let-go', 'lost', 'handed-on']),
      missing: count.optional(),
    })
    .optional(),
  keepsLogin: z.literal(true).optional(),
  appstore: z.literal(true).optional(),
  progress: z.object({
    step: short.optional(),
    signInSeen: z.boolean().optional(),
    consentSeen: z.boolean().optional(),
    read: z.boolean().optional(),
    boxTicked: z.boolean().optional(),
    label: short.optional(),
    user: short.optional(),
    lostApp: z.boolean().optional(),
    otherPrefilled: z.boolean().optional(),
    overlay: z.enum(['shown', 'gone', 'no-room']).optional(),
    errorCode: short.optional(),
    refusedAnswer: z.boolean().optional(),
  }),
  startedAt: instant,
  endedAt: instant.optional(),
  quietSince: instant.optional(),
  askedAt: instant.optional(),
  result: z.enum(['granted', 'declined', 'wrong-account', 'failed', 'abandoned']).optional(),
  reason: short.optional(),
});

export const suggestionSchema = z.object({
  id,
  marketplace: marketplaceIdSchema,
  site: short,
  central: z.literal('vendor').optional(),
  kind: grantKindSchema,
  app: short.optional(),
  accountId: short.optional(),
  expiresAt: instant.optional(),
  at: instant,
});

export const exemptionSchema = z.object({
  id,
  marketplace: marketplaceIdSchema,
  kind: grantKindSchema,
  app: short.min(1),
  since: instant,
});

/** The settings that a file holds: without the two switches that ask the browser for something. */
export const keptSettingsSchema = z.object({
  reminders: settingsSchema.shape.reminders.pick({ ladder: true, quiet: true }),
  defaultMode: settingsSchema.shape.defaultMode,
});

/** A row of each table, as it stands in a file. */
export const rowSchemas = {
  connections: connectionSchema,
  grants: grantSchema,
  runs: runSchema,
  suggestions: suggestionSchema,
  exemptions: exemptionSchema,
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
