import type { Integration } from './schema.ts';

/** A shop plug-in: it opens the authorise address in a pop-up once its server has answered. */
export const magnalister: Integration = {
  id: 'magnalister',
  name: 'magnalister',
  marketplaces: [
    { marketplace: 'amazon', kinds: ['amazon'], opens: 'popup' },
    { marketplace: 'ebay', kinds: ['ebay-oauth', 'ebay-authnauth'], opens: 'popup' },
  ],
  source: { title: 'magnalister FAQ, How to request or renew Amazon Token', checkedOn: '2026-11-20' },
};
