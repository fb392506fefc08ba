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
  await open(WELCOME_PAGE);
}

/** Opens what explains the card on a marketplace's page, beside it. */
export const openHelp = (): Promise<void> => open('/help.html#never');

async function open(page: string): Promise<void> {
  const url = browser.runtime.getURL(page as '/help.html');
  // Without a window there is nothing to open a tab in; the overview leads there, too.
  await browser.tabs.create({ url }).catch(() => undefined);
}
