import * as z from 'zod/mini';
import { APP_ID } from '../address/app-id.ts';
import { idSchema, instantSchema } from '../bounds.ts';
import { grantKindSchema, marketplaceIdSchema } from '../marketplaces/definition/ids.ts';

/** An application that is always let through. */
export const exemptionSchema = z.object({
  id: idSchema,
  marketplace: marketplaceIdSchema,
  kind: grantKindSchema,
  app: z.string().check(z.regex(APP_ID)),
  since: instantSchema,
});
export type Exemption = z.infer<typeof exemptionSchema>;
