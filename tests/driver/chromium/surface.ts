import type { CDPSession, KeyInput, Page as PuppeteerPage } from 'puppeteer-core';
import type { IsolatedFunction } from '../page-library/library.ts';
import type { Surface } from '../surface.ts';
import type { Box, Viewport } from '../types.ts';
import { until } from '../wait.ts';
import { provide, runInPage, runIsolated } from './isolated-world.ts';

/** Milliseconds after which a page that is on its way out is known to be closed. */
const CLOSING = 1000;

/** One tab, window or pop-up of Chromium. */
export class ChromiumSurface implements Surface {
  readonly #page: PuppeteerPage;
  readonly #session: CDPSession;

  constructor(page: PuppeteerPage, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  async url(): Promise<string> {
    return this.#page.url();
  }

  isolated<A extends unknown[], R>(fn: IsolatedFunction<A, R>, ...args: A): Promise<R> {
    return runIsolated(this.#session, fn, args);
  }

  provide(source: string): Promise<void> {
    return provide(this.#session, source);
  }

  evaluate<A extends unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    return runInPage(this.#session, fn, args);
  }

  async navigate(url: string): Promise<void> {
    await this.#session.send('Page.navigate', { url });
  }

  async back(): Promise<void> {
    const { currentIndex, entries } = await this.#session.send('Page.getNavigationHistory');
    const entry = entries[currentIndex - 1];
    if (entry === undefined) throw new Error('There is no page before this one.');
    await this.#session.send('Page.navigateToHistoryEntry', { entryId: entry.id });
  }

  async reload(): Promise<void> {
    await this.#session.send('Page.reload');
  }

  close(): Promise<void> {
    return this.#unlessClosed(this.#page.close());
  }

  bringToFront(): Promise<void> {
    return this.#page.bringToFront();
  }

  async press(x: number, y: number): Promise<void> {
    await this.#unlessClosed(this.#page.mouse.click(x, y));
  }

  async chord(keys: readonly string[]): Promise<void> {
    const { keyboard } = this.#page;
    const names = keys.map((key) => key as KeyInput);
    const strokes = async () => {
      for (const key of names) await keyboard.down(key);
      for (const key of names.toReversed()) await keyboard.up(key);
    };
    await this.#unlessClosed(strokes());
  }

  type(text: string): Promise<void> {
    return this.#page.keyboard.sendCharacter(text);
  }

  /** Not puppeteer's, which drops the viewport that was set. */
  async screenshot(area: 'viewport' | 'page' | Box): Promise<Uint8Array> {
    const box = area === 'page' ? await this.#size() : area;
    const clip = box === 'viewport' ? {} : { clip: { ...box, scale: 1 }, captureBeyondViewport: true };
    const { data } = await this.#session.send('Page.captureScreenshot', clip);
    return Buffer.from(data, 'base64');
  }

  /** A page between two documents has none for a moment. */
  #size(): Promise<Box> {
    return until('the page to have a size', async () => {
      const { cssContentSize } = await this.#session.send('Page.getLayoutMetrics');
      return cssContentSize.width > 0 ? cssContentSize : undefined;
    });
  }

  async setViewport({ width, height, scale = 1 }: Viewport): Promise<void> {
    await this.#session.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: scale,
      mobile: false,
    });
  }

  async acceptDialogs(heard: (message: string) => void): Promise<void> {
    this.#page.on('dialog', async (dialog) => {
      heard(dialog.message());
      await dialog.accept();
    });
  }

  /** A press may close the page that it happens in, and so may anything that happens meanwhile. */
  async #unlessClosed(input: Promise<void>): Promise<void> {
    await input.catch(async (error: unknown) => {
      // The command fails before the news of the closed page is here.
      const closed = async () => this.#page.isClosed() || undefined;
      await until('the page to be closed', closed, { timeout: CLOSING }).catch(() => {
        throw error;
      });
    });
  }
}
