import { amazon } from './amazon/amazon.ts';
import { bol } from './bol.ts';
import type { Marketplace } from './definition/schema.ts';
import { ebay } from './ebay/ebay.ts';

/** Every marketplace that Grantkeeper knows. To add one is to add its file and a line here. */
export const marketplaces: readonly [Marketplace, ...Marketplace[]] = [amazon, ebay, bol];
