import type { Marketplace } from '../marketplaces/definition/schema.ts';
import { marketplaces } from '../marketplaces/index.ts';
import { consentSteps } from './consent-steps.ts';
import type { Integration, Step } from './schema.ts';

const start: Step = { id: 'start', when: 'before', detector: 'opened' };
const works: Step = { id: 'works', when: 'after' };

/** What is taken to be needed: the kind of grant that a marketplace names first. */
function at({ id, lifetimes: [first] }: Marketplace): Integration['marketplaces'][number] {
  const [clean, ...onPages] = consentSteps(id);
  return {
    marketplace: id,
    kinds: first ? [first.kind] : [],
    opens: 'page',
    steps: [...(clean ? [clean] : []), start, ...onPages, works],
  };
}

/** Software that we do not know, at every marketplace: the person gives its name, and the steps that it needs. */
export const other: Integration = { id: 'other', name: '', marketplaces: marketplaces.map(at) };
