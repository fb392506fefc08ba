import { z } from 'zod';
import { grantKindSchema, marketplaceIdSchema } from '../marketplaces/schema.ts';

export const integrationIdSchema = z.enum(['microtech', 'magnalister', 'linnworks', 'other']);
export type IntegrationId = z.infer<typeof integrationIdSchema>;

/** The software that gets the grant, as data. */
export const integrationSchema = z.object({
  id: integrationIdSchema,
  /** Its product name, which is not translated; empty for software that we do not know. */
  name: z.string(),
  marketplaces: z
    .array(
      z.object({
        marketplace: marketplaceIdSchema,
        /** The kinds of grant that it needs there; a renewal is done when all of them are back. */
        kinds: z.array(grantKindSchema).min(1),
        /** How its authorise address comes into the browser. */
        opens: z.enum(['desktop', 'popup', 'page']),
      }),
    )
    .min(1),
  source: z.object({ title: z.string().min(1), checkedOn: z.iso.date() }).optional(),
});
export type Integration = z.infer<typeof integrationSchema>;
