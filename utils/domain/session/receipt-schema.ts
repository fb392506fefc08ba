import * as z from 'zod/mini';
import { countSchema, instantSchema, shortSchema } from '../bounds.ts';
import { SITE_DATA } from './site-data.ts';

const siteDataSchema = z.enum(SITE_DATA);

/** What is known of a kind of site data after a clean. */
const siteDataResultSchema = z.enum(['requested', 'checked', 'impossible']);
export type SiteDataResult = z.infer<typeof siteDataResultSchema>;

const domainReceiptSchema = z.object({
  domain: shortSchema,
  /** Cookies that were there before. */
  found: countSchema,
  removed: countSchema,
  /** Cookies from before, and logins of whatever age, that a fresh read still found: proof, not a hope. */
  remaining: countSchema,
  /** Names of the login cookies among them. */
  logins: z.array(shortSchema).check(z.maxLength(200)),
});
export type DomainReceipt = z.infer<typeof domainReceiptSchema>;

/** What a clean found, removed and, read back afterwards, what remains. Holds counts and names, no values. */
export const receiptSchema = z.object({
  at: instantSchema,
  domains: z.array(domainReceiptSchema).check(z.maxLength(100)),
  siteData: z.partialRecord(siteDataSchema, siteDataResultSchema),
  /** Nothing from before and no login is left. */
  clean: z.boolean(),
});
export type Receipt = z.infer<typeof receiptSchema>;
