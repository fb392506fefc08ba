import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGallery } from './build.ts';
import { LANGUAGES, type Look, surfaces } from './surfaces.ts';
import { openViewer, type Viewer } from './viewer.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let viewer: Viewer;
beforeAll(async () => {
  await buildGallery();
  viewer = await openViewer();
});
afterAll(() => viewer?.close());

/** What axe finds wrong, by rule and place. */
async function violations(): Promise<string[]> {
  await viewer.page.evaluate(axe);
  return viewer.page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    const found = await run.run({ resultTypes: ['violations'] });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.flat().join(' ')}`),
    );
  });
}

/** Whether anything lies outside of the window's width. */
const isTooWide = (): Promise<boolean> =>
  viewer.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

describe.each(surfaces)('$name', ({ name, states, widths }) => {
  it.each(states)('%s can be read by everybody, at each width', async (state) => {
    for (const language of LANGUAGES) {
      const look: Look = { surface: name, state, language, theme: 'light' };
      await viewer.show(look, { width: widths[0] ?? 0, height: 720 });
      expect(await violations(), language).toEqual([]);
      for (const width of widths) {
        await viewer.page.setViewport({ width, height: 720 });
        expect(await isTooWide(), `${language} at ${width}`).toBe(false);
      }
    }
    // Colours do not depend on the language.
    await viewer.turn('dark');
    expect(await violations(), 'dark').toEqual([]);
  });
});
