import { allSessionDomains, hostPattern } from '../../domain/address/host-patterns.ts';
import { browser } from '../browser.ts';

/**
 * Those of these domains that we may not see: withheld at install (Firefox), or withdrawn later. All of the
 * marketplaces' where none are named.
 */
export async function withheldDomains(domains: readonly string[] = allSessionDomains()): Promise<string[]> {
  const granted = (some: readonly string[]): Promise<boolean> =>
    browser.permissions.contains({ origins: some.map(hostPattern) });
  // Nearly always nothing is withheld, and this is asked at every change: one question for all of them.
  if (await granted(domains)) return [];
  const withheld = await Promise.all(
    domains.map(async (domain) => ((await granted([domain])) ? [] : [domain])),
  );
  return withheld.flat();
}

/** Asks for these domains. To be called first thing in a click's handler: the browser wants the gesture. */
export async function askForHosts(domains: readonly string[]): Promise<void> {
  await browser.permissions.request({ origins: domains.map(hostPattern) });
}
