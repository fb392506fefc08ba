import * as z from 'zod/mini';
import type { Outcome } from '../flows/reading/views.ts';

/** Who may send a message: a page of ours, the guard page in its tab, or our script on a marketplace's page. */
export type MessageSource = 'page' | 'guard' | 'content';

/** A message between the extension's contexts. */
export interface Message {
  from: MessageSource;
  /** Parsed by the background before anything else is done with it. */
  payload: z.ZodMiniType;
  answer: z.ZodMiniType;
  /** It is answered from memory, also while the worker still resumes what it was at. */
  atOnce?: true;
}

export const noPayload = z.undefined();
export const idSchema = z.string().check(z.minLength(1), z.maxLength(100));

/** An answer. Only its type counts: the background makes it, and nobody parses what we said ourselves. */
export const answer = <T>(): z.ZodMiniType<T> => z.custom<T>();

/** The answer to a command: done, or why not. */
export const outcome = answer<Outcome>();
export const done = answer<void>();
