import * as z from 'zod/mini';
import { integrationIdSchema } from '../integrations/ids.ts';
import { marketplaceIdSchema } from '../marketplaces/definition/ids.ts';
import { markSchema } from './mark-schema.ts';

/** What the user enters about a connection. Bounded and trimmed: it comes from a form. */

const siteId = z.string().check(z.minLength(1), z.maxLength(100));
const accountId = z.string().check(z.trim(), z.minLength(1), z.maxLength(100));
const optionalName = z.optional(z.string().check(z.trim(), z.maxLength(200)));

/** The user's own name for an account. */
export const accountNameSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(120));

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
  z.object({ expiresInDays: z.int().check(z.minimum(-3650), z.maximum(3650)) }),
  z.object({ unknown: z.literal(true) }),
]);
export type EnteredExpiry = z.infer<typeof enteredExpirySchema>;

/** What the user enters of a connection. */
export const connectionFormSchema = z.extend(newConnectionSchema, {
  marketplace: marketplaceIdSchema,
  site: siteId,
  central: z.optional(z.literal('vendor')),
  /** The account's number or user name, where it is known beforehand. */
  accountId: z.optional(accountId),
  expiry: enteredExpirySchema,
});
export type ConnectionForm = z.infer<typeof connectionFormSchema>;

/** What can be changed of a connection; what is absent is taken away. */
export const connectionEditSchema = z.extend(newConnectionSchema, {
  site: siteId,
  note: z.optional(z.string().check(z.trim(), z.maxLength(5000))),
  /** The account that is expected from now on. */
  accountId: z.optional(accountId),
  mark: z.optional(markSchema),
});
export type ConnectionEdit = z.infer<typeof connectionEditSchema>;

/** A connection by its id, or one that is to be made. */
export const chosenConnectionSchema = z.union([
  z.object({ id: z.string().check(z.minLength(1), z.maxLength(100)) }),
  newConnectionSchema,
]);
