import type { Stage } from '../../e2e/support/harness.ts';
import { popupSays } from '../../e2e/support/outcome.ts';
import {
  CLEAN,
  confirmAtAmazon,
  continueCleanAsNew,
  leaveSignedIn,
  signInAtAmazon,
} from '../../e2e/support/person.ts';
import type { Album } from '../album.ts';
import { ask, popupByItself, renewAsAnna } from './steps.ts';

/** Overlay and pop-up while and after a renewal. */

export async function wrongAccount(stage: Stage, { take }: Album): Promise<void> {
  const { browser } = stage;
  await renewAsAnna(stage);
  await leaveSignedIn(stage, 'bert');
  const known = await ask(stage);
  await known.role('button', CLEAN).waitFor();
  await take(known, 'guard-known-connection');
  await known.close();
  const popup = await popupSays(stage, 'Your connections');
  await popup.role('button', 'Renew “Alpenglück”').click();
  await popup.role('button', 'Sign out and start').waitFor();
  await take(popup, 'popup-start-renewal');
  await popup.role('button', 'Sign out and start').click();
  await popup.text('Ready. Now start the renewal in').waitFor();
  await take(popup, 'popup-waiting-for-the-software');
  const page = await ask(stage);
  await page.css('#ap_email').waitFor();
  await signInAtAmazon(stage, page, 'bert');
  await page.text('Wrong account? The page shows').waitFor();
  await take(page, 'overlay-another-account-than-expected');
  await page.role('button', 'Minimise').click();
  await page.role('button', 'Show the steps').waitFor();
  await take(page, 'overlay-folded');
  await confirmAtAmazon(page);
  await take(await popupByItself(stage, 'The wrong account was authorised'), 'popup-wrong-account');
  await take(await browser.newTab(browser.extensionUrl('options.html')), 'options-connections');
}

export async function errors(stage: Stage, { take }: Album): Promise<void> {
  const { simulator } = stage;
  simulator.set({ amazon: { error: 'MD5101' } });
  const draft = await ask(stage);
  await continueCleanAsNew(draft);
  await signInAtAmazon(stage, draft, 'anna');
  await draft.text('Error MD5101').waitFor();
  await take(draft, 'overlay-amazon-error-of-the-software');
  await take(await popupByItself(stage, 'The renewal failed'), 'popup-renewal-failed');
  simulator.set({ amazon: { error: 'invalid-access' } });
  const user = await ask(stage);
  await continueCleanAsNew(user, { name: 'Alpenglück 2' });
  await signInAtAmazon(stage, user, 'anna');
  await user.text('Error invalid-access').waitFor();
  await take(user, 'overlay-amazon-error-of-the-seller');
  const scope = await ask(stage, {
    marketplace: 'ebay',
    parameters: { scope: 'https://nowhere.example/none' },
  });
  await continueCleanAsNew(scope, { name: 'Alpenglück eBay' });
  await scope.waitForUrl(/errorOauth/);
  await scope.text('The software asked for rights').nth(0).waitFor();
  await take(scope, 'overlay-ebay-error');
}

export async function picker(stage: Stage, { take }: Album): Promise<void> {
  stage.simulator.set({ amazon: { picker: 'after-sign-in', lostApplicationId: true } });
  const page = await ask(stage);
  await continueCleanAsNew(page, { name: 'Cordes' });
  await signInAtAmazon(stage, page, 'carla');
  await page.text('Choose the right account and country').waitFor();
  await take(page, 'overlay-account-picker');
  await page
    .role('radio', /Germany/)
    .nth(0)
    .check();
  await page.role('button', 'Select Account').click();
  await page.text('The page has lost track of the app').waitFor();
  await take(page, 'overlay-program-lost');
}
