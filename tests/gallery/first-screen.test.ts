import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { longNamed } from './data/connections.ts';
import { ASKING, USUAL } from './states/guard.ts';
import { LANGUAGES } from './surfaces.ts';
import { openViewer, type Viewer } from './viewer.ts';

/** What is left of a window of 1366 × 768 below the browser's own bars, a small laptop, a phone: CSS px. */
const SCREENS = [
  { width: 1366, height: 620 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
];

let viewer: Viewer;
beforeAll(async () => {
  viewer = await openViewer();
});
afterAll(() => viewer?.close());

/** Where the one button ends, and where the page does, once it is there: CSS px from the top. */
async function ends(): Promise<{ button: number; page: number }> {
  await viewer.page.waitForSelector('button.large');
  return viewer.page.evaluate(() => ({
    button:
      document.querySelector('button.large')?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY,
    page: document.querySelector('main')?.lastElementChild?.getBoundingClientRect().bottom ?? 0,
  }));
}

describe('the guard', () => {
  it.each(ASKING)('has its button on the first screen: %s', async (state) => {
    for (const language of LANGUAGES) {
      await viewer.open({ surface: 'guard', state, language, theme: 'light' });
      for (const screen of SCREENS) {
        await viewer.resize(screen);
        expect((await ends()).button, `${language}, ${screen.width} × ${screen.height}`).toBeLessThan(
          screen.height,
        );
      }
    }
  });

  it.each(['usual', 'usual-ebay', 'nobody'])('needs no scrolling in its usual case: %s', async (state) => {
    for (const language of LANGUAGES) {
      await viewer.open({ surface: 'guard', state, language, theme: 'light' });
      for (const screen of SCREENS.slice(1)) {
        await viewer.resize(screen);
        expect((await ends()).page, `${language}, ${screen.width} × ${screen.height}`).toBeLessThan(
          screen.height,
        );
      }
    }
  });

  it.each(USUAL)('says it in 70 words: %s', async (state) => {
    for (const language of LANGUAGES) {
      await viewer.open({ surface: 'guard', state, language, theme: 'light' });
      await viewer.page.waitForSelector('button.large');
      const text = await viewer.page.evaluate(() => {
        for (const unseen of document.querySelectorAll('.visually-hidden, [aria-hidden]')) unseen.remove();
        return document.querySelector('main')?.innerText ?? '';
      });
      // However long the user's own names are: they are looked at, not read.
      const ours = text.replaceAll(longNamed.name, 'name');
      const read = ours.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
      expect(read.length, language).toBeGreaterThan(20);
      expect(read.length, `${language}: ${text}`).toBeLessThanOrEqual(70);
    }
  });
});
