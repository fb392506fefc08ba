import * as z from 'zod/mini';
import { idSchema, instantSchema, shortSchema } from '../bounds.ts';
import { grantKindSchema, marketplaceIdSchema } from '../marketplaces/schema.ts';

/** An application that is always let through. */
export const exemptionSchema = z.object({
  id: idSchema,
  marketplace: marketplaceIdSchema,
  kind: grantKindSchema,
  app: shortSchema.check(z.minLength(1)),
  since: instantSchema,
});
export type Exemption = z.infer<typeof exemptionSchema>;
