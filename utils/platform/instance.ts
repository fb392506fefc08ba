import { browser } from './browser.ts';

/**
 * Whether this is the instance that Chromium runs for its private windows (`incognito: "split"`). It hears of nothing
 * but their tabs, and its database is in memory alone; `storage.local`, `storage.session`, the badge and the rules of
 * `declarativeNetRequest` are one for both instances (seen on Chromium 156). Firefox has one instance for all windows.
 */
export const IN_PRIVATE_INSTANCE: boolean =
  !import.meta.env.FIREFOX && browser.extension.inIncognitoContext === true;
