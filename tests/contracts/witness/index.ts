import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe } from 'vitest';
import type { Browser, BrowserKind, LaunchOptions, Page } from '../../driver/index.ts';
import { until } from '../../driver/wait.ts';
import type { ExtensionScope } from '../../e2e/support/harness.ts';
import { enter, leave } from '../../e2e/support/pool.ts';
import { type Site, startSite } from './site.ts';

/** The tiny extension that notes what a browser tells. */
const extension = fileURLToPath(new URL('extension', import.meta.url));

/** Something that the browser told the witness. */
export interface Seen {
  event: string;
  url?: string;
  type?: string;
  tabless?: boolean;
  to?: string;
  error?: string;
  cookies?: string;
}

export interface Stage {
  browser: Browser;
  site: Site;
  guard: string;
}

/** Facts about the browsers, told by a witness that holds nothing of the product. */
export function witnessed(
  name: string,
  tell: (stage: Stage, kind: BrowserKind) => void,
  { only, ...options }: Partial<LaunchOptions> & { only?: BrowserKind } = {},
): void {
  const kinds = (['chromium', 'firefox'] as const).filter((kind) => only === undefined || kind === only);
  describe.each(kinds)(`${name} in %s`, (kind) => {
    const stage = {} as Stage;
    beforeEach(async () => {
      const { browser, server } = await enter(kind, { extension, ...options }, startSite);
      Object.assign(stage, { browser, site: server, guard: browser.extensionUrl('guard.html') });
      await seen(stage);
    });
    afterEach(({ task }) => {
      if (task.result?.state !== 'fail') leave(stage.browser);
    });
    tell(stage, kind);
  });
}

/** All that was seen since the witness looks. */
export function seen({ browser }: Stage): Promise<Seen[]> {
  return until('the witness to look', async () => {
    const kept = await browser.background(() =>
      (globalThis as unknown as ExtensionScope).chrome.storage.session.get('seen'),
    );
    return kept.seen as Seen[] | undefined;
  });
}

/** Waits until the witness has seen something. */
export function untilSeen(stage: Stage, match: (entry: Seen) => boolean): Promise<Seen> {
  return until('the witness to have seen it', async () => (await seen(stage)).find(match));
}

/** A page of the shop behind its own service worker. */
export async function behindWorker({ browser }: Stage): Promise<Page> {
  const page = await browser.newTab('https://shop.test/?worker');
  await until('the shop’s worker', async () =>
    (await page.evaluate(() => document.title)) === 'Shop with a worker' ? true : undefined,
  );
  return page;
}
