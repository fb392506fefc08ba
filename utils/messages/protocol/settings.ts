import * as z from 'zod/mini';
import type { Exemption } from '../../domain/account/exemption.ts';
import {
  preferencesSchema,
  reminderSettingsSchema,
  type Settings,
  syncSettingsSchema,
} from '../../domain/settings/settings-schema.ts';
import type { Diagnostics } from '../../flows/data/diagnostics.ts';
import type { SyncView } from '../../flows/data/sync.ts';
import type { ManagedView } from '../../flows/policy/managed.ts';
import { answer, done, idSchema, type Message, noPayload, outcome } from '../message.ts';

/** What is chosen for everything, by the user or the organisation. */
export const settingsMessages = {
  settings: { from: 'page', payload: noPayload, answer: answer<Settings>() },
  'settings/prefer': { from: 'page', payload: preferencesSchema, answer: outcome },
  'reminders/set': {
    from: 'page',
    payload: z.omit(reminderSettingsSchema, { fixed: true }),
    answer: outcome,
  },
  managed: { from: 'page', payload: noPayload, answer: answer<ManagedView>() },
  sync: { from: 'page', payload: noPayload, answer: answer<SyncView>() },
  'sync/choose': { from: 'page', payload: syncSettingsSchema, answer: outcome },
  'sync/empty': { from: 'page', payload: noPayload, answer: outcome },
  exemptions: { from: 'page', payload: noPayload, answer: answer<Exemption[]>() },
  'exemption/revoke': { from: 'page', payload: z.object({ id: idSchema }), answer: done },
  diagnostics: { from: 'page', payload: noPayload, answer: answer<Diagnostics>() },
} as const satisfies Record<string, Message>;
