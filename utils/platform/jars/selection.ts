import type { MarketplaceId } from '../../domain/marketplaces/definition/schema.ts';
import { marketplaces } from '../../domain/marketplaces/index.ts';
import { isWithin } from '../../domain/session/cleaning.ts';
import { browser } from '../browser.ts';

/**
 * Tells when the account is switched in a session, in whatever tab: the marketplace keeps the selection in a cookie.
 * One that is set again as it was, or for the first time, is no switch. The values are compared here and go nowhere.
 */
export function onSelection(listener: (marketplace: MarketplaceId, jar: string) => void): void {
  const before = new Map<string, string>();
  browser.cookies.onChanged.addListener(({ cookie, removed, cause }) => {
    const { name, domain, path, value, storeId } = cookie;
    const host = domain.replace(/^\./, '');
    const marketplace = marketplaces.find(
      (each) =>
        each.selectionCookies?.includes(name) &&
        each.sessionDomains.some((session) => isWithin(host, session.domain)),
    );
    if (!marketplace) return;
    const key = JSON.stringify([storeId, domain, path, name]);
    if (removed) {
      if (cause === 'overwrite') before.set(key, value);
      return;
    }
    const old = before.get(key);
    before.delete(key);
    if (old !== undefined && old !== value) listener(marketplace.id, storeId);
  });
}
