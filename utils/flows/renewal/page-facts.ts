import * as z from 'zod/mini';

/**
 * What our script read on a marketplace's page: hints only. The text is scraped, and bounded here too, whatever the
 * script made of it.
 */
export const pageFactsSchema = z.object({
  label: z.optional(z.string().check(z.maxLength(200))),
  /** The user's name, where the page shows that. */
  user: z.optional(z.string().check(z.maxLength(200))),
  errorCode: z.optional(z.string().check(z.maxLength(100))),
  boxTicked: z.optional(z.boolean()),
  otherPrefilled: z.optional(z.boolean()),
  overlay: z.optional(z.enum(['shown', 'gone', 'no-room'])),
});
export type PageFacts = z.infer<typeof pageFactsSchema>;
