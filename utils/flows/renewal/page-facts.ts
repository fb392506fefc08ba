import { z } from 'zod';

/**
 * What our script read on a marketplace's page: hints only. The text is scraped, and bounded here too, whatever the
 * script made of it.
 */
export const pageFactsSchema = z.object({
  label: z.string().max(200).optional(),
  /** The user's name, where the page shows that. */
  user: z.string().max(200).optional(),
  errorCode: z.string().max(100).optional(),
  boxTicked: z.boolean().optional(),
  otherPrefilled: z.boolean().optional(),
  overlay: z.enum(['shown', 'gone', 'no-room']).optional(),
});
export type PageFacts = z.infer<typeof pageFactsSchema>;
