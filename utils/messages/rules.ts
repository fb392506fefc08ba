import { z } from 'zod';
import { answerSchema } from '../domain/address/answer-schema.ts';
import { MOST_SIGNS } from '../domain/data/csv.ts';
import { ladderSchema, rowSchemas, settingsSchema, TABLES } from '../domain/data/schema.ts';
import { integrationIdSchema } from '../domain/integrations/schema.ts';
import { marketplaceIdSchema } from '../domain/marketplaces/schema.ts';
import type { MessageType, Protocol } from './protocol.ts';

const id = z.string().min(1).max(100);
const name = z.string().trim().min(1).max(120);
const optionalName = z.string().trim().max(200).optional();
const mode = z.enum(['set-aside', 'clear', 'container', 'as-is']);

const newConnection = z.object({
  integration: integrationIdSchema,
  software: optionalName,
  name,
  signInName: optionalName,
});

const guardChoice = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('renew'),
    mode,
    connection: z.union([z.object({ id }), newConnection]),
    forceSignIn: z.boolean(),
  }),
  z.object({
    type: z.literal('renew-private'),
    mode: z.enum(['clear', 'as-is']),
    forceSignIn: z.boolean(),
  }),
  z.object({
    type: z.enum([
      'join',
      'take-over',
      'let-through',
      'private-window',
      'normal-tab',
      'back-to-run',
      'cancel',
    ]),
  }),
]);

const expiry = z.union([
  z.object({ renewedOn: z.iso.date() }),
  z.object({ expiresOn: z.iso.date() }),
  z.object({ expiresInDays: z.int().min(-3650).max(3650) }),
  z.object({ unknown: z.literal(true) }),
]);

const connectionForm = newConnection.extend({
  marketplace: marketplaceIdSchema,
  site: id,
  central: z.literal('vendor').optional(),
  accountId: z.string().trim().min(1).max(100).optional(),
  expiry,
});

const connectionEdit = newConnection.extend({
  site: id,
  note: z.string().trim().max(5000).optional(),
  accountId: z.string().trim().min(1).max(100).optional(),
});

/** A step that the person wrote: a link in it leads to the web, and nowhere else. */
const ownStep = z.object({
  id,
  when: z.enum(['before', 'after']),
  text: z.string().trim().min(1).max(300),
  link: z
    .url({ protocol: /^https$/ })
    .max(2000)
    .optional(),
});

/** Scraped text: bounded here too, whatever the content script made of it. */
const pageFacts = z.object({
  label: z.string().max(200).optional(),
  user: z.string().max(200).optional(),
  errorCode: z.string().max(100).optional(),
  boxTicked: z.boolean().optional(),
  otherPrefilled: z.boolean().optional(),
  overlay: z.enum(['shown', 'gone', 'no-room']).optional(),
});
const reminding = z.object({
  muted: z.literal(true).optional(),
  snoozedUntil: z.iso.date().optional(),
  ladder: ladderSchema.optional(),
});

const stockTable = z.enum([...TABLES, 'settings']);

/** Checked once more: what is kept went through this schema, whatever the page made of the file. */
const importPart = z
  .object({
    offer: id,
    part: z.number().int().nonnegative(),
    table: stockTable,
    rows: z.array(z.unknown()).max(5000),
  })
  .transform(({ table, rows, ...which }) => {
    const schema = table === 'settings' ? settingsSchema : rowSchemas[table];
    return { ...which, table, rows: rows.map((row) => schema.parse(row)) };
  });

/** Where a message comes from. */
export type MessageSource = 'page' | 'guard' | 'content';

/**
 * Every message: who may send it (`page`: a page of ours; `guard`: the guard page in its tab; `content`: our script on
 * a marketplace's page), and the shape of its payload. Content scripts can report and ask to reopen; they can never
 * cause a clean.
 */
export const messageRules = {
  'guard/view': { from: 'guard', payload: z.undefined() },
  'guard/looked': { from: 'guard', payload: z.undefined() },
  'guard/choose': { from: 'guard', payload: guardChoice },
  overview: { from: 'page', payload: z.undefined() },
  troubles: { from: 'page', payload: z.undefined() },
  'doctor/again': { from: 'page', payload: z.undefined() },
  'private/overview': { from: 'page', payload: z.undefined() },
  'renewal/preview': { from: 'page', payload: z.object({ connectionId: id }) },
  'renewal/start': {
    from: 'page',
    payload: z.object({ connectionId: id, mode, queued: z.literal(true).optional() }),
  },
  'renewal/paste': {
    from: 'page',
    payload: z.object({ url: z.string().max(100_000), privately: z.boolean() }),
  },
  'run/choose': {
    from: 'page',
    payload: z.object({
      runId: id,
      choice: z.enum([
        'clean-again',
        'go-on-unclean',
        'reopen',
        'still-wanted',
        'finish',
        'clear-instead',
        'keep-login',
        'reload-tabs',
        'keep-container',
        'drop-container',
        'cancel',
        'release',
        'put-away',
      ]),
    }),
  },
  'run/step': { from: 'page', payload: z.object({ runId: id, step: id, done: z.boolean() }) },
  'run/popups': { from: 'page', payload: z.object({ runId: id, address: z.string().max(2000) }) },
  'tab/focus': { from: 'page', payload: z.object({ tabId: z.int() }) },
  'connection/add': { from: 'page', payload: connectionForm },
  'connection/renewed': { from: 'page', payload: z.object({ id, expiry }) },
  'dashboard/list': { from: 'page', payload: z.undefined() },
  'connection/history': { from: 'page', payload: z.object({ id }) },
  'connection/edit': { from: 'page', payload: z.object({ id, edit: connectionEdit }) },
  'connection/mute': { from: 'page', payload: z.object({ id, muted: z.boolean() }) },
  'connection/archive': { from: 'page', payload: z.object({ id, archived: z.boolean() }) },
  'connection/remove': { from: 'page', payload: z.object({ id }) },
  'connection/restore': { from: 'page', payload: z.object({ id }) },
  'connections/removed': { from: 'page', payload: z.undefined() },
  'connections/empty': { from: 'page', payload: z.undefined() },
  'connection/step': { from: 'page', payload: z.object({ id, step: id, done: z.boolean() }) },
  'connection/works': { from: 'page', payload: z.object({ id }) },
  'connection/report': {
    from: 'page',
    payload: z.object({ id, what: z.enum(['stopped-working', 'asked-again']).optional() }),
  },
  'connection/describe': { from: 'page', payload: z.object({ id, ownSteps: z.array(ownStep).max(30) }) },
  'connection/containers': { from: 'page', payload: z.object({ id }) },
  'connection/link': { from: 'page', payload: z.object({ id, jar: id.optional() }) },
  'connection/remind': { from: 'page', payload: z.object({ id, reminding }) },
  settings: { from: 'page', payload: z.undefined() },
  'settings/prefer': {
    from: 'page',
    payload: z.object({
      defaultMode: z.enum(['set-aside', 'clear', 'container', 'suggested']).optional(),
      welcomed: z.literal(true).optional(),
    }),
  },
  diagnostics: { from: 'page', payload: z.undefined() },
  'reminders/set': { from: 'page', payload: settingsSchema.shape.reminders.extend({ on: z.boolean() }) },
  'account/confirm': { from: 'page', payload: z.object({ grantId: id }) },
  'account/deny': { from: 'page', payload: z.object({ grantId: id }) },
  'account/separate': { from: 'page', payload: z.object({ grantId: id, name }) },
  'suggestion/settle': {
    from: 'page',
    payload: z.object({ id, connection: z.union([z.object({ id }), newConnection]).optional() }),
  },
  'data/page': {
    from: 'page',
    payload: z.object({ table: stockTable, after: z.string().max(200).optional() }),
  },
  'import/offer': { from: 'page', payload: importPart },
  'import/table': { from: 'page', payload: z.object({ offer: id, text: z.string().max(MOST_SIGNS) }) },
  'import/preview': { from: 'page', payload: z.object({ offer: id }) },
  'import/take': { from: 'page', payload: z.object({ offer: id }) },
  managed: { from: 'page', payload: z.undefined() },
  sync: { from: 'page', payload: z.undefined() },
  'sync/choose': { from: 'page', payload: z.object({ on: z.boolean(), accountIds: z.boolean() }) },
  'sync/empty': { from: 'page', payload: z.undefined() },
  exemptions: { from: 'page', payload: z.undefined() },
  'exemption/revoke': { from: 'page', payload: z.object({ id }) },
  'page/arrived': { from: 'content', payload: z.undefined() },
  'page/seen': { from: 'content', payload: pageFacts },
  'page/left': { from: 'content', payload: z.object({ answer: answerSchema, letter: id.optional() }) },
  'page/reopen': { from: 'content', payload: z.undefined() },
  'page/fold': { from: 'content', payload: z.object({ folded: z.boolean() }) },
} as const satisfies {
  [T in MessageType]: { from: MessageSource; payload: z.ZodType<Parameters<Protocol[T]>[0]> };
};
