import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { type Browser, type BrowserKind, type LaunchOptions, launch, type Page } from '../../driver/index.ts';
import { until } from '../../driver/wait.ts';
import type { ExtensionScope } from '../../e2e/harness.ts';
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
    beforeAll(async () => {
      stage.site = await startSite();
      stage.browser = await launch(kind, { port: stage.site.port, extension, ...options });
      stage.guard = stage.browser.extensionUrl('guard.html');
    });
    afterAll(async () => {
      await stage.browser?.close();
      stage.site?.close();
    });
    beforeEach(async () => {
      await forget(stage);
      stage.site.requests.length = 0;
    });
    tell(stage, kind);
  });
}

export async function seen({ browser }: Stage): Promise<Seen[]> {
  const kept = await browser.background(() =>
    (globalThis as unknown as ExtensionScope).chrome.storage.session.get('seen'),
  );
  return (kept.seen ?? []) as Seen[];
}

/** Waits until the witness has seen something. */
export function untilSeen(stage: Stage, match: (entry: Seen) => boolean): Promise<Seen> {
  return until('the witness to have seen it', async () => (await seen(stage)).find(match));
}

function forget({ browser }: Stage): Promise<void> {
  return browser.background(async () => {
    const { storage } = (globalThis as unknown as ExtensionScope).chrome;
    await storage.session.remove('seen');
    await storage.local.clear();
  });
}

/** A page of the shop behind its own service worker. */
export async function behindWorker({ browser }: Stage): Promise<Page> {
  const page = await browser.newTab('https://shop.test/?worker');
  await until('the shop’s worker', async () =>
    (await page.evaluate(() => document.title)) === 'Shop with a worker' ? true : undefined,
  );
  return page;
}
