import { z } from 'zod';
import { ladderSchema } from '../settings/settings-schema.ts';

/** How one connection is to be reminded of; what is left out is as for all. */
export const remindingSchema = z.object({
  muted: z.literal(true).optional(),
  /** No reminder before this calendar day, `YYYY-MM-DD`. */
  snoozedUntil: z.iso.date().optional(),
  ladder: ladderSchema.optional(),
});
export type Reminding = z.infer<typeof remindingSchema>;
