import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dashboardStates } from './states/dashboard.ts';
import { popupStates } from './states/popup.ts';
import { LANGUAGES } from './surfaces.ts';
import { openViewer, type Viewer } from './viewer.ts';

/** As high as a browser makes a pop-up at most, and as wide as ours is: CSS px. */
const POPUP = { width: 480, height: 600 };

let viewer: Viewer;
beforeAll(async () => {
  viewer = await openViewer();
});
afterAll(() => viewer?.close());

/** How many rows are seen whole, between the head and the foot. */
const rowsSeen = (): Promise<number> =>
  viewer.page.evaluate(() => {
    const top = document.querySelector('.popup > header')?.getBoundingClientRect().bottom ?? 0;
    const bottom = document.querySelector('.popup > footer')?.getBoundingClientRect().top ?? 0;
    return [...document.querySelectorAll('.connections > li')].filter((row) => {
      const box = row.getBoundingClientRect();
      return box.top >= top && box.bottom <= bottom;
    }).length;
  });

/** Where the first primary button ends, or where nothing is to be clicked here the next step: CSS px from the top. */
async function primaryEnds(): Promise<number> {
  await viewer.page.waitForSelector(':is(button, a).primary, .step.now');
  return viewer.page.evaluate(
    () =>
      (
        document.querySelector(':is(button, a).primary') ?? document.querySelector('.step.now')
      )?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY,
  );
}

describe('the pop-up', () => {
  it.each(Object.keys(popupStates))('has its primary button on the first screen: %s', async (state) => {
    for (const language of LANGUAGES) {
      await viewer.open({ surface: 'popup', state, language, theme: 'light' }, POPUP);
      expect(await primaryEnds(), language).toBeLessThanOrEqual(POPUP.height);
    }
  });

  it.each(['eight', 'due', 'fifty', 'ten-thousand'])(
    'shows eight rows without scrolling: %s',
    async (state) => {
      for (const language of LANGUAGES) {
        await viewer.show({ surface: 'popup', state, language, theme: 'light' }, POPUP);
        expect(await rowsSeen(), language).toBeGreaterThanOrEqual(8);
      }
    },
  );

  it('draws few of ten thousand, and comes to the last of them', async () => {
    await viewer.show({ surface: 'popup', state: 'ten-thousand', language: 'en', theme: 'light' }, POPUP);
    const drawn = () => viewer.page.evaluate(() => document.querySelectorAll('.connections > li').length);
    expect(await drawn()).toBeLessThan(60);
    await viewer.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await viewer.page.waitForFunction(() =>
      document
        .querySelector('.connections > li:last-child')
        ?.getAttribute('aria-posinset')
        ?.startsWith('10000'),
    );
    expect(await drawn()).toBeLessThan(60);
    expect(await rowsSeen()).toBeGreaterThanOrEqual(8);
  });

  it('finds one of them by a word', async () => {
    await viewer.show({ surface: 'popup', state: 'fifty', language: 'en', theme: 'light' }, POPUP);
    await viewer.page.type('input[type=search]', 'tintenfass 3');
    await viewer.page.waitForFunction(() => document.querySelectorAll('.connections > li').length === 1);
    expect(await viewer.page.$eval('.opener', ({ textContent }) => textContent)).toBe('Tintenfass 3');
  });
});

/** What is left of a window of 1366 × 768 below the browser's own bars: CSS px. */
const LAPTOP = { width: 1366, height: 620 };

describe('the dashboard', () => {
  it.each(Object.keys(dashboardStates))('has its primary button on the first screen: %s', async (state) => {
    for (const language of LANGUAGES) {
      await viewer.show({ surface: 'dashboard', state, language, theme: 'light' }, LAPTOP);
      expect(await primaryEnds(), language).toBeLessThanOrEqual(LAPTOP.height);
    }
  });

  it.each(['fifty', 'five-thousand'])('shows five rows without scrolling: %s', async (state) => {
    for (const language of LANGUAGES) {
      await viewer.show({ surface: 'dashboard', state, language, theme: 'light' }, LAPTOP);
      await viewer.page.waitForSelector('table.connections tbody tr');
      const seen = await viewer.page.$$eval(
        'table.connections tbody tr',
        (rows) => rows.filter((row) => row.getBoundingClientRect().bottom <= innerHeight).length,
      );
      expect(seen, language).toBeGreaterThanOrEqual(5);
    }
  });
});
