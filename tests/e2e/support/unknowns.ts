import { switchChoices } from '../../simulator/index.ts';

/** What is unknown about Amazon and can matter on the way to an answer; the others have journeys of their own. */
export const amazonChoices = (({ cancel: _, state: __, error: ___, confirmHost: ____, ...choices }) =>
  choices)(switchChoices.amazon);

/** The same of eBay. */
export const ebayChoices = (({ decline: _, ...choices }) => choices)(switchChoices.ebay);
