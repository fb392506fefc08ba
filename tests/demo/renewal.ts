import type { Page } from '../driver/index.ts';
import { until } from '../driver/wait.ts';
import type { Stage } from '../e2e/support/harness.ts';
import { popupSays } from '../e2e/support/outcome.ts';
import { continueCleanAsNew, leaveSignedIn } from '../e2e/support/person.ts';
import type { Album } from './album.ts';
import { accountText, grantAtIntegration, RIGHT, WRONG } from './grant.ts';
import type { Place } from './places.ts';
import { confirmAccount, popupByItself } from './scenes/steps.ts';
import { tell, tellWrong } from './telling.ts';

/** The texts of elements of a page of the extension, a line each. */
function linesOf(page: Page, selector: string): Promise<string[]> {
  return page.evaluate((wanted) => {
    const found = [...document.querySelectorAll<HTMLElement>(wanted)];
    return found.map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim()).filter(Boolean);
  }, selector);
}

/** The desktop program opens its address; the guard is there before the marketplace hears of it. */
async function meetGuard(stage: Stage, { marketplace, name }: Place, album: Album): Promise<Page> {
  const { browser, simulator } = stage;
  simulator.log.length = 0;
  const page = await browser.newTab(simulator.integrations.microtech.authoriseUrl({ marketplace }));
  await page.waitForUrl(browser.extensionUrl('guard.html'));
  await page.text('Someone is signed in at').nth(0).waitFor();
  const heard = simulator.log.filter(({ host }) => host.includes(marketplace)).length;
  if (heard > 0) throw new Error(`${heard} requests reached ${name} before the guard was answered.`);
  await album.take(page, `guard-${marketplace}-first-time`);
  tell('Guard', `stopped before any request reached ${name}`, ...(await linesOf(page, '.banner')));
  return page;
}

/** What was cleared, as the pop-up says it while the renewal is under way. */
async function showReceipt(stage: Stage, { marketplace, name }: Place, album: Album): Promise<void> {
  const popup = await popupSays(stage, `${name}’s page is open`);
  await popup.text('What was cleared').click();
  await album.take(popup, `popup-${marketplace}-renewal-with-receipt`);
  tell('Clean receipt', ...(await linesOf(popup, '.run details ul > li')));
}

/** The pop-up opens by itself and asks whether this is the right account. */
async function showAccount(stage: Stage, { marketplace }: Place, album: Album): Promise<void> {
  const popup = await popupByItself(stage, 'Is this the right account?');
  await album.take(popup, `popup-${marketplace}-account-to-confirm`);
  await confirmAccount(popup);
  await album.take(popup, `popup-${marketplace}-connections`);
}

/**
 * The main job: from the old session of another account to the right account's grant, each step told.
 *
 * @returns whether the right account got the grant
 */
export async function walkWith(stage: Stage, place: Place, album: Album): Promise<boolean> {
  const { browser } = stage;
  const { marketplace, name } = place;
  place.prepare(stage);
  await leaveSignedIn(stage, WRONG, place.site);
  tell('Dirty session', `${place.signInName(stage, WRONG)} is still signed in`);

  const page = await meetGuard(stage, place, album);
  await continueCleanAsNew(page, { name: `Alpenglück ${name}`, signInName: place.signInName(stage, RIGHT) });
  await page.waitForUrl(/signin/i);
  await page.text(place.signInName(stage, RIGHT)).nth(0).waitFor();
  await album.take(page, `overlay-${marketplace}-sign-in`);
  await showReceipt(stage, place, album);

  await page.bringToFront();
  await place.signIn(stage, page, RIGHT);
  tell('Sign-in', `as ${place.signInName(stage, RIGHT)}`);
  await page.role('button', place.button, { exact: true }).waitFor();
  await page.text(place.shownName(stage, RIGHT)).nth(0).waitFor();
  await album.take(page, `overlay-${marketplace}-consent`);
  tell('Consent', `the page is for ${place.shownName(stage, RIGHT)}`);
  await place.agree(page);

  await page.waitForUrl(/cloud\.microtech\.example/);
  await album.take(page, `callback-${marketplace}`);
  tell('Callback', new URL(await page.url()).host);
  const grant = await grantAtIntegration(stage, place);
  const right = grant.account === RIGHT;
  (right ? tell : tellWrong)('Grant', `the integration has it for ${accountText(stage, grant)}`);
  if (!right) return false;

  await showAccount(stage, place, album);
  const badge = await until('the badge to say the days', async () => {
    const now = await browser.badge();
    return /^\d+$/u.test(now.text) ? now : undefined;
  });
  tell('Badge', `${badge.text} – ${badge.title}`);
  await page.close();
  return true;
}
