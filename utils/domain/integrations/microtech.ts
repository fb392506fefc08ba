import { clean, onPages } from './consent-steps.ts';
import type { Integration, Step } from './schema.ts';

/** In the program, until its ANMELDEN opens the browser; the mark AKTIV has to be off meanwhile. */
const before: Step[] = [
  clean,
  { id: 'platform', when: 'before' },
  { id: 'inactive', when: 'before', picture: 'buero-inactive' },
  { id: 'reopen', when: 'before', detector: 'opened', picture: 'buero-sign-in' },
];

const after: Step[] = [
  { id: 'active', when: 'after', picture: 'buero-active' },
  { id: 'status', when: 'after', picture: 'buero-status' },
  { id: 'orders', when: 'after' },
];

const SYMPTOM = 'An error occurred while refreshing token.';

/** A desktop ERP: it hands a bare authorise address to the operating system's default browser. */
export const microtech: Integration = {
  id: 'microtech',
  name: 'microtech büro+',
  marketplaces: [
    {
      marketplace: 'amazon',
      kinds: ['amazon'],
      opens: 'desktop',
      steps: [...before, ...onPages('amazon'), ...after, { id: 'labels', when: 'after' }],
      symptom: SYMPTOM,
    },
    {
      marketplace: 'ebay',
      kinds: ['ebay-oauth'],
      opens: 'desktop',
      steps: [...before, ...onPages('ebay'), ...after],
      symptom: SYMPTOM,
    },
  ],
  support: 'https://portal.microtech.de/support/tickets',
  source: {
    title: 'hilfe.microtech.de, Erneuerung Authentifizierung / Autorisierung; Hinweis: Token-Ablauf',
    checkedOn: '2026-11-20',
  },
};
