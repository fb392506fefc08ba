import { z } from 'zod';
import { integrationIdSchema } from '../integrations/schema.ts';
import { marketplaceIdSchema } from '../marketplaces/schema.ts';

/** What the user enters about a connection. Bounded and trimmed: it comes from a form. */

const siteId = z.string().min(1).max(100);
const accountId = z.string().trim().min(1).max(100);
const optionalName = z.string().trim().max(200).optional();

/** The user's own name for an account. */
export const accountNameSchema = z.string().trim().min(1).max(120);

/** What the user enters of a connection that does not exist yet: three fields at most. */
export const newConnectionSchema = z.object({
  integration: integrationIdSchema,
  /** The software's name where the integration is `other`. */
  software: optionalName,
  name: accountNameSchema,
  /** The e-mail address or user name of the sign-in. */
  signInName: optionalName,
});
export type NewConnection = z.infer<typeof newConnectionSchema>;

/** What the user enters about a grant that they know of. Dates are calendar days, `YYYY-MM-DD`. */
export const enteredExpirySchema = z.union([
  z.object({ renewedOn: z.iso.date() }),
  z.object({ expiresOn: z.iso.date() }),
  z.object({ expiresInDays: z.int().min(-3650).max(3650) }),
  z.object({ unknown: z.literal(true) }),
]);
export type EnteredExpiry = z.infer<typeof enteredExpirySchema>;

/** What the user enters of a connection. */
export const connectionFormSchema = newConnectionSchema.extend({
  marketplace: marketplaceIdSchema,
  site: siteId,
  central: z.literal('vendor').optional(),
  /** The account's number or user name, where it is known beforehand. */
  accountId: accountId.optional(),
  expiry: enteredExpirySchema,
});
export type ConnectionForm = z.infer<typeof connectionFormSchema>;

/** What can be changed of a connection; what is absent is taken away. */
export const connectionEditSchema = newConnectionSchema.extend({
  site: siteId,
  note: z.string().trim().max(5000).optional(),
  /** The account that is expected from now on. */
  accountId: accountId.optional(),
});
export type ConnectionEdit = z.infer<typeof connectionEditSchema>;

/** A connection by its id, or one that is to be made. */
export const chosenConnectionSchema = z.union([
  z.object({ id: z.string().min(1).max(100) }),
  newConnectionSchema,
]);
