import { z } from 'zod';
import { grantKindSchema, marketplaceIdSchema } from '../marketplaces/schema.ts';

/** An answer, as a page of a marketplace tells or writes it. */
export const answerSchema = z.object({
  marketplace: marketplaceIdSchema,
  site: z.string().min(1).max(100),
  central: z.literal('vendor').optional(),
  anyRegion: z.literal(true).optional(),
  app: z.string().max(200).optional(),
  outcome: z.enum(['granted', 'declined']),
  own: z.boolean(),
  place: z.enum(['known', 'host']),
  kind: grantKindSchema.optional(),
  accountId: z.string().max(100).optional(),
  state: z.string().max(64).optional(),
  expiresAt: z.number().optional(),
});
