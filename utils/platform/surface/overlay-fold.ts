import type { Overlay } from '../../flows/ports/browser.ts';
import { session } from '../store/session.ts';

const FOLDED = 'folded';

/** How the person left the overlay. It ends with the browser: next year's renewal begins with the whole card again. */
export const overlay: Overlay = {
  folded: async () => (await session.get(FOLDED))[FOLDED] === true,
  fold: (folded) => (folded ? session.set({ [FOLDED]: true }) : session.remove(FOLDED)),
};
