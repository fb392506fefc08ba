import * as z from 'zod/mini';
import {
  connectionEditSchema,
  connectionFormSchema,
  enteredExpirySchema,
} from '../../domain/account/connection-form.ts';
import { reportSchema } from '../../domain/account/connection-schema.ts';
import { ownStepFormSchema } from '../../domain/account/own-step.ts';
import { instantSchema } from '../../domain/bounds.ts';
import type { Listed } from '../../domain/due/listing.ts';
import { remindingSchema } from '../../domain/due/reminding.ts';
import type { Proof } from '../../domain/run/proof.ts';
import type { Container } from '../../domain/session/container.ts';
import type { Removed } from '../../flows/ports/records.ts';
import type { ConnectionHistory } from '../../flows/reading/views.ts';
import { answer, idSchema, type Message, noPayload, outcome } from '../message.ts';

const id = idSchema;

/** What is shown of connections, and what the user does with them. */
export const connectionMessages = {
  'connection/add': { from: 'page', payload: connectionFormSchema, answer: outcome },
  'connection/renewed': {
    from: 'page',
    payload: z.object({ id, expiry: enteredExpirySchema }),
    answer: outcome,
  },
  'dashboard/list': { from: 'page', payload: noPayload, answer: answer<Listed[]>() },
  'connection/history': {
    from: 'page',
    payload: z.object({ id }),
    answer: answer<ConnectionHistory | undefined>(),
  },
  'connection/proofs': {
    from: 'page',
    payload: z.object({ from: instantSchema, until: instantSchema, connectionId: z.optional(id) }),
    answer: answer<Proof[]>(),
  },
  'connection/edit': {
    from: 'page',
    payload: z.object({ id, edit: connectionEditSchema }),
    answer: outcome,
  },
  'connection/mute': { from: 'page', payload: z.object({ id, muted: z.boolean() }), answer: outcome },
  'connection/archive': { from: 'page', payload: z.object({ id, archived: z.boolean() }), answer: outcome },
  'connection/remove': { from: 'page', payload: z.object({ id }), answer: outcome },
  'connection/restore': { from: 'page', payload: z.object({ id }), answer: outcome },
  'connections/removed': { from: 'page', payload: noPayload, answer: answer<Removed[]>() },
  'connections/empty': { from: 'page', payload: noPayload, answer: outcome },
  'connection/step': {
    from: 'page',
    payload: z.object({ id, step: idSchema, done: z.boolean() }),
    answer: outcome,
  },
  'connection/works': { from: 'page', payload: z.object({ id }), answer: outcome },
  'connection/report': {
    from: 'page',
    payload: z.object({ id, what: z.optional(reportSchema) }),
    answer: outcome,
  },
  'connection/describe': {
    from: 'page',
    payload: z.object({ id, ownSteps: z.array(ownStepFormSchema).check(z.maxLength(30)) }),
    answer: outcome,
  },
  'connection/containers': {
    from: 'page',
    payload: z.object({ id }),
    answer: answer<Container[] | undefined>(),
  },
  'connection/link': { from: 'page', payload: z.object({ id, jar: z.optional(idSchema) }), answer: outcome },
  'connection/remind': {
    from: 'page',
    payload: z.object({ id, reminding: remindingSchema }),
    answer: outcome,
  },
} as const satisfies Record<string, Message>;
