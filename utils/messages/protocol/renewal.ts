import * as z from 'zod/mini';
import type { PageReport } from '../../domain/report/report.ts';
import { runChoiceSchema } from '../../domain/run/run-choice.ts';
import { runModeSchema } from '../../domain/session/modes.ts';
import type { Obstacle } from '../../domain/session/obstacle.ts';
import type { ObstacleView, Overview, PrivateOverview } from '../../flows/reading/views.ts';
import type { StartPreview } from '../../flows/renewal/renewal.ts';
import { answer, done, idSchema, type Message, noPayload, outcome } from '../message.ts';

const runId = idSchema;
const connectionId = idSchema;

/** What the pop-up shows, and how a renewal is started and steered. */
export const renewalMessages = {
  overview: { from: 'page', payload: noPayload, answer: answer<Overview>() },
  obstacles: { from: 'page', payload: noPayload, answer: answer<ObstacleView>() },
  'doctor/again': { from: 'page', payload: noPayload, answer: done },
  'private/overview': { from: 'page', payload: noPayload, answer: answer<PrivateOverview>() },
  'renewal/preview': {
    from: 'page',
    payload: z.object({ connectionId }),
    answer: answer<StartPreview | { obstacle: Obstacle } | undefined>(),
  },
  'renewal/start': {
    from: 'page',
    payload: z.object({ connectionId, mode: runModeSchema, queued: z.optional(z.literal(true)) }),
    answer: outcome,
  },
  'renewal/paste': {
    from: 'page',
    payload: z.object({ url: z.string().check(z.maxLength(100_000)), privately: z.boolean() }),
    answer: outcome,
  },
  'run/choose': { from: 'page', payload: z.object({ runId, choice: runChoiceSchema }), answer: done },
  'run/step': {
    from: 'page',
    payload: z.object({ runId, step: idSchema, done: z.boolean() }),
    answer: outcome,
  },
  'run/popups': {
    from: 'page',
    payload: z.object({ runId, address: z.string().check(z.maxLength(2000)) }),
    answer: outcome,
  },
  'run/page': {
    from: 'page',
    payload: z.object({ runId }),
    answer: answer<PageReport | undefined>(),
  },
  'tab/focus': { from: 'page', payload: z.object({ tabId: z.int() }), answer: done },
} as const satisfies Record<string, Message>;
