import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { updates } from '@/utils/platform/updates.ts';

/** Chromium stops a worker that has called nothing of its API for this long: ms. */
const IDLE = 30_000;

beforeEach(() => {
  fakeBrowser.reset();
  // Vitest makes words of what the build replaces; "false" would be Firefox.
  vi.stubEnv('FIREFOX', '');
  vi.useFakeTimers();
});

afterEach(() => {
  updates.hold(false);
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe('a worker with something to lose', () => {
  it('is never idle for as long as it takes to be stopped, until it is let go', async () => {
    let called = 0;
    let longest = 0;
    const call = vi.spyOn(fakeBrowser.runtime, 'getPlatformInfo').mockImplementation(async () => {
      longest = Math.max(longest, Date.now() - called);
      called = Date.now();
      return { os: 'linux', arch: 'x86-64' };
    });
    called = Date.now();
    updates.hold(true);
    updates.hold(true);
    await vi.advanceTimersByTimeAsync(10 * IDLE);
    expect(longest).toBeLessThan(IDLE);
    expect(Date.now() - called).toBeLessThan(IDLE);
    updates.hold(false);
    call.mockClear();
    await vi.advanceTimersByTimeAsync(10 * IDLE);
    expect(call).not.toHaveBeenCalled();
  });
});
