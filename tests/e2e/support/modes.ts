import type { BrowserKind, Page } from '../../driver/index.ts';
import { NIGHTLY, type Stage } from './harness.ts';

/** The modes of a clean start that each browser has; private windows have journeys of their own. */
export const modesIn = {
  chromium: ['set-aside', 'clear'],
  firefox: ['set-aside', 'clear', 'container'],
} as const satisfies Record<BrowserKind, string[]>;

export type Mode = (typeof modesIn)['firefox'][number];

/** By day the one that is suggested; at night all. */
export const modesToPlay = (kind: BrowserKind): readonly Mode[] => (NIGHTLY ? modesIn[kind] : ['set-aside']);

/** The tab at eBay that the guard has led on: its own, or the window for which it stood in. */
export const atEbay = ({ browser }: Stage): Promise<Page> =>
  browser.waitForPage((url) => /^https:\/\/(auth|signin)\.ebay\./.test(url));

/** The tab in which the marketplace asks who is there: the guard's own, the container's, or the window for which it stood in. */
export const atSignIn = ({ browser }: Stage): Promise<Page> =>
  browser.waitForPage((url) => /\/signin\?/.test(url));
