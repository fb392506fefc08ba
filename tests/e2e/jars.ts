import type { ExtensionScope, Stage } from './harness.ts';

/**
 * From now on tabs send none of the default jar's cookies with such a request, as in a container of a browser whose
 * extensions do not reach it.
 */
export function tabsUseAnotherJar({ browser }: Stage): Promise<void> {
  return browser.background(() => {
    const { chrome } = globalThis as unknown as ExtensionScope;
    return chrome.declarativeNetRequest.updateSessionRules({
      addRules: [
        {
          id: 4711,
          action: { type: 'modifyHeaders', requestHeaders: [{ header: 'cookie', operation: 'remove' }] },
          condition: { urlFilter: '/grantkeeper-marker', resourceTypes: ['sub_frame'] },
        },
      ],
    });
  });
}

/** Undoes it. */
export const tabsUseTheirOwn = ({ browser }: Stage): Promise<void> =>
  browser.background(() => {
    const { chrome } = globalThis as unknown as ExtensionScope;
    return chrome.declarativeNetRequest.updateSessionRules({ removeRuleIds: [4711] });
  });
