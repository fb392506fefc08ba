import * as z from 'zod/mini';
import { MOST_SIGNS } from '../../domain/data/csv.ts';
import type { Fault } from '../../domain/data/fault.ts';
import { backupTableSchema, importPartSchema } from '../../domain/data/import-part.ts';
import type { DataPage, ImportPreview } from '../../flows/data/files.ts';
import type { UnreadableRow } from '../../flows/ports/unreadable.ts';
import { answer, idSchema, type Message, noPayload, outcome } from '../message.ts';

const offer = idSchema;

/** Files that go out and come in. */
export const dataMessages = {
  'data/page': {
    from: 'page',
    payload: z.object({ table: backupTableSchema, after: z.optional(z.string().check(z.maxLength(200))) }),
    answer: answer<DataPage | undefined>(),
  },
  'import/offer': { from: 'page', payload: importPartSchema, answer: answer<boolean>() },
  'import/table': {
    from: 'page',
    payload: z.object({ offer, text: z.string().check(z.maxLength(MOST_SIGNS)) }),
    answer: answer<Fault[]>(),
  },
  'import/preview': {
    from: 'page',
    payload: z.object({ offer }),
    answer: answer<ImportPreview | undefined>(),
  },
  'import/take': { from: 'page', payload: z.object({ offer }), answer: outcome },
  'unreadable/list': { from: 'page', payload: noPayload, answer: answer<UnreadableRow[]>() },
  'unreadable/remove': {
    from: 'page',
    payload: z.object({ table: idSchema, key: z.string().check(z.maxLength(100_000)) }),
    answer: outcome,
  },
} as const satisfies Record<string, Message>;
