import { describe, expect, it } from 'vitest';
import { play } from './play.ts';

/** What the search found, each as the shortest script that showed it. All of them are mended. */
describe('what the chaos seller found', () => {
  it('the guard shows a renewal whose connection the database does not give', async () => {
    expect(
      await play({
        containers: false,
        signedIn: false,
        known: [],
        steps: [{ do: 'ask' }, { do: 'guard' }, { do: 'database', which: 5 }],
      }),
    ).toEqual([]);
  });

  it('an address that was stopped in a tab that is closed by now is not kept', async () => {
    expect(
      await play({
        containers: false,
        signedIn: false,
        known: [],
        steps: [{ do: 'ask', order: 45111, patience: 2 }, { do: 'close-tab' }],
      }),
    ).toEqual([]);
  });

  it('an answer that was written down is known again after the clock was set back', async () => {
    expect(
      await play({
        containers: false,
        signedIn: false,
        known: [],
        steps: [
          { do: 'ask' },
          { do: 'guard' },
          { do: 'sign-in' },
          { do: 'agree', how: 4, fault: { is: 'refused', at: 45 } },
          { do: 'clock-back' },
          { do: 'ask' },
          { do: 'guard', fault: { is: 'browser-ends', at: 41 } },
        ],
      }),
    ).toEqual([]);
  });

  it('a suggestion that was taken up is asked about no more, whatever dies after it', async () => {
    expect(
      await play({
        containers: true,
        signedIn: true,
        known: [{ software: 0, bound: true }],
        steps: [
          { do: 'ask' },
          { do: 'guard', how: 5 },
          { do: 'agree' },
          { do: 'suggestion', how: 3, fault: { is: 'worker-dies', at: 4 } },
        ],
      }),
    ).toEqual([]);
  });

  it('an answer whose connection is removed while it is read is asked about', async () => {
    expect(
      await play({
        containers: false,
        signedIn: false,
        known: [],
        steps: [
          { do: 'ask' },
          { do: 'guard' },
          { do: 'sign-in' },
          { do: 'agree', order: 7, patience: 2 },
          { do: 'remove' },
        ],
      }),
    ).toEqual([]);
  });
});
