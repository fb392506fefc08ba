import { globSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '../driver/index.ts';
import { until } from '../driver/wait.ts';

/** The screenshots of one demo, numbered in the order in which they were taken. */
export interface Album {
  readonly folder: string;
  readonly size: number;
  /** A page of the extension that stands in a tab is taken whole, all else as far as it is in view. */
  take(page: Page, name: string): Promise<void>;
}

/** Nothing fades in any more, and the buttons that wait for the person to have looked are ready. */
async function settled(page: Page): Promise<void> {
  await until('the page to be settled', async () => {
    const moving = await page.evaluate(
      () => document.getAnimations().length + document.querySelectorAll('[aria-disabled="true"]').length,
    );
    return moving === 0 ? true : undefined;
  });
}

/** An empty album in a folder; what an earlier demo left there is removed. */
export async function newAlbum(folder: string): Promise<Album> {
  await mkdir(folder, { recursive: true });
  for (const old of globSync(join(folder, '*.png'))) await rm(old);
  let size = 0;
  return {
    folder,
    get size() {
      return size;
    },
    take: async (page, name) => {
      await settled(page);
      size += 1;
      const fullPage = /^chrome-extension:.*\/(guard|options)\.html$/u.test(await page.url());
      await page.screenshot(join(folder, `${String(size).padStart(2, '0')}-${name}.png`), { fullPage });
    },
  };
}
