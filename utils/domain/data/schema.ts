import * as z from 'zod/mini';
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

const id = z.string().check(z.minLength(1), z.maxLength(150));
const instant = z.int().check(z.minimum(0), z.maximum(LAST_INSTANT));
const short = z.string().check(z.maxLength(200));
const text = z.string().check(z.maxLength(5000));
const count = z.int().check(z.minimum(0), z.maximum(1_000_000));
const day = z.iso.date();

export const reportSchema = z.enum(['stopped-working', 'asked-again']);

const appSchema = z.object({
  kind: grantKindSchema,
  app: short.check(z.minLength(1)),
  verified: z.boolean(),
});

const ownStepSchema = z.object({
  id,
  when: z.enum(['before', 'after']),
  text,
  link: z.optional(z.url({ protocol: /^https$/, hostname: z.regexes.domain }).check(z.maxLength(2000))),
});

/** A connection without its container, which is this browser's alone. */
export const connectionSchema = z.object({
  id,
  marketplace: marketplaceIdSchema,
  site: z.string().check(z.regex(/^[a-z][a-z-]{0,40}$/)),
  region: short.check(z.minLength(1)),
  central: z.optional(z.literal('vendor')),
  integration: integrationIdSchema,
  software: z.optional(short),
  name: short.check(z.trim(), z.minLength(1)),
  signInName: z.optional(short),
  apps: z.array(appSchema).check(z.maxLength(200)),
  account: z.object({ id: z.optional(short), label: z.optional(short), user: z.optional(short) }),
  lastMode: z.optional(cleanModeSchema),
  note: z.optional(text),
  muted: z.optional(z.literal(true)),
  archivedAt: z.optional(instant),
  ladder: z.optional(ladderSchema),
  snoozedUntil: z.optional(day),
  reported: z.optional(z.object({ what: reportSchema, at: instant })),
  finishing: z.optional(
    z.object({
      runId: id,
      since: instant,
      done: z.array(short).check(z.maxLength(100)),
      finishedAt: z.optional(instant),
    }),
  ),
  ownSteps: z.optional(z.array(ownStepSchema).check(z.maxLength(50))),
  shop: z.optional(short),
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
  runId: z.optional(id),
  kind: grantKindSchema,
  app: z.optional(short),
  accountId: z.optional(short),
  accountLabel: z.optional(short),
  accountUser: z.optional(short),
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
        logins: z.array(short).check(z.maxLength(200)),
      }),
    )
    .check(z.maxLength(100)),
  siteData: z.partialRecord(z.enum(SITE_DATA), z.enum(['requested', 'checked', 'impossible'])),
  clean: z.boolean(),
});

/** A run that is over, without what belongs to the browser that it was in: its tab, its container, its pop-ups. */
export const runSchema = z.object({
  id,
  connectionId: z.optional(id),
  marketplace: marketplaceIdSchema,
  site: short,
  mode: runModeSchema,
  jar: short,
  kinds: z.array(grantKindSchema).check(z.maxLength(10)),
  ticked: z.optional(z.array(short).check(z.maxLength(100))),
  phase: z.literal('ended'),
  legs: z
    .array(
      z.object({ kind: grantKindSchema, app: short, outcome: z.optional(z.enum(['granted', 'declined'])) }),
    )
    .check(z.maxLength(20)),
  found: z.optional(z.record(short, count)),
  receipt: z.optional(receiptSchema),
  cleaningFailed: z.optional(z.enum(['refused', 'too-much'])),
  aside: z.optional(
    z.object({
      cookies: count,
      state: z.enum(['kept', 'back', 'let-go', 'lost', 'handed-on']),
      missing: z.optional(count),
    }),
  ),
  keepsLogin: z.optional(z.literal(true)),
  appstore: z.optional(z.literal(true)),
  progress: z.object({
    step: z.optional(short),
    signInSeen: z.optional(z.boolean()),
    consentSeen: z.optional(z.boolean()),
    read: z.optional(z.boolean()),
    boxTicked: z.optional(z.boolean()),
    label: z.optional(short),
    user: z.optional(short),
    lostApp: z.optional(z.boolean()),
    otherPrefilled: z.optional(z.boolean()),
    overlay: z.optional(z.enum(['shown', 'gone', 'no-room'])),
    errorCode: z.optional(short),
    refusedAnswer: z.optional(z.boolean()),
  }),
  startedAt: instant,
  endedAt: z.optional(instant),
  quietSince: z.optional(instant),
  askedAt: z.optional(instant),
  result: z.optional(z.enum(['granted', 'declined', 'wrong-account', 'failed', 'abandoned'])),
  reason: z.optional(short),
});

export const suggestionSchema = z.object({
  id,
  marketplace: marketplaceIdSchema,
  site: short,
  central: z.optional(z.literal('vendor')),
  kind: grantKindSchema,
  app: z.optional(short),
  accountId: z.optional(short),
  expiresAt: z.optional(instant),
  at: instant,
});

export const exemptionSchema = z.object({
  id,
  marketplace: marketplaceIdSchema,
  kind: grantKindSchema,
  app: short.check(z.minLength(1)),
  since: instant,
});

/** The settings that a file holds: without the two switches that ask the browser for something. */
export const keptSettingsSchema = z.object({
  reminders: z.pick(settingsSchema.shape.reminders, { ladder: true, quiet: true }),
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
