import { OAUTH_SOURCE } from '../definition/oauth-errors.ts';
import type { Marketplace } from '../definition/schema.ts';

/** Where each fact on Amazon was read, and when. */
export const sources: Marketplace['sources'] = {
  'website-workflow': {
    title: 'SP-API documentation, website-authorization-workflow',
    certainty: 'documented',
    checkedOn: '2026-11-20',
  },
  'developer-guide': {
    title: 'amzn/selling-partner-api-docs, SellingPartnerApiDeveloperGuide.md',
    certainty: 'documented',
    checkedOn: '2026-11-20',
  },
  renewal: {
    title: 'SP-API documentation, renew-authorizations',
    certainty: 'documented',
    checkedOn: '2026-11-20',
  },
  hosts: {
    title:
      'SP-API documentation, marketplace-ids; amzn/selling-partner-api-samples, auth-lifecycle-management',
    certainty: 'documented',
    checkedOn: '2026-11-20',
  },
  'country-hosts': {
    title: 'Seller Central hosts in public third-party code',
    certainty: 'reported',
    checkedOn: '2026-11-20',
  },
  'sign-in': {
    title: 'Sign-in addresses and cookie names in public third-party code and vendors’ help pages',
    certainty: 'reported',
    checkedOn: '2026-11-20',
  },
  picker: {
    title: 'amzn/selling-partner-api-docs#3057 and public third-party code',
    certainty: 'reported',
    checkedOn: '2026-11-20',
  },
  errors: {
    title: 'amzn/selling-partner-api-docs#262, #533, #1926, #2021, #2067, #3349, #3613; -models#2493',
    certainty: 'documented',
    checkedOn: '2026-11-20',
  },
  claim: {
    title:
      'Amazon’s newer sign-in (/ax/claim, #ap_email_login) and Seller Central’s sid cookie in public code',
    certainty: 'observed',
    checkedOn: '2026-11-28',
  },
  selection: {
    title: 'Seller Central’s account selection (mons_sel_mcid, __Host-mselc) in public code',
    certainty: 'observed',
    checkedOn: '2026-11-28',
  },
  'merchant-token': {
    title: 'The merchant token’s page in vendors’ manuals and help pages',
    certainty: 'reported',
    checkedOn: '2026-11-28',
  },
  'error-codes': {
    title: 'SP-API documentation, authorization-errors and resolve-common-http-and-authorization-error-codes',
    certainty: 'documented',
    checkedOn: '2026-11-28',
  },
  refusals: {
    title:
      'amzn/selling-partner-api-docs#629, #901; -models#1106; /authorization/failed-global/ in public code',
    certainty: 'observed',
    checkedOn: '2026-11-28',
  },
  oauth: OAUTH_SOURCE,
  manage: {
    title: 'amzn/selling-partner-api-docs#2968 and vendors’ help pages',
    certainty: 'reported',
    checkedOn: '2026-11-20',
  },
  header: {
    title: 'Seller Central header selectors in public third-party code',
    certainty: 'reported',
    checkedOn: '2026-11-20',
  },
  'public-suffixes': {
    title: 'publicsuffix.org: com.be is not a public suffix',
    certainty: 'documented',
    checkedOn: '2026-11-20',
  },
  session: {
    title: 'Amazon’s sign-in cookies lie on the shop’s domain; the services that share it',
    certainty: 'inferred',
    checkedOn: '2026-11-20',
  },
};
