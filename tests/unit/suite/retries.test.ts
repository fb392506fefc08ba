import { describe, expect, it } from 'vitest';
import { causeOf } from '../../reporter/cause.ts';
import { type Over, warningOf } from '../../reporter/retries.ts';

function over(flaky: boolean, retryCount: number): Over {
  return {
    fullName: 'the main job in firefox > brings it (set-aside)',
    module: { relativeModuleId: 'tests/e2e/renewal/main-job.test.ts' },
    result: () => ({ state: 'passed', errors: [{ message: 'no badge\nat once', stacks: [] }] }),
    diagnostic: () => ({
      flaky,
      retryCount,
      slow: false,
      heap: undefined,
      duration: 1,
      startTime: 0,
      repeatCount: 0,
    }),
  };
}

describe('a test that needed another try', () => {
  it('is told with its file, its number of tries and its first error', () => {
    expect(warningOf(over(true, 1))).toBe(
      'tests/e2e/renewal/main-job.test.ts: “the main job in firefox > brings it (set-aside)” passed at try 2\n  no badge',
    );
  });

  it('is told apart from one that passed at once', () => {
    expect(warningOf(over(false, 0))).toBeUndefined();
  });

  it('has a cause file of its own in each browser', () => {
    expect(causeOf('the main job in firefox > brings it (set-aside)')).toMatch(
      /\.output\/e2e\/the-main-job-in-firefox-brings-it-set-aside$/,
    );
    expect(causeOf('a in chromium > b')).not.toBe(causeOf('a in firefox > b'));
  });
});
