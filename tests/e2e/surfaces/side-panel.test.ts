import { expect, it } from 'vitest';
import { until } from '../../driver/wait.ts';
import { journeys, type Stage } from '../support/harness.ts';
import { popupSays, pressInPopup } from '../support/outcome.ts';
import { continueCleanAsNew } from '../support/person.ts';

/** Whether the steps stand beside the page, as the browser itself tells. */
function isOpen({ browser }: Stage): Promise<boolean> {
  return browser.background(async () => {
    const scope = globalThis as unknown as {
      browser?: {
        sidebarAction?: { isOpen(of: object): Promise<boolean> };
        windows: { getAll(): Promise<{ id: number }[]> };
      };
      chrome: { runtime: { getContexts(filter: object): Promise<unknown[]> } };
    };
    if (scope.browser?.sidebarAction) {
      const { sidebarAction, windows } = scope.browser;
      const open = (await windows.getAll()).map(({ id: windowId }) => sidebarAction.isOpen({ windowId }));
      return (await Promise.all(open)).includes(true);
    }
    return (await scope.chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length > 0;
  });
}

journeys('the side panel', (stage) => {
  it('keeps the steps beside the page, where they tell what comes next', async () => {
    const { browser, simulator } = stage;
    const page = await browser.newTab(simulator.integrations.microtech.authoriseUrl({ marketplace: 'ebay' }));
    await continueCleanAsNew(page);
    await popupSays(stage, 'Keep beside the page');
    expect(await isOpen(stage)).toBe(false);
    await pressInPopup(stage, 'Keep beside the page');
    await until('the panel to be open', async () => (await isOpen(stage)) || undefined);

    const panel = await browser.newTab(browser.extensionUrl('popup.html?in=panel'));
    await panel
      .text(/Sign in with the right account|Sign in as/)
      .nth(0)
      .waitFor();
    expect(await panel.role('button', 'Keep beside the page').count()).toBe(0);
  });
});
