// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { LOOK_EVERY, onChanged, toolbar } from '@/utils/platform/surface/toolbar.ts';

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));
vi.mock('@/utils/platform/browser.ts', () => ({ browser: fakeBrowser }));

let stop: () => void;
let heard: number;

/** A page of ours begins to listen; the browser may keep its events from it. */
async function listen({ deaf }: { deaf: boolean }): Promise<void> {
  if (deaf) vi.spyOn(fakeBrowser.storage.onChanged, 'addListener').mockImplementation(() => {});
  heard = 0;
  stop = onChanged(() => {
    heard += 1;
  });
  await vi.advanceTimersByTimeAsync(LOOK_EVERY);
}

const inView = (visibility: DocumentVisibilityState): void => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility);
};

beforeEach(async () => {
  vi.useFakeTimers();
  fakeBrowser.reset();
  inView('visible');
  await toolbar.changed();
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

it('is told at once, and once, by the browser’s event', async () => {
  await listen({ deaf: false });
  await toolbar.changed();
  expect(heard).toBe(1);
  await vi.advanceTimersByTimeAsync(3 * LOOK_EVERY);
  expect(heard).toBe(1);
});

it('is told of each of two changes that come at once: what was read in between is old', async () => {
  await listen({ deaf: false });
  await Promise.all([toolbar.changed(), toolbar.changed()]);
  expect(heard).toBe(2);
});

it('is seen within a second where the browser tells nothing, and nothing is told that was there before', async () => {
  await listen({ deaf: true });
  expect(heard).toBe(0);
  await toolbar.changed();
  await vi.advanceTimersByTimeAsync(LOOK_EVERY);
  expect(heard).toBe(1);
  await vi.advanceTimersByTimeAsync(3 * LOOK_EVERY);
  expect(heard).toBe(1);
});

it('is not looked for while the page is not in view, but as soon as it is again', async () => {
  await listen({ deaf: true });
  inView('hidden');
  await toolbar.changed();
  await vi.advanceTimersByTimeAsync(3 * LOOK_EVERY);
  expect(heard).toBe(0);
  inView('visible');
  await vi.advanceTimersByTimeAsync(LOOK_EVERY);
  expect(heard).toBe(1);
});

it('is not looked for any more once nobody listens', async () => {
  await listen({ deaf: true });
  stop();
  await toolbar.changed();
  await vi.advanceTimersByTimeAsync(3 * LOOK_EVERY);
  expect(heard).toBe(0);
});

it('is looked for once in a page, however many listen, until the last one stops', async () => {
  await listen({ deaf: true });
  let others = 0;
  const stopOther = onChanged(() => {
    others += 1;
  });
  const looks = vi.spyOn(fakeBrowser.storage.session, 'get');
  await vi.advanceTimersByTimeAsync(2 * LOOK_EVERY);
  expect(looks).toHaveBeenCalledTimes(2);
  stop();
  await toolbar.changed();
  await vi.advanceTimersByTimeAsync(LOOK_EVERY);
  expect([heard, others]).toEqual([0, 1]);
  stopOther();
  looks.mockClear();
  await vi.advanceTimersByTimeAsync(2 * LOOK_EVERY);
  expect(looks).not.toHaveBeenCalled();
});
