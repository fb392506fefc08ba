import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { PageAnswer } from '@/utils/flows/renewal/pages.ts';

/** What a page of a run is told. */
export type Accompanied = Extract<PageAnswer, { is: 'accompanied' }>;

/**
 * Shows the card on this page and keeps it true until the page goes.
 *
 * @param ctx The life of the script that asks for it.
 * @param first What the page was told when it arrived.
 */
export type Accompany = (ctx: ContentScriptContext, first: Accompanied) => Promise<void>;

/** A symbol, as an element of the page could have any name. */
const CARD = Symbol.for('grantkeeper.card');

/** Of all scripts of ours in one document; the page's own have another. */
const world = globalThis as { [CARD]?: Accompany };

/** Lays the card ready for the script that asked for it. To do so again changes nothing on the page. */
export function layReady(accompany: Accompany): void {
  world[CARD] = accompany;
}

/** The card, once it was laid ready in this document. */
export const laidReady = (): Accompany | undefined => world[CARD];
