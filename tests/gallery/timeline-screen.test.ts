import { afterAll, beforeAll, expect, it } from 'vitest';
import { LANGUAGES } from './surfaces.ts';
import { openViewer, type Viewer } from './viewer.ts';

let viewer: Viewer;
beforeAll(async () => {
  viewer = await openViewer();
});
afterAll(() => viewer?.close());

const STATES = ['timeline-few', 'timeline-fifty', 'timeline-five-thousand'];

/** So many marks are walked along; the others are no different. */
const WALKED = 12;

/** Texts of the picture that lie over each other or outside of it, in pairs. */
const overlaps = (): Promise<string[]> =>
  viewer.page.evaluate(() => {
    const picture = document.querySelector('.timeline')?.getBoundingClientRect();
    const texts = [...document.querySelectorAll('.timeline text')]
      .map((each) => ({ said: each.textContent, box: each.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0);
    return texts.flatMap(({ said, box }, index) => {
      if (picture && (box.left < picture.left - 1 || box.right > picture.right + 1))
        return [`${said} outside`];
      return texts
        .slice(index + 1)
        .filter(
          (other) =>
            box.left + 1 < other.box.right &&
            other.box.left + 1 < box.right &&
            box.top + 3 < other.box.bottom &&
            other.box.top + 3 < box.bottom,
        )
        .map((other) => `${said} over ${other.said}`);
    });
  });

it.each(STATES)('no text of the timeline lies over another: %s', async (state) => {
  for (const language of LANGUAGES) {
    await viewer.open({ surface: 'dashboard', state, language, theme: 'light' });
    for (const width of [360, 768, 1366]) {
      await viewer.resize({ width, height: 768 });
      await viewer.page.waitForSelector('.timeline text');
      expect(await overlaps(), `${language} at ${width}`).toEqual([]);
    }
  }
});

it.each(STATES)(
  'each mark is reached by the keyboard, and leads to a renewal and to its connection: %s',
  async (state) => {
    await viewer.open({ surface: 'dashboard', state, language: 'en', theme: 'light' });
    const { page } = viewer;
    await page.waitForSelector('.timeline [role=option]');
    const marks = await page.$$eval('.timeline [role=option]', ({ length }) => length);
    for (let tabs = 0; tabs < 30; tabs += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.role === 'option')) break;
    }
    for (let at = 0; at < Math.min(marks, WALKED); at += 1) {
      const chosen = await page.$$eval('.timeline [role=option]', (all) =>
        all.indexOf(document.activeElement as never),
      );
      expect(chosen).toBe(at);
      const links = await page.$$eval('section.card li a', (all) =>
        all.map((link) => link.getAttribute('href') ?? ''),
      );
      expect(links.some((href) => href.includes('start='))).toBe(true);
      expect(links.some((href) => href.startsWith('#connections/'))).toBe(true);
      await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.press('End');
    expect(
      await page.$$eval('.timeline [role=option]', (all) => all.indexOf(document.activeElement as never)),
    ).toBe(marks - 1);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toMatch(
      /^#connections\//,
    );
  },
);
