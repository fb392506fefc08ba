import type { Exemption } from '../../domain/account/exemption.ts';
import type { Exemptions } from '../../flows/ports/records.ts';
import { browser } from '../browser.ts';

const EXEMPTED = 'exempted';

/**
 * Keeps in memory what is always let through: a page that waits to be shown does not wait for the database, and the
 * instance of private windows has an empty one.
 */
export async function shareExemptions(exemptions: Exemption[]): Promise<void> {
  await browser.storage.session.set({ [EXEMPTED]: exemptions });
}

/** What was kept there last; undefined before that, in each session of the browser. */
export async function knownExemptions(): Promise<Exemption[] | undefined> {
  return (await browser.storage.session.get(EXEMPTED))[EXEMPTED] as Exemption[] | undefined;
}

/** What normal windows let through, as the instance of private windows sees it. It cannot change it. */
export const sharedExemptions: Exemptions = {
  all: async () => (await knownExemptions()) ?? [],
  put: () => Promise.reject(new Error('A private window changes no exemption')),
  remove: () => Promise.reject(new Error('A private window changes no exemption')),
};
