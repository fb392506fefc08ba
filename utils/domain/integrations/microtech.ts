import type { Integration } from './schema.ts';

/** A desktop ERP: it hands a bare authorise address to the operating system's default browser. */
export const microtech: Integration = {
  id: 'microtech',
  name: 'microtech büro+',
  marketplaces: [
    { marketplace: 'amazon', kinds: ['amazon'], opens: 'desktop' },
    { marketplace: 'ebay', kinds: ['ebay-oauth'], opens: 'desktop' },
  ],
  source: {
    title: 'hilfe.microtech.de, Erneuerung Authentifizierung / Autorisierung',
    checkedOn: '2026-11-20',
  },
};
