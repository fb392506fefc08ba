import * as z from 'zod/mini';

/** What the user can decide of a run. */
export const runChoiceSchema = z.enum([
  'clean-again',
  'go-on-unclean',
  'reopen',
  'still-wanted',
  // The user's own word on the outcome, when no answer was recognised.
  'worked',
  'not-worked',
  'still-at-it',
  'finish',
  'clear-instead',
  'keep-login',
  'reload-tabs',
  /** What the browser did not take of the earlier sign-in is set once more. */
  'put-back-again',
  'keep-container',
  'drop-container',
  'cancel',
  // Nothing more of this account: what was set aside comes back.
  'release',
  'put-away',
]);
export type RunChoice = z.infer<typeof runChoiceSchema>;
