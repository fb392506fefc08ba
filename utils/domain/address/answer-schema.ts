import { z } from 'zod';
import { grantKindSchema, marketplaceIdSchema } from '../marketplaces/schema.ts';

/**
 * What a marketplace answered, without anything secret: made where the callback is seen, so that neither code nor
 * state goes any further. Bounded: a page of the marketplace told or wrote it.
 */
export const answerSchema = z.object({
  marketplace: marketplaceIdSchema,
  /** The site whose page the browser left. */
  site: z.string().min(1).max(100),
  central: z.literal('vendor').optional(),
  /** That page's host is of no region: Amazon confirms from `amazon.com` for all of them. */
  anyRegion: z.literal(true).optional(),
  /** The application, where the page's address names it. */
  app: z.string().max(200).optional(),
  outcome: z.enum(['granted', 'declined']),
  /** The answer stands on a page of the marketplace's own, not at the vendor's. */
  own: z.boolean(),
  /** Whether the page that the browser left is one of the consent's, or only lies on its host. */
  place: z.enum(['known', 'host']),
  kind: grantKindSchema.optional(),
  accountId: z.string().max(100).optional(),
  /** Digest of the state, where there is one. */
  state: z.string().max(64).optional(),
  /** UTC instant in ms, where the callback itself tells when the grant ends. */
  expiresAt: z.number().optional(),
});
export type Answer = z.infer<typeof answerSchema>;
