import { OAUTH_SOURCE } from '../definition/oauth-errors.ts';
import type { Marketplace } from '../definition/schema.ts';

/** Where each fact on eBay was read, and when. */
export const sources: Marketplace['sources'] = {
  'consent-request': {
    title: 'developer.ebay.com, OAuth consent request',
    certainty: 'documented',
    checkedOn: '2026-11-20',
  },
  hosts: {
    title: 'eBay hosts in public code, logs and vendors’ help pages',
    certainty: 'observed',
    checkedOn: '2026-11-20',
  },
  chain: {
    title: 'The redirect chain of auth2, sign-in and consents in public code and logs',
    certainty: 'observed',
    checkedOn: '2026-11-20',
  },
  'old-oauth': {
    title:
      'davidtsadler/ebay-sdk-php#169; CHANGELOG of omniauth-ebay-oauth 0.4.0; authorise addresses in public code',
    certainty: 'reported',
    checkedOn: '2026-11-28',
  },
  'ru-start': {
    title: 'Public code that opens eBay’s sign-in with the authorise address in ru',
    certainty: 'reported',
    checkedOn: '2026-11-28',
  },
  authnauth: {
    title: 'eBay developer knowledge base 1198 and 1350',
    certainty: 'documented',
    checkedOn: '2026-11-20',
  },
  'default-page': {
    title: 'timotheus/ebaysdk-python#111, davidtsadler/ebay-sdk-php#208: eBay’s default accept page',
    certainty: 'reported',
    checkedOn: '2026-11-28',
  },
  'json-errors': {
    title: 'YosefHayim/ebay-mcp#175, matecsaj/ebay_rest#35: errors as JSON',
    certainty: 'reported',
    checkedOn: '2026-11-28',
  },
  oauth: OAUTH_SOURCE,
  'authnauth-life': {
    title: 'eBay developer knowledge base 1052',
    certainty: 'documented',
    checkedOn: '2026-11-20',
  },
  'oauth-life': {
    title: 'refresh_token_expires_in in public token responses',
    certainty: 'observed',
    checkedOn: '2026-11-20',
  },
  revoke: {
    title: 'eBay developer knowledge base 5218 and 2087; account settings hub in public code',
    certainty: 'observed',
    checkedOn: '2026-11-20',
  },
  'third-party-access': {
    title: 'eBay’s page for third-party app access in public code of two products, .com and .co.uk',
    certainty: 'observed',
    checkedOn: '2026-11-28',
  },
  'sign-in-page': {
    title: 'Selectors of eBay’s sign-in page in public code',
    certainty: 'observed',
    checkedOn: '2026-11-20',
  },
  'sign-in-offers': {
    title: 'hilfe.microtech.de, Hinweis: Token-Ablauf: a picture of eBay’s sign-in page',
    certainty: 'observed',
    checkedOn: '2026-11-20',
  },
  markers: {
    title: 'Cookies of signed-in and of anonymous visitors in public dumps, 2014 to 2025',
    certainty: 'observed',
    checkedOn: '2026-11-28',
  },
  interstitials: {
    title: 'Pages between eBay’s sign-in and consent in public code, 2026',
    certainty: 'observed',
    checkedOn: '2026-11-28',
  },
  'user-info': {
    title: '#user-info of eBay’s sign-in page in public code, 2026-10',
    certainty: 'observed',
    checkedOn: '2026-11-28',
  },
  session: {
    title: 'dp1 and ds2 cookies in public code',
    certainty: 'observed',
    checkedOn: '2026-11-20',
  },
};
