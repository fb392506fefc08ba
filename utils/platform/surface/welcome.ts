import { browser } from '../browser.ts';
import { IN_PRIVATE_INSTANCE } from '../instance.ts';

/** What a new user does first. */
const WELCOME_PAGE = '/welcome.html';

/**
 * Opens the welcome page when a person installs the extension; not at an update, and not where an organisation installs
 * it for its people.
 */
export function welcomeAtInstall(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install' && !IN_PRIVATE_INSTANCE) void welcome();
  });
}

async function welcome(): Promise<void> {
  const { installType } = await browser.management.getSelf();
  if (installType === 'admin') return;
  const url = browser.runtime.getURL(WELCOME_PAGE);
  // Without a window there is nothing to open a tab in; the overview leads there, too.
  await browser.tabs.create({ url }).catch(() => undefined);
}
