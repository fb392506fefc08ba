import type { MarketplaceId } from '../marketplaces/definition/schema.ts';
import { marketplaceById } from '../marketplaces/index.ts';
import type { Step } from './schema.ts';

/** What every renewal begins with. */
export const clean: Step = { id: 'clean', when: 'before', detector: 'cleaned' };

/** The pages of a marketplace, once. */
export function onPages(marketplace: MarketplaceId): Step[] {
  const { consent } = marketplaceById(marketplace);
  return [
    { id: 'sign-in', when: 'on', detector: 'signed-in', copy: 'sign-in-name' },
    { id: 'account', when: 'on', detector: 'right-account' },
    ...(consent?.box ? [{ id: 'box', when: 'on' as const, detector: 'box-ticked' as const }] : []),
    { id: 'confirm', when: 'on', detector: 'confirmed' },
    { id: 'answer', when: 'on', detector: 'callback' },
  ];
}

/** The pages of a marketplace for software that needs two kinds of grant. */
export function onPagesTwice(marketplace: MarketplaceId): Step[] {
  return [...onPages(marketplace), { id: 'second', when: 'on', detector: 'all-callbacks' }];
}

/** All steps of a renewal of which the software is not known. */
export function consentSteps(marketplace: MarketplaceId): Step[] {
  return [clean, ...onPages(marketplace)];
}
