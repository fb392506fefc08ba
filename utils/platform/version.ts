import { browser } from './browser.ts';

/** The extension's version, as the manifest says it. */
export const VERSION = browser.runtime.getManifest().version;
