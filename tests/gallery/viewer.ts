import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Page } from 'puppeteer-core';
import { findBrowser } from '../driver/install/find-browser.ts';
import type { BrowserKind } from '../driver/types.ts';
import { GALLERY } from './build.ts';
import { addressOf, type Look } from './surfaces.ts';

interface Size {
  width: number;
  height: number;
  /** Pixels for each CSS px; one where nothing is said. */
  deviceScaleFactor?: number;
}

/** A window of an installed browser in which the gallery is looked at. */
export interface Viewer {
  page: Page;
  /** Opens a state and waits until it is drawn. */
  open(look: Look, size?: Size): Promise<void>;
  /** Opens a state and waits until it stands still, and its buttons count. */
  show(look: Look, size: Size): Promise<void>;
  /** The same state in another theme. */
  turn(theme: Look['theme']): Promise<void>;
  /** The same state in a window of another size, drawn. */
  resize(size: Size): Promise<void>;
  /** Waits until the state stands still, and its buttons count. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

export async function openViewer(kind: BrowserKind = 'chromium'): Promise<Viewer> {
  const browser = await puppeteer.launch({
    browser: kind === 'firefox' ? 'firefox' : 'chrome',
    executablePath: findBrowser(kind),
    args: kind === 'chromium' ? ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'] : [],
  });
  const page = await browser.newPage();
  const rest = async () => {
    await page.waitForFunction(
      () =>
        !document.querySelector('main[aria-busy="true"], .settling:not([data-stays])') &&
        document.querySelector('main'),
      { timeout: 10_000 },
    );
  };
  const open = async (look: Look, size = { width: 1280, height: 720 }) => {
    await page.setViewport(size);
    await page.goto(pathToFileURL(join(GALLERY, '/')).href + addressOf(look));
    await page.waitForFunction(() => document.querySelector('main:not([aria-busy="true"])'));
  };
  return {
    page,
    open,
    async show(look, size) {
      await open(look, size);
      await rest();
    },
    turn: (theme) =>
      page.evaluate((name) => {
        document.documentElement.style.colorScheme = name;
      }, theme),
    async resize(size) {
      await page.setViewport(size);
      // Its frame must have come round: before, what moved has not been seen to move.
      await page.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      );
    },
    rest,
    close: () => browser.close(),
  };
}
