import { afterAll, beforeAll, expect, it } from 'vitest';
import { LANGUAGES } from './surfaces.ts';
import { openViewer, type Viewer } from './viewer.ts';

let viewer: Viewer;
beforeAll(async () => {
  viewer = await openViewer();
});
afterAll(() => viewer?.close());

/** What is left of A4 and of Letter between their margins: CSS px. */
const PAPERS = [
  { width: 672, height: 987 },
  { width: 695, height: 920 },
];

/** What is seen on paper beside the receipt, and how the receipt looks there. */
const onPaper = () =>
  viewer.page.evaluate(() => {
    const receipt = document.querySelector('.receipt');
    const seen = [...document.querySelectorAll('nav, h1, button, input, .button')].filter((each) =>
      each.checkVisibility(),
    );
    const light = (colour: string): number =>
      (colour.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((sum, each) => sum + Number(each), 0) / 3;
    const text = receipt?.querySelector('h2');
    return {
      besides: seen.map(({ tagName }) => tagName),
      ink: text ? light(getComputedStyle(text).color) : 255,
      tooWide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      said: receipt?.textContent?.trim().length ?? 0,
    };
  });

it.each(['receipt', 'receipts-of-a-month'])('%s is alone on the paper, dark on white', async (state) => {
  await viewer.page.emulateMediaType('print');
  for (const language of LANGUAGES) {
    for (const paper of PAPERS) {
      await viewer.open({ surface: 'dashboard', state, language, theme: 'dark' }, paper);
      await viewer.page.waitForSelector('.receipt');
      const { besides, ink, tooWide, said } = await onPaper();
      expect({ besides, tooWide }, language).toEqual({ besides: [], tooWide: false });
      expect(ink, language).toBeLessThan(80);
      expect(said).toBeGreaterThan(100);
    }
  }
});
