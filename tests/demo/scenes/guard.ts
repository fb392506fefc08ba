import type { Stage } from '../../e2e/support/harness.ts';
import { AMAZON, CLEAN, continueCleanAsNew, leaveSignedIn, pressAway } from '../../e2e/support/person.ts';
import type { Album } from '../album.ts';
import { ask } from './steps.ts';

/** The guard in its states. */

export async function guard(stage: Stage, { take }: Album): Promise<void> {
  const { browser, simulator } = stage;
  const empty = await browser.newTab(browser.extensionUrl('guard.html'));
  await empty.role('heading', 'Nothing is waiting here').waitFor();
  await take(empty, 'guard-without-a-stopped-address');
  const unclear = await browser.newTab(
    `${simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' })}&application_id=other`,
  );
  await unclear.text('Details').click();
  await unclear.text('cannot be read from the address').waitFor();
  await take(unclear, 'guard-unclear-address');

  await leaveSignedIn(stage, 'bert');
  await browser.newTab(`${AMAZON}/home`);
  const page = await ask(stage);
  await page.role('button', CLEAN).click();
  await page.text('Enter a name for the account.').waitFor();
  await take(page, 'guard-name-missing-and-open-tab');
  await pressAway(page, 'Cancel');
  await page.role('heading', 'Cancelled').waitFor();
  await take(page, 'guard-cancelled');

  const trusted = await ask(stage);
  await trusted.text('Other ways').click();
  await take(trusted, 'guard-other-ways');
  await pressAway(trusted, 'Always allow this app');
  await trusted.role('button', 'Confirm', { exact: true }).waitFor();
  const settings = await browser.newTab(browser.extensionUrl('options.html#settings'));
  await settings.role('button', 'Stop it again').waitFor();
  await take(settings, 'options-program-let-through');
}

export async function beside(stage: Stage, { take }: Album): Promise<void> {
  const { browser, simulator } = stage;
  const url = simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' });
  const page = await browser.newTab(url);
  await continueCleanAsNew(page);
  await page.css('#ap_email').waitFor();
  const again = await browser.newTab(url);
  await again.role('heading', 'This renewal is already open').waitFor();
  await take(again, 'guard-same-address-twice');
  const other = await browser.newTab(
    simulator.integrations.magnalister.authoriseUrl({ marketplace: 'amazon' }),
  );
  await other.role('heading', 'Another renewal is running').waitFor();
  await take(other, 'guard-another-renewal-is-running');
  await page.bringToFront();
  await page.goto(browser.extensionUrl('guard.html'));
  await page.role('heading', 'This renewal is still running').waitFor();
  await take(page, 'guard-come-back-to');
}
