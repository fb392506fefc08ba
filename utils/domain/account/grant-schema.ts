import * as z from 'zod/mini';
import { daySchema, idSchema, instantSchema, shortSchema } from '../bounds.ts';
import { grantKindSchema } from '../marketplaces/definition/ids.ts';

/** How the end of a grant is known: told by the marketplace, by its rule from the callback on, or by the user. */
export const expirySchema = z.discriminatedUnion('basis', [
  z.object({ basis: z.enum(['exact', 'by-rule']), at: instantSchema }),
  z.object({ basis: z.literal('entered'), date: daySchema }),
]);
export type Expiry = z.infer<typeof expirySchema>;

/**
 * What is known of the account that a grant was given for.
 *
 * - `match`: the callback's id is the expected one, or the user confirmed it.
 * - `first`: the callback named an id and none was expected yet; the user has not confirmed it.
 * - `unverified`: the callback names nobody.
 * - `other`: the callback named another account than the expected one; the grant is in quarantine.
 * - `entered`: the user entered the grant by hand.
 */
export const accountVerdictSchema = z.enum(['match', 'first', 'unverified', 'other', 'entered']);
export type AccountVerdict = z.infer<typeof accountVerdictSchema>;

/** What a callback proved. */
export const grantSchema = z.object({
  /** Run and kind, so that one callback can never be recorded twice. */
  id: idSchema,
  connectionId: idSchema,
  runId: z.optional(idSchema),
  kind: grantKindSchema,
  app: z.optional(shortSchema),
  accountId: z.optional(shortSchema),
  /** What the consent page showed as the signed-in account: scraped, a hint. */
  accountLabel: z.optional(shortSchema),
  /** The user that the cookies named: a hint as well. */
  accountUser: z.optional(shortSchema),
  verdict: accountVerdictSchema,
  /** When it was given. */
  at: instantSchema,
  expiry: expirySchema,
});
export type Grant = z.infer<typeof grantSchema>;
