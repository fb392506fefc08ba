import type { Integration } from './schema.ts';

/** Software that we do not know: the person gives its name. */
export const other: Integration = {
  id: 'other',
  name: '',
  marketplaces: [
    { marketplace: 'amazon', kinds: ['amazon'], opens: 'page' },
    { marketplace: 'ebay', kinds: ['ebay-oauth'], opens: 'page' },
  ],
};
