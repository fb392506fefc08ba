import type { PrivateWindows } from '../flows/ports.ts';
import { browser } from './browser.ts';
import { guardUrl } from './gate.ts';
import { handOver, takeBack } from './handover.ts';

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
