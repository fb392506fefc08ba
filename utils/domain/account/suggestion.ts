import * as z from 'zod/mini';
import { idSchema, instantSchema, shortSchema } from '../bounds.ts';
import { grantKindSchema, marketplaceIdSchema } from '../marketplaces/definition/ids.ts';

/** An answer of a marketplace that belongs to no run: the user can take it up. */
export const suggestionSchema = z.object({
  id: idSchema,
  marketplace: marketplaceIdSchema,
  site: shortSchema,
  central: z.optional(z.literal('vendor')),
  kind: grantKindSchema,
  app: z.optional(shortSchema),
  accountId: z.optional(shortSchema),
  expiresAt: z.optional(instantSchema),
  at: instantSchema,
  tabId: z.optional(z.int()),
});
export type Suggestion = z.infer<typeof suggestionSchema>;
