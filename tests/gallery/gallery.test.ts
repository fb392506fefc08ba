import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES, type Look, surfaces } from './surfaces.ts';
import { openViewer, type Viewer } from './viewer.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The languages in which axe reads a state: the width is looked at in each, always. */
const AUDITED: ReadonlySet<string> = new Set(process.env.GRANTKEEPER_NIGHTLY ? LANGUAGES : ['fr']);

let viewer: Viewer;
beforeAll(async () => {
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
      const size = { width: widths[0] ?? 0, height: 720 };
      if (AUDITED.has(language)) {
        await viewer.show(look, size);
        expect(await violations(), language).toEqual([]);
      } else {
        await viewer.open(look, size);
      }
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
