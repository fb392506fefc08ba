import { writeFile } from 'node:fs/promises';
import { DrivenLocator, explainPage, splitChord } from './driven-locator.ts';
import { findViolations } from './page-library/axe.ts';
import { textMatch } from './page-library/query.ts';
import type { Surface } from './surface.ts';
import type {
  Locator,
  MatchOptions,
  Page,
  ScreenshotOptions,
  Viewport,
  Violation,
  WaitOptions,
} from './types.ts';
import { until } from './wait.ts';

/** A {@link Page} over either browser. */
export class DrivenPage implements Page {
  readonly #surface: Surface;
  #viewport: Viewport | undefined;
  #dialogs: string[] | undefined;

  constructor(surface: Surface) {
    this.#surface = surface;
  }

  url(): Promise<string> {
    return this.#surface.url();
  }

  title(): Promise<string> {
    return this.#surface.evaluate(() => document.title);
  }

  async goto(url: string, { wait = 'load' }: { wait?: 'none' | 'load' } = {}): Promise<void> {
    if (wait === 'none') await this.#surface.navigate(url);
    else await this.#newDocument(`${url} to load`, () => this.#surface.navigate(url));
  }

  async back(): Promise<void> {
    await this.#newDocument('the page before to load', () => this.#surface.back());
  }

  async reload(): Promise<void> {
    await this.#newDocument('the page to load again', () => this.#surface.reload());
  }

  close(): Promise<void> {
    return this.#surface.close();
  }

  bringToFront(): Promise<void> {
    return this.#surface.bringToFront();
  }

  role(role: string, name?: string | RegExp, { exact }: MatchOptions = {}): Locator {
    const named = name === undefined ? {} : { name: textMatch(name, exact) };
    return new DrivenLocator(this.#surface, { by: 'role', role, ...named });
  }

  label(name: string | RegExp, { exact }: MatchOptions = {}): Locator {
    return new DrivenLocator(this.#surface, { by: 'label', name: textMatch(name, exact) });
  }

  text(text: string | RegExp, { exact }: MatchOptions = {}): Locator {
    return new DrivenLocator(this.#surface, { by: 'text', text: textMatch(text, exact) });
  }

  css(selector: string): Locator {
    return new DrivenLocator(this.#surface, { by: 'css', selector });
  }

  visibleText(): Promise<string> {
    return this.#surface.isolated((page) => page.hands.visibleText());
  }

  evaluate<R, A extends unknown[]>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    return this.#surface.evaluate(fn, ...args);
  }

  async screenshot(path: string, { fullPage = false, clip }: ScreenshotOptions = {}): Promise<void> {
    await writeFile(path, await this.#surface.screenshot(clip ?? (fullPage ? 'page' : 'viewport')));
  }

  async waitForUrl(
    match: string | RegExp | ((url: string) => boolean),
    options: WaitOptions = {},
  ): Promise<string> {
    const isWanted =
      typeof match === 'function'
        ? match
        : (url: string) => (typeof match === 'string' ? url === match : match.test(url));
    const probe = async () => {
      const url = await this.#surface.url();
      return isWanted(url) ? url : undefined;
    };
    return until(`the address ${match}`, probe, { ...options, explain: () => explainPage(this.#surface) });
  }

  press(key: string): Promise<void> {
    return this.#surface.chord(splitChord(key));
  }

  focused(): Promise<string> {
    return this.#surface.isolated((page) => page.finder.focused());
  }

  async setViewport(viewport: Viewport): Promise<void> {
    this.#viewport = viewport;
    await this.#surface.setViewport(viewport);
  }

  async setZoom(percent: number): Promise<void> {
    this.#viewport ??= await this.#surface.evaluate(() => ({
      width: innerWidth,
      height: innerHeight,
      scale: devicePixelRatio,
    }));
    const { width, height, scale = 1 } = this.#viewport;
    const factor = percent / 100;
    await this.#surface.setViewport({
      width: Math.round(width / factor),
      height: Math.round(height / factor),
      scale: scale * factor,
    });
  }

  axe(): Promise<Violation[]> {
    return findViolations(this.#surface);
  }

  async acceptDialogs(): Promise<readonly string[]> {
    if (this.#dialogs === undefined) {
      const messages: string[] = [];
      this.#dialogs = messages;
      await this.#surface.acceptDialogs((message) => messages.push(message));
    }
    return this.#dialogs;
  }

  /** Resolves when what was set off has brought another document, or another place in this one, and is done. */
  async #newDocument(what: string, setOff: () => Promise<void>): Promise<void> {
    const state = () =>
      this.#surface.evaluate(() => ({
        origin: performance.timeOrigin,
        url: location.href,
        ready: document.readyState === 'complete',
      }));
    const before = await state();
    await setOff();
    await until(what, async () => {
      const now = await state();
      const isAnother = now.origin !== before.origin || now.url !== before.url;
      return isAnother && now.ready ? true : undefined;
    });
  }
}
