import { atAmazon, atEbay, clean } from './consent-steps.ts';
import type { Integration, Step } from './schema.ts';

const start: Step = { id: 'start', when: 'before', detector: 'opened' };
const works: Step = { id: 'works', when: 'after' };

/** Software that we do not know: the person gives its name, and the steps that it needs. */
export const other: Integration = {
  id: 'other',
  name: '',
  marketplaces: [
    {
      marketplace: 'amazon',
      kinds: ['amazon'],
      opens: 'page',
      steps: [clean, start, ...atAmazon, works],
    },
    {
      marketplace: 'ebay',
      kinds: ['ebay-oauth'],
      opens: 'page',
      steps: [clean, start, ...atEbay, works],
    },
  ],
};
