import type { LaunchOptions } from '../driver/index.ts';
import { startSimulator } from '../simulator/index.ts';
import { buildExtension, built, findChromium, needDisplay } from './prepare.ts';
import { endOnSignal, openWindow } from './window.ts';

/** Where the simulator has links to everything. */
export const HOME = 'https://simulator.example/';

/**
 * Opens the browser for a person to click through everything; goes on until the window is closed or Ctrl+C.
 *
 * @throws Error with one sentence where there is no display
 */
export async function showByHand(
  options: Required<Pick<LaunchOptions, 'colorScheme' | 'language'>>,
): Promise<void> {
  needDisplay();
  await findChromium();
  await buildExtension();
  const simulator = await startSimulator();
  endOnSignal();
  const browser = await openWindow({ ...options, port: simulator.port, extension: built, url: HOME });
  browser.once('disconnected', () => process.exit(0));
  const { amazon, ebay } = simulator.accounts;
  console.log(`
The browser is open; Amazon, eBay and the software in it are simulated. Try this:

  1. “Sign somebody in”: bert on sellercentral-europe.amazon.com. That is the old session.
  2. “Start”: microtech → Amazon consent. Grantkeeper stops it.
  3. Continue clean, and sign in as Anna:
       Amazon  ${amazon.anna.email} / ${amazon.anna.password}
       eBay    ${ebay.anna.username} / ${ebay.anna.password}
  4. Confirm. The toolbar button shows the days; ${HOME} says who got the grant.
  5. Start again, and sign in as Bert: the wrong account.
       Amazon  ${amazon.bert.email} / ${amazon.bert.password}
       eBay    ${ebay.bert.username} / ${ebay.bert.password}

Close the window or press Ctrl+C to end.`);
}
