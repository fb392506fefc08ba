import { allSessionDomains, hostPattern } from '../../domain/address/host-patterns.ts';
import { browser } from '../browser.ts';

/**
 * Those of these domains that we may not see: withheld at install (Firefox), or withdrawn later. All of the
 * marketplaces' where none are named.
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
  return (domains = allSessionDomains()) => {
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
