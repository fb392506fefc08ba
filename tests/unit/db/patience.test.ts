import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPatience, LIMIT, notedIn } from '@/utils/db/patience.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('asks a silent port again after a while, though one call is never answered', async () => {
  const told: string[] = [];
  const patience = createPatience({ silent: () => told.push('silent'), answers: () => told.push('answers') });
  const call = vi.fn<() => Promise<string>>().mockImplementationOnce(() => new Promise(() => undefined));
  call.mockResolvedValue('there');
  const port = patience({ call });

  const lost = port.call().catch(({ name }: Error) => name);
  await vi.advanceTimersByTimeAsync(LIMIT);
  expect(await lost).toBe('SilentDatabaseError');
  // In a moment nobody waits for it twice.
  await expect(port.call()).rejects.toThrow('The database does not answer');
  expect(call).toHaveBeenCalledTimes(1);

  await vi.advanceTimersByTimeAsync(10_000);
  await expect(port.call()).resolves.toBe('there');
  await expect(port.call()).resolves.toBe('there');
  expect(told).toEqual(['silent', 'silent', 'answers']);
});

it('notes silence and answers in their order, and a note that is refused harms nobody', async () => {
  const noted: string[] = [];
  let kept: 'silent' | undefined;
  let refusals = 0;
  const recovered = vi.fn();
  const { silent, answers } = notedIn(
    {
      databaseFailure: async () => kept,
      async database(failed) {
        // What is noted first takes longest.
        for (let tick = 0; tick < (failed ? 20 : 0); tick += 1) await undefined;
        if (refusals === 0) {
          refusals += 1;
          throw new Error('the session is full');
        }
        kept = failed ? 'silent' : undefined;
        noted.push(failed ? 'silent' : 'answers');
      },
    },
    recovered,
  );
  silent();
  await vi.waitFor(() => expect(refusals).toBe(1));
  silent();
  answers();
  await vi.waitFor(() => expect(recovered).toHaveBeenCalledTimes(1));
  expect(noted).toEqual(['silent', 'answers']);
  expect(kept).toBeUndefined();
});
