import * as z from 'zod/mini';
import { answerSchema } from '../../domain/address/answer/schema.ts';
import { pageFactsSchema } from '../../flows/renewal/page-facts.ts';
import type { PageAnswer } from '../../flows/renewal/pages.ts';
import { answer, done, idSchema, type Message, noPayload } from '../message.ts';

/** What our script on a marketplace's page reports. It can ask to reopen; it can never cause a clean. */
export const pageMessages = {
  /** Whether the page may be shown: answered from memory, before anything that could take time. */
  'page/allowed': { from: 'content', payload: noPayload, answer: answer<boolean>(), atOnce: true },
  'page/arrived': { from: 'content', payload: noPayload, answer: answer<PageAnswer>() },
  /** The page belongs to a run and wants the card laid ready in it. */
  'page/card': { from: 'content', payload: noPayload, answer: done, atOnce: true },
  'page/seen': { from: 'content', payload: pageFactsSchema, answer: answer<PageAnswer>() },
  'page/left': {
    from: 'content',
    payload: z.object({ answer: answerSchema, pendingId: z.optional(idSchema) }),
    answer: done,
  },
  /** The page is left for a stranger's, and nothing in the address is an answer. */
  'page/returned': {
    from: 'content',
    payload: z.object({ host: z.string().check(z.minLength(1), z.maxLength(255)) }),
    answer: done,
  },
  /** The person wants to read what this is: a page of ours opens, and nothing else happens. */
  'page/help': { from: 'content', payload: noPayload, answer: done },
  'page/reopen': { from: 'content', payload: noPayload, answer: done },
  'page/fold': { from: 'content', payload: z.object({ folded: z.boolean() }), answer: done },
} as const satisfies Record<string, Message>;
