import type { Preview } from '@/utils/flows/engine/effects/clean.ts';
import type { AskView } from '@/utils/flows/reading/views.ts';
import { APP } from './connections.ts';

export const ask: AskView = {
  marketplace: 'amazon',
  site: 'europe',
  host: 'sellercentral-europe.amazon.com',
  kind: 'amazon',
  app: APP,
  stoppedAt: 0,
  canForceSignIn: false,
};

export const askEbay: AskView = {
  marketplace: 'ebay',
  site: 'de',
  host: 'auth.ebay.com',
  kind: 'ebay-oauth',
  app: 'Linnworks-Linnwork-PRD-0f1c2d3e4',
  stoppedAt: 0,
  canForceSignIn: true,
};

const amazonCom = (cookies: number, signedIn: boolean): Preview['domains'][number] => ({
  domain: 'amazon.com',
  cookies,
  signedIn,
  signsOutOf: ['retail', 'sellerCentral', 'aws', 'advertising', 'kdp'],
});

/** Somebody is signed in, and a tab shows it. */
export const signedIn: Preview = {
  domains: [amazonCom(14, true)],
  tabs: [{ id: 3, title: 'Seller Central Europe – Manage orders', host: 'sellercentral-europe.amazon.com' }],
  modes: ['set-aside', 'clear'],
};

/** Cookies, and nobody knows whose. */
export const anonymous: Preview = { ...signedIn, domains: [amazonCom(5, false)], tabs: [] };

/** Nothing at all. */
export const empty: Preview = { ...signedIn, domains: [amazonCom(0, false)], tabs: [] };

export const ebay: Preview = {
  domains: [
    { domain: 'ebay.com', cookies: 9, signedIn: true, signsOutOf: ['ebaySite'] },
    { domain: 'ebay.de', cookies: 7, signedIn: true, signsOutOf: ['ebaySite'] },
  ],
  tabs: [],
  modes: ['set-aside', 'clear'],
};
