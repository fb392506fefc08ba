import * as z from 'zod/mini';
import { chosenConnectionSchema } from '../../domain/account/connection-form.ts';
import { idSchema } from '../../domain/bounds.ts';
import { runModeSchema } from '../../domain/session/modes.ts';

/** What the guard page's buttons ask for. */
const choiceSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('renew'),
    mode: runModeSchema,
    connection: chosenConnectionSchema,
    forceSignIn: z.boolean(),
  }),
  /** The page is in view, and nothing is left to decide. */
  z.object({ type: z.literal('go-on'), runId: idSchema }),
  z.object({ type: z.literal('join'), runId: idSchema }),
  z.object({ type: z.literal('take-over'), runId: idSchema }),
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
/** With the time at which the address that the page shows was stopped: a click is for that one. */
export const guardChoiceSchema = z.intersection(choiceSchema, z.object({ shown: z.optional(z.number()) }));
export type GuardChoice = z.infer<typeof guardChoiceSchema>;
