import * as z from 'zod/mini';
import { daySchema, idSchema, instantSchema, shortSchema, textSchema } from '../bounds.ts';
import { integrationIdSchema } from '../integrations/ids.ts';
import { grantKindSchema, marketplaceIdSchema } from '../marketplaces/definition/ids.ts';
import { ownContainerSchema } from '../session/container-schema.ts';
import { cleanModeSchema } from '../session/modes.ts';
import { ladderSchema } from '../settings/settings-schema.ts';
import { markSchema } from './mark-schema.ts';

/** An application's id at the marketplace, as it stood in an authorise address of this connection. */
const knownAppSchema = z.object({
  kind: grantKindSchema,
  app: shortSchema.check(z.minLength(1)),
  /** A grant came back for it, from the account that this connection expects. */
  verified: z.boolean(),
});
export type KnownApp = z.infer<typeof knownAppSchema>;

/** The account that a connection belongs to, as far as it is known. */
const expectedAccountSchema = z.object({
  /** As the marketplace's callback names it; set only by the user, who confirms or enters it. */
  id: z.optional(shortSchema),
  /** What the marketplace's page shows for it: a hint to recognise it by. */
  label: z.optional(shortSchema),
  /** The user that its cookies name: a hint as well. */
  user: z.optional(shortSchema),
});
export type ExpectedAccount = z.infer<typeof expectedAccountSchema>;

/** Why a grant may be over before its date. */
export const reportSchema = z.enum(['stopped-working', 'asked-again']);
export type Report = z.infer<typeof reportSchema>;

/** The steps after a consent that the user has ticked so far. */
const finishingSchema = z.object({
  /** The run, or the suggestion, that the grant came by. */
  runId: idSchema,
  since: instantSchema,
  /** Ids of steps. */
  done: z.array(shortSchema).check(z.maxLength(100)),
  /** Since when it is said to work in the software. */
  finishedAt: z.optional(instantSchema),
});

/** A step that the user wrote. */
const ownStepSchema = z.object({
  id: idSchema,
  when: z.enum(['before', 'after']),
  text: textSchema,
  link: z.optional(z.url({ protocol: /^https$/, hostname: z.regexes.domain }).check(z.maxLength(2000))),
});
export type OwnStep = z.infer<typeof ownStepSchema>;

/** One seller's integration × marketplace × region × account. */
export const connectionSchema = z.object({
  id: idSchema,
  marketplace: marketplaceIdSchema,
  /** A site's id within the marketplace. */
  site: z.string().check(z.regex(/^[a-z][a-z-]{0,40}$/)),
  region: shortSchema.check(z.minLength(1)),
  /** Absent: Seller Central, or a marketplace that makes no difference. */
  central: z.optional(z.literal('vendor')),
  integration: integrationIdSchema,
  /** The software's name where the integration is `other`. */
  software: z.optional(shortSchema),
  /** The user's own name for the account. */
  name: shortSchema.check(z.trim(), z.minLength(1)),
  /** With which e-mail address or user name the user signs in there. */
  signInName: z.optional(shortSchema),
  apps: z.array(knownAppSchema).check(z.maxLength(200)),
  account: expectedAccountSchema,
  /** How the last clean start was made; the next one suggests the same. */
  lastMode: z.optional(cleanModeSchema),
  container: z.optional(ownContainerSchema),
  /** Its colour and initial, where the user chose them. */
  mark: z.optional(markSchema),
  /** The user's own note. */
  note: z.optional(textSchema),
  /** No reminders, and not counted by the badge. */
  muted: z.optional(z.literal(true)),
  /** Put away with its history. It counts nowhere. */
  archivedAt: z.optional(instantSchema),
  /** Its own ladder of reminders in place of the one of the settings. */
  ladder: z.optional(ladderSchema),
  /** No reminder before this day. */
  snoozedUntil: z.optional(daySchema),
  /** What the user reported since the last good grant: a reason to renew before the date. */
  reported: z.optional(z.object({ what: reportSchema, at: instantSchema })),
  /** Approved at the marketplace; what is still to be done in the software, or was. */
  finishing: z.optional(finishingSchema),
  /** The user's own steps, where the integration is `other`. */
  ownSteps: z.optional(z.array(ownStepSchema).check(z.maxLength(50))),
  /** The host of the shop whose pop-ups are allowed during a renewal. */
  shop: z.optional(shortSchema),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type Connection = z.infer<typeof connectionSchema>;
