import type { Stage } from '../../e2e/support/harness.ts';
import { popupSays, runEnds } from '../../e2e/support/outcome.ts';
import {
  agreeAtEbay,
  continueCleanAsNew,
  EBAY,
  leaveSignedIn,
  signInAtEbay,
} from '../../e2e/support/person.ts';
import type { Album } from '../album.ts';

/** eBay’s two sign-ins of one renewal. */

export async function twoPermissions(stage: Stage, { take }: Album): Promise<void> {
  const { browser } = stage;
  await leaveSignedIn(stage, 'bert', EBAY);
  const page = await browser.newTab('https://app.linnworks.example/settings/channel-integration/ebay');
  await page.role('button', 'Re-create token').click();
  await continueCleanAsNew(page, { software: 'Linnworks', name: 'Alpenglück eBay' });
  await signInAtEbay(stage, page, 'anna');
  await agreeAtEbay(page);
  await page.role('link', 'Continue with step 2').waitFor();
  await take(await popupSays(stage, 'One permission is done'), 'popup-between-two-permissions');
  await page.bringToFront();
  await page.role('link', 'Continue with step 2').click();
  await page.role('button', 'Yes, continue').waitFor();
  await take(page, 'guard-second-sign-in');
  await page.role('button', 'Yes, continue').click();
  await page.role('button', 'Agree and Continue').waitFor();
  await take(page, 'overlay-ebay-second-sign-in');
  await agreeAtEbay(page);
  await runEnds(stage, 'granted');
}
