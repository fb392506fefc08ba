import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds that anything is awaited for. */
export const defaultTimeout = 15_000;

/** Milliseconds between two questions: few at first, more the longer it takes, so that waiting costs little. */
const FIRST_PAUSE = 15;
const LONGEST_PAUSE = 120;
const GROWTH = 1.3;

interface UntilOptions {
  timeout?: number;
  /** Called once at the end of the wait; what it says is added to the error. */
  explain?: () => Promise<string>;
}

/**
 * Asks again and again until the probe gives something other than `undefined`. A probe that throws (a page
 * between two documents, say) is asked again; its last error stands in the failure.
 *
 * @param what completes the sentence "… did not come about: <what>"
 * @throws Error after `timeout` ms
 */
export async function until<T>(
  what: string,
  probe: () => Promise<T | undefined>,
  { timeout = defaultTimeout, explain }: UntilOptions = {},
): Promise<T> {
  const deadline = performance.now() + timeout;
  let last = '';
  let between = FIRST_PAUSE;
  for (;;) {
    try {
      const found = await within(what, Math.max(1_000, deadline - performance.now()), probe());
      if (found !== undefined) return found;
      last = '';
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    if (performance.now() >= deadline) break;
    await pause(between);
    between = Math.min(LONGEST_PAUSE, between * GROWTH);
  }
  const explanation = explain === undefined ? '' : await explain().catch(String);
  const parts = [`Waited ${timeout} ms for ${what}.`, last, explanation];
  throw new Error(parts.filter((part) => part !== '').join('\n'));
}

/**
 * Fails when a promise is not settled in time; for protocol commands, which may stay without an answer.
 *
 * @throws Error that names `what` after `timeout` ms
 */
export async function within<T>(what: string, timeout: number, promise: Promise<T>): Promise<T> {
  const alarm = new AbortController();
  const late = pause(timeout, undefined, { signal: alarm.signal, ref: false }).then(() => {
    throw new Error(`No answer to ${what} within ${timeout} ms.`);
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([promise, late]);
  } finally {
    alarm.abort();
  }
}
