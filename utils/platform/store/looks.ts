import { browser } from '../browser.ts';

const LOOKED_UP = 'lookedUp';

/** Who comes back later than this has something else in mind: ms. */
const STILL_MEANT = 60 * 60_000;

interface LookedUp {
  connectionId: string;
  /** UTC instant in ms of the press. */
  at: number;
}

/**
 * The connection whose date the person has gone to look up. The marketplace's page opens in a tab, and the pop-up closes
 * over it: it opens again where the date is entered. Ends with the browser.
 */
export const lookedUp = {
  async connectionId(): Promise<string | undefined> {
    const kept = (await browser.storage.session.get(LOOKED_UP))[LOOKED_UP] as LookedUp | undefined;
    return kept && Date.now() - kept.at < STILL_MEANT ? kept.connectionId : undefined;
  },
  note(connectionId: string): Promise<void> {
    return browser.storage.session.set({ [LOOKED_UP]: { connectionId, at: Date.now() } satisfies LookedUp });
  },
  forget(): Promise<void> {
    return browser.storage.session.remove(LOOKED_UP);
  },
};
