import type { Page } from '../../driver/index.ts';
import { until } from '../../driver/wait.ts';
import type { ExtensionScope, Stage } from './harness.ts';
import { AMAZON } from './person.ts';

/** Somebody signed in in a private window, and another private window is still open. */
export async function leaveSignedInPrivately({ browser }: Stage, as: string, site = AMAZON): Promise<Page> {
  const back = encodeURIComponent('/__sim/blank');
  return browser.privateWindow(`${site}/__sim/sign-in?as=${as}&return=${back}`);
}

/**
 * A private window in which the person opens an address. Chromium's instance for private windows begins with the first
 * of them, and has to be awake to hear of an address.
 */
export async function openPrivately({ browser }: Stage, url: string): Promise<Page> {
  const page = await browser.privateWindow(browser.extensionUrl('options.html'));
  await until('the private instance to be awake', () =>
    page.evaluate(async () => {
      const { chrome } = globalThis as unknown as ExtensionScope;
      return (await chrome.alarms.getAll()).length > 0 ? true : undefined;
    }),
  );
  await page.goto(url);
  return page;
}

/** The pop-up of a private window; Chromium's instance for private windows has one of its own. */
export async function privatePopupSays({ browser }: Stage, text: string | RegExp): Promise<Page> {
  return until(`a private window's pop-up to say “${text}”`, async () => {
    for (const page of await browser.pages()) {
      const url = await page.url().catch(() => '');
      if (!url.startsWith(browser.extensionUrl('popup.html'))) continue;
      if (
        (await page
          .text(text)
          .count()
          .catch(() => 0)) > 0
      )
        return page;
    }
    return undefined;
  });
}
