import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPatience, LIMIT } from '@/utils/db/patience.ts';

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
