import type { Browser, Page, WaitOptions } from './types.ts';
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
export async function waitForContent(page: Page): Promise<void> {
  await until('the new page to load', () =>
    page.evaluate(() => (document.readyState === 'complete' && location.href !== 'about:blank') || undefined),
  );
}
