import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { describeQuery, type Query } from './page-library/query.ts';
import type { Surface } from './surface.ts';
import type { Box, Locator, WaitOptions } from './types.ts';
import { until } from './wait.ts';

/** A {@link Locator} over either browser. */
export class DrivenLocator implements Locator {
  readonly #surface: Surface;
  readonly #query: Query;
  readonly #nth: number | null;

  constructor(surface: Surface, query: Query, nth: number | null = null) {
    this.#surface = surface;
    this.#query = query;
    this.#nth = nth;
  }

  nth(index: number): Locator {
    return new DrivenLocator(this.#surface, this.#query, index);
  }

  async waitFor({ gone = false, ...options }: WaitOptions & { gone?: boolean } = {}): Promise<void> {
    const wanted = gone ? 'to be gone' : 'to be visible';
    await this.#until(wanted, async () => ((await this.isVisible()) === gone ? undefined : true), options);
  }

  async click(): Promise<void> {
    const point = await this.#until('to be ready for a click', async () => {
      await this.#toFront();
      const aim = await this.#surface.isolated(
        (page, query, nth) => page.hands.aim(query, nth),
        ...this.#target,
      );
      if (!('problem' in aim)) return aim;
      // A page may wait for the focus, which a window that has opened by itself can hold.
      const isBehind = await this.#surface.evaluate(() => !document.hasFocus());
      if (isBehind) await this.#surface.bringToFront();
      throw new Error(aim.problem);
    });
    await this.#surface.press(point.x, point.y);
  }

  async fill(text: string): Promise<void> {
    await this.click();
    const isSet = await this.#surface.isolated(
      (page, query, nth, value) => page.hands.set(query, nth, value),
      ...this.#target,
      text,
    );
    if (isSet) return;
    if (text === '') await this.#surface.chord(['Delete']);
    else await this.#surface.type(text);
  }

  async press(key: string): Promise<void> {
    await this.focus();
    await this.#surface.chord(splitChord(key));
  }

  async check(): Promise<void> {
    if (await this.isChecked()) return;
    await this.click();
    await this.#until('to be ticked', async () => ((await this.isChecked()) ? true : undefined));
  }

  async upload(...paths: string[]): Promise<void> {
    const files = await Promise.all(
      paths.map(async (path) => ({
        name: basename(path),
        base64: (await readFile(path)).toString('base64'),
      })),
    );
    await this.#until('to take files', async () => {
      await this.#surface.isolated(
        (page, query, nth, chosen) => page.hands.upload(query, nth, chosen),
        ...this.#target,
        files,
      );
      return true;
    });
  }

  async focus(): Promise<void> {
    await this.#until('to take the focus', async () => {
      await this.#toFront();
      await this.#surface.isolated((page, query, nth) => page.hands.focus(query, nth), ...this.#target);
      return true;
    });
  }

  async text(): Promise<string> {
    return (await this.#read()).text;
  }

  async value(): Promise<string> {
    return (await this.#read()).value;
  }

  async isEnabled(): Promise<boolean> {
    return (await this.#read()).enabled;
  }

  async isChecked(): Promise<boolean> {
    return (await this.#read()).checked;
  }

  async boundingBox(): Promise<Box> {
    return (await this.#read()).box;
  }

  async attribute(name: string): Promise<string | null> {
    const found = await this.#until('to be there', async () => ({
      value: await this.#surface.isolated(
        (page, query, nth, attribute) => page.hands.attribute(query, nth, attribute),
        ...this.#target,
        name,
      ),
    }));
    return found.value;
  }

  async isVisible(): Promise<boolean> {
    return this.#surface.isolated((page, query, nth) => page.hands.visible(query, nth), ...this.#target);
  }

  async count(): Promise<number> {
    return this.#surface.isolated((page, query) => page.hands.count(query), this.#query);
  }

  get #target(): [Query, number | null] {
    return [this.#query, this.#nth];
  }

  #read() {
    return this.#until('to be there', () =>
      this.#surface.isolated((page, query, nth) => page.hands.read(query, nth), ...this.#target),
    );
  }

  /** A person works in the tab in front; behind, neither frames nor focus come. */
  async #toFront(): Promise<void> {
    const isHidden = await this.#surface.evaluate(() => document.visibilityState !== 'visible');
    if (isHidden) await this.#surface.bringToFront();
  }

  async #until<T>(
    wanted: string,
    probe: () => Promise<T | undefined>,
    options: WaitOptions = {},
  ): Promise<T> {
    const number = this.#nth === null ? '' : ` (number ${this.#nth})`;
    return until(`${describeQuery(this.#query)}${number} ${wanted}`, probe, {
      ...options,
      explain: () => explainPage(this.#surface),
    });
  }
}

/** `Shift+Tab` → `Shift`, `Tab`; a lone `+` is itself. */
export function splitChord(key: string): string[] {
  return key.split(/(?<=.)\+/u);
}

/** Which page it was and what was on it, for the message of a failed wait. */
export async function explainPage(surface: Surface): Promise<string> {
  const url = await surface.url();
  const inventory = await surface.isolated((page) => page.finder.inventory());
  return [`On ${url}, where there is:`, ...inventory.map((line) => `  ${line}`)].join('\n');
}
