import * as z from 'zod/mini';
import { grantKindSchema, marketplaceIdSchema } from '../../marketplaces/definition/ids.ts';

/**
 * What a marketplace answered, without anything secret: made where the callback is seen, so that neither code nor
 * state goes any further. Bounded: a page of the marketplace told or wrote it.
 */
export const answerSchema = z.object({
  marketplace: marketplaceIdSchema,
  /** The site whose page the browser left. */
  site: z.string().check(z.minLength(1), z.maxLength(100)),
  central: z.optional(z.literal('vendor')),
  /** That page's host is of no region: Amazon confirms from `amazon.com` for all of them. */
  anyRegion: z.optional(z.literal(true)),
  /** The page confirms what was begun in the marketplace's own list of apps. */
  confirmed: z.optional(z.literal(true)),
  /** The application, where the page's address names it. */
  app: z.optional(z.string().check(z.maxLength(200))),
  outcome: z.enum(['granted', 'declined', 'failed']),
  /** The error that came in place of an answer. */
  error: z.optional(z.string().check(z.maxLength(60), z.regex(/^[\w.-]+$/))),
  /** Read by the rules of OAuth alone; see `CallbackResult`. */
  vague: z.optional(z.literal(true)),
  /** The answer stands on a page of the marketplace's own, not at the vendor's. */
  own: z.boolean(),
  /** Whether the page that the browser left is one of the consent's, or only lies on its host. */
  place: z.enum(['known', 'host']),
  kind: z.optional(grantKindSchema),
  /** The kind that the page which was left asks for, where the answer itself names none. */
  askedKind: z.optional(grantKindSchema),
  accountId: z.optional(z.string().check(z.maxLength(100))),
  /** Digest of the state, where there is one. */
  state: z.optional(z.string().check(z.maxLength(64))),
  /** UTC instant in ms, where the callback itself tells when the grant ends. */
  expiresAt: z.optional(z.number()),
});
export type Answer = z.infer<typeof answerSchema>;
