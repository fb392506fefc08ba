import type { Page } from '../../driver/index.ts';
import { ADD } from '../../e2e/support/from-popup.ts';
import type { Stage } from '../../e2e/support/harness.ts';
import { popupSays } from '../../e2e/support/outcome.ts';
import { alwaysAllow, confirmAtAmazon, signInAtAmazon } from '../../e2e/support/person.ts';
import type { Album } from '../album.ts';
import { ask } from './steps.ts';

/** The pop-up in its states. */

/** Notes a connection by hand. */
async function addConnection(popup: Page, software: string, name: string, days: number): Promise<void> {
  await popup.role('button', ADD).click();
  await popup.label('Software', { exact: true }).fill(software);
  await popup.label('Your name for the account').fill(name);
  await popup.role('radio', 'Expires in (days)').check();
  await popup.label('Days left').fill(String(days));
  await popup.role('button', 'Add', { exact: true }).click();
  await popup.role('heading', 'Your connections').waitFor();
}

export async function newcomer({ browser }: Stage, { take }: Album): Promise<void> {
  const popup = await browser.popup();
  await popup.role('heading', 'Welcome to Grantkeeper').waitFor();
  await take(popup, 'popup-newcomer');
  await popup.role('button', 'Add your first connection').click();
  await popup.role('button', 'Add', { exact: true }).click();
  await take(popup, 'popup-add-connection-incomplete');
  await popup.role('button', 'Cancel').click();
  await addConnection(popup, 'microtech büro+', 'Alpenglück Europe', 212);
  await addConnection(popup, 'magnalister', 'Alpenglück Shop', 25);
  await addConnection(popup, 'Linnworks', 'Alpenglück Outlet', 6);
  await addConnection(popup, 'Linnworks', 'Brückner Elektro KG', -2);
  await popup.evaluate(() => scrollTo(0, 0));
  await take(popup, 'popup-connections-by-urgency');
  await popup.role('button', 'Paste a link').click();
  await popup.label('Address of the authorisation page').fill('https://www.amazon.de/');
  await popup.role('button', 'Open here').click();
  await popup.text('This isn’t a permission page').waitFor();
  await take(popup, 'popup-paste-wrong-address');
}

/** A permission that a program got which is always let through: the pop-up offers to note it. */
export async function suggestion(stage: Stage, { take }: Album): Promise<void> {
  const page = await ask(stage);
  await alwaysAllow(page);
  await signInAtAmazon(stage, page, 'anna');
  await confirmAtAmazon(page);
  await page.waitForUrl(/cloud\.microtech\.example/);
  await take(await popupSays(stage, 'A permission was given outside a renewal'), 'popup-suggestion');
}
