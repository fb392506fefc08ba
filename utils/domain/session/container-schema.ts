import * as z from 'zod/mini';
import { idSchema, shortSchema } from '../bounds.ts';

/** The container of a connection, and what the user wants of it. */
export const ownContainerSchema = z.object({
  /** Its cookie store; none where it was removed and only the user's wish is remembered. */
  jar: z.optional(shortSchema),
  /** It stays after a renewal; otherwise it is removed. */
  keep: z.boolean(),
  /** The user chose one of their own: we never remove it. */
  linked: z.optional(z.literal(true)),
  /** The run that left its sign-in there, and a digest of that sign-in; none where it is not known to be the account's. */
  last: z.optional(z.object({ runId: idSchema, logins: shortSchema })),
});
