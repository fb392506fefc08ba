import type { Page } from '../../driver/index.ts';
import { until } from '../../driver/wait.ts';
import type { Stage } from './harness.ts';
import { expectGrants, popupSays, pressInPopup } from './outcome.ts';
import { confirmAtAmazon, continueCleanAsNew, signInAtAmazon } from './person.ts';

/** Renews once from the guard, and confirms the account. */
export async function renewOnce(stage: Stage): Promise<void> {
  const { browser, simulator } = stage;
  const page = await browser.newTab(simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }));
  await continueCleanAsNew(page);
  await signInAtAmazon(stage, page, 'anna');
  await confirmAtAmazon(page);
  await expectGrants(stage, [{ verdict: 'first' }]);
  await pressInPopup(stage, 'Yes, this is right');
  await pressInPopup(stage, 'Done');
  await page.close();
}

/** What leads to the form for a new connection. */
export const ADD = /^Add( your first connection)?$/;

/** The pop-up with the form for a new connection. */
export async function openAdd(stage: Stage): Promise<Page> {
  const popup = await popupSays(stage, /./);
  await toList(popup);
  await popup.role('button', ADD).click();
  return popup;
}

/** Back to the list of connections, from whatever stands in its place or is about to. */
export async function toList(popup: Page, back = 'Back'): Promise<void> {
  const button = popup.role('button', back, { exact: true });
  await until('the list of connections', async () => {
    if ((await button.count()) > 0) await button.click();
    return (await popup.css('.home').count()) > 0 || undefined;
  });
}

/** The pop-up with all about a connection. */
export async function openDetail(stage: Stage, name: string): Promise<Page> {
  const popup = await popupSays(stage, /./);
  await toList(popup);
  await popup.role('button', name, { exact: true }).click();
  await popup.role('heading', name, { exact: true }).waitFor();
  return popup;
}

/** Starts the renewal of the only connection in the pop-up. */
export async function startInPopup(stage: Stage): Promise<void> {
  const popup = await popupSays(stage, 'Your connections');
  await popup.role('button', 'Renew “Alpenglück”').click();
  await popup.role('button', 'Sign out and start').click();
  await popup.text('Ready. Now start the renewal in microtech büro+.').waitFor();
}
