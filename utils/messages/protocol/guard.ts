import { guardChoiceSchema } from '../../flows/guard/guard-choice.ts';
import type { GuardView } from '../../flows/reading/views.ts';
import { answer, done, type Message, noPayload, outcome } from '../message.ts';

/** What the guard page asks and decides. */
export const guardMessages = {
  'guard/view': { from: 'guard', payload: noPayload, answer: answer<GuardView>() },
  'guard/looked': { from: 'guard', payload: noPayload, answer: done },
  'guard/choose': { from: 'guard', payload: guardChoiceSchema, answer: outcome },
} as const satisfies Record<string, Message>;
