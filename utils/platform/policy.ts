import type { Policy } from '../flows/ports/browser.ts';
import { browser } from './browser.ts';

/** The organisation's policy. Without one Firefox rejects and Chromium gives an empty object. */
export const policy: Policy = {
  read: () => browser.storage.managed.get(null).catch(() => ({})),
};

/** Calls back when the policy was changed; Firefox reads its own at the start alone. */
export function onPolicy(listener: () => void): void {
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') listener();
  });
}
