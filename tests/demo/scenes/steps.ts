import type { Page } from '../../driver/index.ts';
import type { Stage } from '../../e2e/support/harness.ts';
import { confirmAtAmazon, continueCleanAsNew, pressAway, signInAtAmazon } from '../../e2e/support/person.ts';
import type { AuthoriseRequest } from '../../simulator/index.ts';

/** The pop-up as it opens by itself on a result; a wrong account opens it in a tab, which stays. */
export async function popupByItself({ browser }: Stage, text: string): Promise<Page> {
  const popup = await browser.waitForPage((url) => url.startsWith(browser.extensionUrl('popup.html')));
  await popup.text(text).waitFor();
  return popup;
}

/** In the pop-up: the person says that the account is theirs, and puts the result away. */
export async function confirmAccount(popup: Page): Promise<void> {
  await pressAway(popup, 'Yes, this is right');
  await pressAway(popup, 'Done');
}

/** Opens the address that the desktop program would open. */
export function ask({ browser, simulator }: Stage, request: Partial<AuthoriseRequest> = {}): Promise<Page> {
  return browser.newTab(simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon', ...request }));
}

/** Renews at Amazon as Anna, and confirms the account. */
export async function renewAsAnna(stage: Stage): Promise<void> {
  const page = await ask(stage);
  await continueCleanAsNew(page, { signInName: stage.simulator.accounts.amazon.anna.email });
  await signInAtAmazon(stage, page, 'anna');
  await confirmAtAmazon(page);
  await confirmAccount(await popupByItself(stage, 'Is this the right account?'));
  await page.close();
}
