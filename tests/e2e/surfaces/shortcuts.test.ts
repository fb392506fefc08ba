import { expect, it } from 'vitest';
import { openAdd } from '../support/from-popup.ts';
import { badgeSays, type ExtensionScope, journeys, type Stage } from '../support/harness.ts';

async function add(stage: Stage, name: string, days: number): Promise<void> {
  const popup = await openAdd(stage);
  await popup.label('Software', { exact: true }).fill('microtech büro+');
  await popup.label('Your name for the account').fill(name);
  await popup.role('radio', 'Expires in (days)').check();
  await popup.label('Days left').fill(String(days));
  await popup.role('button', 'Add', { exact: true }).click();
  await popup.text(name).waitFor();
}

/** The page that the key and the menu of the button open. */
const FIRST = 'popup.html?in=tab&first';

journeys('the keys and the menu of the button', (stage, kind) => {
  it('lead to the renewal that is most due', async () => {
    const { browser } = stage;
    await add(stage, 'Nordlicht', 40);
    await add(stage, 'Alpenglück', 5);
    await badgeSays(stage, '5');

    const address = browser.extensionUrl(FIRST);
    if (kind === 'firefox') await browser.pressShortcut('R');
    else await browser.newTab(address);
    const page = await browser.waitForPage((url) => url === address);
    await page.role('heading', 'Renew “Alpenglück”').waitFor();

    // An entry that is not there cannot be changed.
    const known = (id: string) =>
      browser.background(async (entry) => {
        const { chrome } = globalThis as unknown as ExtensionScope;
        return chrome.contextMenus.update(entry, {}).then(
          () => true,
          () => false,
        );
      }, id);
    expect(await Promise.all(['overview', 'renew', 'first-steps', 'another'].map(known))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});
