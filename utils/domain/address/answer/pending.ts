import type { Answer } from './schema.ts';

/** Keys of pending answers in `storage.local`; written by our script on a marketplace's page, read by the background. */
export const PENDING_ANSWER = 'letter:';

/** An answer as it is written down: it may be read much later. */
export interface TimedAnswer extends Answer {
  /** When it came: UTC instant in ms. */
  at: number;
}
