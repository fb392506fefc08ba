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

/** Starts the renewal of the only connection in the pop-up. */
export async function startInPopup(stage: Stage): Promise<void> {
  const popup = await popupSays(stage, 'Your connections');
  await popup.role('button', 'Start clean renewal of Alpenglück').click();
  await popup.role('button', 'Sign out and start').click();
  await popup.text('Ready. Now start the renewal in microtech büro+.').waitFor();
}
