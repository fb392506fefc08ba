import type { PrivateWindows } from '../../flows/ports/session.ts';
import { browser } from '../browser.ts';
import { guardUrl } from '../guard/guard-rules.ts';
import { handOver, takeBack } from '../store/to-private-instance.ts';

/** The browser's own page on which a person allows us there; Firefox opens its own to nobody. */
export const OWN_DETAILS = import.meta.env.FIREFOX
  ? undefined
  : `chrome://extensions/?id=${browser.runtime.id}`;

/** Private windows, where the person allows us in them. */
export const privateWindows: PrivateWindows = {
  allowed: () => browser.extension.isAllowedIncognitoAccess(),
  async open(url) {
    if (import.meta.env.FIREFOX) {
      await browser.windows.create({ incognito: true, url });
      return;
    }
    await handOver(url);
    try {
      await browser.windows.create({ incognito: true, url: guardUrl() });
    } catch (error) {
      await takeBack();
      throw error;
    }
  },
  async any() {
    return (await browser.windows.getAll()).some(({ incognito }) => incognito);
  },
};
