import type { Exemption } from '../../domain/account/exemption.ts';
import type { Exemptions } from '../../flows/ports/records.ts';
import { browser } from '../browser.ts';

const EXEMPTED = 'exempted';

/** Tells the instance of private windows what is always let through: its own database is empty. */
export async function shareExemptions(exemptions: Exemption[]): Promise<void> {
  await browser.storage.session.set({ [EXEMPTED]: exemptions });
}

/** What normal windows let through, as the instance of private windows sees it. It cannot change it. */
export const sharedExemptions: Exemptions = {
  async all() {
    return ((await browser.storage.session.get(EXEMPTED))[EXEMPTED] as Exemption[] | undefined) ?? [];
  },
  put: () => Promise.reject(new Error('A private window changes no exemption')),
  remove: () => Promise.reject(new Error('A private window changes no exemption')),
};
