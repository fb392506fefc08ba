import { hostPattern, sessionDomainsOf } from '../../domain/address/host-patterns.ts';
import { placeUnder } from '../../domain/address/place.ts';
import { unbroken } from '../../domain/address/url-parts.ts';
import type { MarketplaceId } from '../../domain/marketplaces/definition/ids.ts';
import { builtIn, marketplaceById, optionalOnes } from '../../domain/marketplaces/index.ts';
import { browser } from '../browser.ts';

/**
 * Those of these domains that we may not see: withheld at install (Firefox), withdrawn later, or never asked for.
 */
export async function withheldDomains(domains: readonly string[]): Promise<string[]> {
  const granted = (some: readonly string[]): Promise<boolean> =>
    browser.permissions.contains({ origins: some.map(hostPattern) });
  // Nearly always nothing is withheld, and this is asked at every change: one question for all of them.
  if (await granted(domains)) return [];
  const withheld = await Promise.all(
    domains.map(async (domain) => ((await granted([domain])) ? [] : [domain])),
  );
  return withheld.flat();
}

/**
 * The same, asked once: each question takes the browser some milliseconds, and every change asks several. The answers
 * are forgotten when the browser reports changed permissions; listeners added after this call hear of it later.
 */
export function rememberedWithheld(): (domains?: readonly string[]) => Promise<string[]> {
  const answers = new Map<string, Promise<string[]>>();
  const forget = (): void => answers.clear();
  browser.permissions.onAdded.addListener(forget);
  browser.permissions.onRemoved.addListener(forget);
  return (domains = sessionDomainsOf(builtIn)) => {
    const key = domains.join(' ');
    const known = answers.get(key);
    if (known) return known;
    const asked = withheldDomains(domains);
    answers.set(key, asked);
    // A question that failed is asked again.
    asked.catch(() => answers.delete(key));
    return asked;
  };
}

/** Asks for these domains. To be called first thing in a click's handler: the browser wants the gesture. */
export async function askForHosts(domains: readonly string[]): Promise<void> {
  await browser.permissions.request({ origins: domains.map(hostPattern) });
}

/**
 * Asks for the pages of a marketplace that is chosen; nothing happens where its pages are built in, or may be seen
 * already. To be called first thing in a click's handler. Never rejects: without an answer they are not to be seen.
 */
export async function askForMarketplace(id: MarketplaceId): Promise<void> {
  const chosen = marketplaceById(id);
  if (chosen.optional) await askForHosts(sessionDomainsOf([chosen])).catch(() => undefined);
}

/** The same for the marketplace at which an address lies that somebody pasted. */
export async function askForAddress(text: string): Promise<void> {
  const place = placeUnder(URL.parse(unbroken(text))?.hostname ?? '');
  if (place) await askForMarketplace(place.marketplace.id);
}

/** Takes our right to see a marketplace's pages away. */
export async function withdrawFrom(id: MarketplaceId): Promise<void> {
  await browser.permissions.remove({ origins: sessionDomainsOf([marketplaceById(id)]).map(hostPattern) });
}

/** The optional marketplaces, and whether we may see their pages. */
export function optionalMarketplaces(): Promise<{ id: MarketplaceId; granted: boolean }[]> {
  return Promise.all(
    optionalOnes.map(async (each) => ({
      id: each.id,
      granted: (await withheldDomains(sessionDomainsOf([each]))).length === 0,
    })),
  );
}
