import type { Integration } from './schema.ts';

/** A channel manager in the browser; at eBay it asks to sign in twice, once for each kind of token. */
export const linnworks: Integration = {
  id: 'linnworks',
  name: 'Linnworks',
  marketplaces: [
    { marketplace: 'amazon', kinds: ['amazon'], opens: 'page' },
    { marketplace: 'ebay', kinds: ['ebay-authnauth', 'ebay-oauth'], opens: 'page' },
  ],
  source: { title: 'Linnworks help, eBay token generation', checkedOn: '2026-11-20' },
};
