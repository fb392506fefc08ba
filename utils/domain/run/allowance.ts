import { readAddress } from '../address/address.ts';
import { isPlain } from '../address/allowance.ts';
import { type Allowance, spellingsIn } from '../address/guard-rules.ts';
import { marketplaceById, siteById } from '../marketplaces/index.ts';
import { openLeg, type Run } from './run.ts';

/**
 * What may pass the guard for a run: its application in its tab, while the user is with the marketplace, and only on
 * the session domains that the run looked at. Where its address does not name one application in so many words, the tab
 * may ask for whatever it wants of that address's host, until something names one.
 */
export function allowanceOf(run: Run): (Allowance & { tabId: number }) | undefined {
  const leg = run.phase === 'consenting' ? openLeg(run) : undefined;
  if (leg?.url === undefined || run.tabId === undefined) return undefined;
  const domains = siteById(marketplaceById(run.marketplace), run.site)?.sessionDomains ?? [];
  const { request } = readAddress(leg.url);
  const named = request && isPlain(request) && leg.app !== undefined;
  const host = request && domains.includes(request.domain) ? [request.host] : domains;
  return {
    kind: leg.kind,
    ...(named && { app: leg.app, spellings: spellingsIn(leg.url, leg.app ?? '') }),
    tabId: run.tabId,
    domains: named ? domains : host,
  };
}
