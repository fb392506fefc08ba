import * as z from 'zod/mini';
import { ladderSchema } from '../settings/settings-schema.ts';

/** How one connection is to be reminded of; what is left out is as for all. */
export const remindingSchema = z.object({
  muted: z.optional(z.literal(true)),
  /** No reminder before this calendar day, `YYYY-MM-DD`. */
  snoozedUntil: z.optional(z.iso.date()),
  ladder: z.optional(ladderSchema),
});
export type Reminding = z.infer<typeof remindingSchema>;
