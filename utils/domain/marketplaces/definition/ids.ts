import * as z from 'zod/mini';

/** The names that are stored and never changed. The shape of a definition (`schema.ts`) is for the build alone. */

/** The kinds of grant that exist; a connection can hold one of each kind of its marketplace. */
export const grantKindSchema = z.enum(['amazon', 'ebay-oauth', 'ebay-authnauth', 'bol']);
export type GrantKind = z.infer<typeof grantKindSchema>;

export const marketplaceIdSchema = z.enum(['amazon', 'ebay', 'bol']);
export type MarketplaceId = z.infer<typeof marketplaceIdSchema>;

/** Services outside the marketplace itself that share its login, by the key of their name in the locales. */
export const sharedLoginSchema = z.enum([
  'retail',
  'aws',
  'advertising',
  'kdp',
  'sellerCentral',
  'vendorCentral',
  'ebaySite',
  'bolSite',
]);
export type SharedLogin = z.infer<typeof sharedLoginSchema>;

/** What a person does to take a grant back, by the key of its sentence in the locales. */
export const revokeStepSchema = z.enum([
  'signIn',
  'manageApps',
  'appPermissions',
  'authorizedParties',
  'takeBack',
]);
export type RevokeStep = z.infer<typeof revokeStepSchema>;
