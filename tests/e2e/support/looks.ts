import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Page } from '../../driver/index.ts';
import { BOTH, type ExtensionScope, NIGHTLY, type Stage } from './harness.ts';

const PICTURES = join(import.meta.dirname, '../../../.output/surfaces');

/**
 * Languages and themes in which surfaces are looked at, on the way through real journeys. In `npm test` German, whose
 * words are the longest, in one theme in each browser: the gallery shows every state in all languages. At night all of
 * them in both.
 */
export const looks = (['en', 'de', 'fr'] as const)
  .flatMap((language) => (['light', 'dark'] as const).map((colorScheme) => ({ language, colorScheme })))
  .map((look, index) => ({ ...look, index }))
  .filter(({ index }) => NIGHTLY || [2, 3].includes(index))
  .map(({ index, ...look }) => {
    const turn = BOTH[index === 2 ? 1 : 0];
    return { ...look, ...(!NIGHTLY && turn && { only: turn }) };
  });

/** A text of the extension in the browser's language, with these values in it. */
export function words({ browser }: Stage, key: string, ...values: string[]): Promise<string> {
  return browser.background(
    (name, inIt) => (globalThis as unknown as ExtensionScope).chrome.i18n.getMessage(name, inIt),
    key.replaceAll('.', '_'),
    values,
  );
}

/** Leaves a picture to look at, once what is there is drawn. */
export async function picture(
  { browser }: Stage,
  { language, colorScheme }: (typeof looks)[number],
  page: Page,
  name: string,
): Promise<void> {
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true)))),
  );
  const folder = join(PICTURES, browser.kind, `${language}-${colorScheme}`);
  await mkdir(folder, { recursive: true });
  await page.screenshot(join(folder, `${name}.png`), { fullPage: true });
}

/** A page of ours: a picture, and no finding of axe. */
export async function looksWell(
  stage: Stage,
  look: (typeof looks)[number],
  page: Page,
  name: string,
): Promise<void> {
  await picture(stage, look, page, name);
  expect(await page.axe(), name).toEqual([]);
}
