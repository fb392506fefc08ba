import { clean, onPages, onPagesTwice } from './consent-steps.ts';
import type { Integration } from './schema.ts';

/** A channel manager in the browser; at eBay it asks to sign in twice, once for each kind of token. */
export const linnworks: Integration = {
  id: 'linnworks',
  name: 'Linnworks',
  marketplaces: [
    {
      marketplace: 'amazon',
      kinds: ['amazon'],
      opens: 'page',
      steps: [
        clean,
        { id: 'amazon-renew', when: 'before', detector: 'opened' },
        ...onPages('amazon'),
        { id: 'orders', when: 'after' },
      ],
    },
    {
      marketplace: 'ebay',
      kinds: ['ebay-authnauth', 'ebay-oauth'],
      opens: 'page',
      steps: [
        clean,
        // Revoking takes the token of whoever is signed in: not before the old sign-in is gone.
        { id: 'owner', when: 'before', detector: 'signed-in', link: 'manage', copy: 'sign-in-name' },
        { id: 'revoke', when: 'before', link: 'manage', warns: true },
        { id: 'test', when: 'before' },
        { id: 're-create', when: 'before', detector: 'opened' },
        ...onPagesTwice('ebay'),
        { id: 'test-again', when: 'after' },
        { id: 'orders', when: 'after' },
      ],
      symptom: 'eBay Authorization Token has expired and needs to be re-created',
    },
  ],
  source: { title: 'Linnworks help, eBay token generation', checkedOn: '2026-11-20' },
};
