import type { Stage } from '../e2e/support/harness.ts';
import { leaveSignedIn } from '../e2e/support/person.ts';
import type { Album } from './album.ts';
import { accountText, grantAtIntegration, WRONG } from './grant.ts';
import type { Place } from './places.ts';
import { tellWrong } from './telling.ts';

/**
 * What happens to people without the extension: the account of the old session gets the grant.
 *
 * @throws Error when it does not, because then the rest would prove nothing
 */
export async function walkWithout(stage: Stage, place: Place, album: Album): Promise<void> {
  const { browser, simulator } = stage;
  const { marketplace } = place;
  place.prepare(stage);
  await leaveSignedIn(stage, WRONG, place.site);
  const page = await browser.newTab(simulator.integrations.microtech.authoriseUrl({ marketplace }));
  const asked = (await page.role('button', place.button, { exact: true }).count()) > 0;
  if (asked) {
    await album.take(page, `without-${marketplace}-consent`);
    await place.agree(page);
  }
  await page.waitForUrl(/cloud\.microtech\.example/);
  await album.take(page, `without-${marketplace}-callback`);
  const grant = await grantAtIntegration(stage, place);
  if (grant.account !== WRONG) throw new Error(`Without the extension ${grant.account} got the grant.`);
  const presses = asked ? 'one press' : 'no press at all';
  tellWrong(place.name, `${presses}, and the grant is for the wrong account:`, accountText(stage, grant));
}
