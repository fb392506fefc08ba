import * as z from 'zod/mini';
import { accountNameSchema, chosenConnectionSchema } from '../../domain/account/connection-form.ts';
import { idSchema, type Message, outcome } from '../message.ts';

const grantId = idSchema;

/** Whose grant it is: what only the user can say. */
export const accountMessages = {
  'account/confirm': { from: 'page', payload: z.object({ grantId }), answer: outcome },
  'account/deny': { from: 'page', payload: z.object({ grantId }), answer: outcome },
  'account/separate': {
    from: 'page',
    payload: z.object({ grantId, name: accountNameSchema }),
    answer: outcome,
  },
  'grant/remove': { from: 'page', payload: z.object({ grantId }), answer: outcome },
  'suggestion/settle': {
    from: 'page',
    payload: z.object({ id: idSchema, connection: z.optional(chosenConnectionSchema) }),
    answer: outcome,
  },
} as const satisfies Record<string, Message>;
