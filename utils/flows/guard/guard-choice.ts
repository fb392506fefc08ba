import * as z from 'zod/mini';
import { chosenConnectionSchema } from '../../domain/account/connection-form.ts';
import { runModeSchema } from '../../domain/session/modes.ts';

/** What the guard page's buttons ask for. */
export const guardChoiceSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('renew'),
    mode: runModeSchema,
    connection: chosenConnectionSchema,
    forceSignIn: z.boolean(),
  }),
  z.object({ type: z.literal('join') }),
  z.object({ type: z.literal('take-over') }),
  z.object({ type: z.literal('let-through') }),
  /** In a private window. */
  z.object({
    type: z.literal('renew-private'),
    mode: z.enum(['clear', 'as-is']),
    forceSignIn: z.boolean(),
  }),
  /** In a normal window: on to a private one. */
  z.object({ type: z.literal('private-window') }),
  /** Out of a tab whose jar we do not reach: on to a tab of ours. */
  z.object({ type: z.literal('normal-tab') }),
  z.object({ type: z.literal('back-to-run') }),
  z.object({ type: z.literal('cancel') }),
]);
export type GuardChoice = z.infer<typeof guardChoiceSchema>;
