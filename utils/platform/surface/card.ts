import { browser } from '../browser.ts';

/** What draws the card, with all its words: only pages of a run carry it. */
const CARD = '/card.js';

/**
 * Lays the card ready in a tab's page. Where it cannot get there (the page is gone, its site was withdrawn from us)
 * nothing happens: the page that asked sees that and asks again.
 */
export async function layCard(tabId: number): Promise<void> {
  await browser.scripting
    .executeScript({ target: { tabId }, files: [CARD], injectImmediately: true })
    .catch(() => undefined);
}
