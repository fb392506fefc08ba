import * as z from 'zod/mini';

/** Software by its name, which is stored and never changed. */
export const integrationIdSchema = z.enum(['microtech', 'magnalister', 'linnworks', 'other']);
export type IntegrationId = z.infer<typeof integrationIdSchema>;
