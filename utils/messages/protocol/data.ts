import * as z from 'zod/mini';
import { DAY_ORDERS } from '../../domain/cells/days.ts';
import { backupTableSchema, importPartSchema } from '../../domain/data/import-part.ts';
import type { Fault } from '../../domain/fault.ts';
import { MOST_SIGNS } from '../../domain/table/csv.ts';
import { DAY_COLUMNS } from '../../domain/table/line.ts';
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
    payload: z.object({
      offer,
      text: z.string().check(z.maxLength(MOST_SIGNS)),
      orders: z.optional(z.partialRecord(z.enum(DAY_COLUMNS), z.enum(DAY_ORDERS))),
    }),
    answer: answer<Fault[]>(),
  },
  'import/preview': {
    from: 'page',
    payload: z.object({ offer }),
    answer: answer<ImportPreview | undefined>(),
  },
  'import/take': {
    from: 'page',
    payload: z.object({ offer, exempt: z.array(idSchema).check(z.maxLength(100)) }),
    answer: outcome,
  },
  'unreadable/list': { from: 'page', payload: noPayload, answer: answer<UnreadableRow[]>() },
  'unreadable/remove': {
    from: 'page',
    payload: z.object({ table: idSchema, key: z.string().check(z.maxLength(100_000)) }),
    answer: outcome,
  },
} as const satisfies Record<string, Message>;
