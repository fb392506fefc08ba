import type { MarketplaceId } from '../marketplaces/definition/schema.ts';
import type { Step } from './schema.ts';

/** What every renewal begins with. */
export const clean: Step = { id: 'clean', when: 'before', detector: 'cleaned' };

const signIn: Step = { id: 'sign-in', when: 'on', detector: 'signed-in', copy: 'sign-in-name' };
const account: Step = { id: 'account', when: 'on', detector: 'right-account' };
const confirm: Step = { id: 'confirm', when: 'on', detector: 'confirmed' };
const answer: Step = { id: 'answer', when: 'on', detector: 'callback' };

/** Amazon's pages: its consent has a box to tick. */
export const atAmazon: Step[] = [
  signIn,
  account,
  { id: 'box', when: 'on', detector: 'box-ticked' },
  confirm,
  answer,
];

/** eBay's pages, once. */
export const atEbay: Step[] = [signIn, account, confirm, answer];

/** eBay's pages for software that needs two kinds of grant. */
export const atEbayTwice: Step[] = [...atEbay, { id: 'second', when: 'on', detector: 'all-callbacks' }];

/** All steps of a renewal of which the software is not known. */
export function consentSteps(marketplace: MarketplaceId): Step[] {
  return [clean, ...(marketplace === 'amazon' ? atAmazon : atEbay)];
}
