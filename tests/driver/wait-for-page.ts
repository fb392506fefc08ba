import { pageAtInstall } from './manifest.ts';
import type { Browser, LaunchOptions, Page, WaitOptions } from './types.ts';
import { until } from './wait.ts';

/** Waits for a page at a matching address, wherever it was opened. @throws Error with the open addresses */
export async function waitForPage(
  browser: Browser,
  match: (url: string) => boolean,
  options: WaitOptions = {},
): Promise<Page> {
  const urls = async () => Promise.all((await browser.pages()).map((page) => page.url()));
  const probe = async () => {
    for (const page of await browser.pages()) {
      if (match(await page.url())) return page;
    }
    return undefined;
  };
  const explain = async () => `Open are: ${(await urls()).join(', ')}`;
  return until(`a page whose address fits ${match}`, probe, { ...options, explain });
}

/** Waits until something has been loaded into a page that was just opened. */
export async function waitForContent(page: Page, options: WaitOptions = {}): Promise<void> {
  const loaded = (): Promise<true | undefined> =>
    page.evaluate(() => (document.readyState === 'complete' && location.href !== 'about:blank') || undefined);
  await until('the new page to load', loaded, options);
}

/** Milliseconds in which a press opens the pop-up; it closed it where it had opened by itself in that moment. */
const AFTER_PRESS = 2_000;

/** The action pop-up that is open, or is opened by a press on the toolbar button. */
export async function openPopup(
  browser: Browser,
  address: string,
  press: () => Promise<void>,
): Promise<Page> {
  const isPopup = (url: string): boolean => url === address;
  return until('the pop-up to open', async () => {
    const pages = await browser.pages();
    const urls = await Promise.all(pages.map((page) => page.url().catch(() => '')));
    const open = pages[urls.indexOf(address)];
    if (open === undefined) await press();
    const popup = open ?? (await waitForPage(browser, isPopup, { timeout: AFTER_PRESS }));
    await waitForContent(popup, { timeout: AFTER_PRESS });
    return popup;
  });
}

/** Waits for the page that the extension opens at its install, and closes it unless it is to stay. */
export async function welcomed(
  browser: Browser,
  { extension = '', packed, welcome }: LaunchOptions,
): Promise<void> {
  const path = pageAtInstall(extension);
  // What an organisation installs greets nobody.
  if (path === undefined || packed) return;
  const address = browser.extensionUrl(path);
  const page = await waitForPage(browser, (url) => url === address);
  if (!welcome) await page.close();
}
