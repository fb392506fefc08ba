import { PENDING_ANSWER, type TimedAnswer } from '../../domain/address/answer/pending.ts';
import { answerSchema } from '../../domain/address/answer/schema.ts';
import type { PendingAnswers } from '../../flows/ports/runs.ts';
import { browser } from '../browser.ts';

/**
 * How long a pending answer lies before it is read: ms. The page's message says more (it comes with its tab) and removes
 * it; and once the time is over, the tab has arrived where it was going.
 */
const PATIENCE = 1500;

/** Answers that pages wrote down when they were left. What is no answer is burnt unread. */
export const pendingAnswers: PendingAnswers = {
  async all() {
    const all = await browser.storage.local.get(null);
    return Object.entries(all).flatMap(([key, value]) => {
      if (!key.startsWith(PENDING_ANSWER)) return [];
      const answer = answerSchema.safeParse(value);
      if (!answer.success) void browser.storage.local.remove(key);
      if (!answer.success) return [];
      const { at } = value as Partial<TimedAnswer>;
      const id = key.slice(PENDING_ANSWER.length);
      return [{ id, answer: answer.data, ...(Number.isSafeInteger(at) && { at }) }];
    });
  },
  put: (id, { answer, at }) =>
    browser.storage.local.set({ [PENDING_ANSWER + id]: { ...answer, at } satisfies TimedAnswer }),
  remove: (id) => browser.storage.local.remove(PENDING_ANSWER + id),
};

/**
 * Calls back when a pending answer may have lain long enough: after each that is written, and once after the start. Firefox
 * tells of none whose page is gone by the time it is written, but that page's message has wakened the worker.
 */
export function onPendingAnswer(listener: () => void): void {
  setTimeout(listener, PATIENCE);
  browser.storage.onChanged.addListener((changes, area) => {
    const written = Object.entries(changes).some(
      ([key, { newValue }]) => key.startsWith(PENDING_ANSWER) && newValue,
    );
    if (area === 'local' && written) setTimeout(listener, PATIENCE);
  });
}
