import { clean, onPages, onPagesTwice } from './consent-steps.ts';
import type { Integration, Step } from './schema.ts';

const popups: Step = { id: 'popups', when: 'before', popups: true };

const after: Step[] = [
  { id: 'close', when: 'after' },
  { id: 'runs', when: 'after' },
];

/** A shop plug-in: it opens the authorise address in a pop-up once its server has answered. */
export const magnalister: Integration = {
  id: 'magnalister',
  name: 'magnalister',
  marketplaces: [
    {
      marketplace: 'amazon',
      kinds: ['amazon'],
      opens: 'popup',
      steps: [
        clean,
        { id: 'plan', when: 'before' },
        { id: 'amazon-data', when: 'before', picture: 'red-button' },
        popups,
        { id: 'amazon-ok', when: 'before', detector: 'opened' },
        ...onPages('amazon'),
        ...after,
      ],
    },
    {
      marketplace: 'ebay',
      kinds: ['ebay-oauth', 'ebay-authnauth'],
      opens: 'popup',
      steps: [
        clean,
        { id: 'ebay-data', when: 'before', picture: 'red-button' },
        popups,
        { id: 'ebay-ok', when: 'before', detector: 'opened' },
        ...onPagesTwice('ebay'),
        ...after,
      ],
    },
  ],
  source: {
    title: 'magnalister FAQ, How to request or renew Amazon Token; Générer ou renouveler le Token Amazon',
    checkedOn: '2026-11-20',
  },
};
