import { allSessionDomains, hostPattern } from '../domain/host-patterns.ts';
import { browser } from './browser.ts';

/**
 * Those of these domains that we may not see: withheld at install (Firefox), or withdrawn later. All of the
 * marketplaces' where none are named.
 */
export async function withheldDomains(domains: readonly string[] = allSessionDomains()): Promise<string[]> {
  const withheld = await Promise.all(
    domains.map(async (domain) => {
      const granted = await browser.permissions.contains({ origins: [hostPattern(domain)] });
      return granted ? [] : [domain];
    }),
  );
  return withheld.flat();
}

/** Asks for these domains. To be called first thing in a click's handler: the browser wants the gesture. */
export async function askForHosts(domains: readonly string[]): Promise<void> {
  await browser.permissions.request({ origins: domains.map(hostPattern) });
}
