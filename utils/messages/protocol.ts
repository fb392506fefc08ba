import { defineExtensionMessaging } from '@webext-core/messaging';
import type { OwnStep, Report } from '../domain/account/connection.ts';
import type { ConnectionForm, EnteredExpiry, NewConnection } from '../domain/account/connection-form.ts';
import type { Answer } from '../domain/address/answer.ts';
import type { Fault } from '../domain/data/fault.ts';
import type { Listed } from '../domain/due/listing.ts';
import type { RunChoice } from '../domain/run/run-events.ts';
import type { Container } from '../domain/session/container.ts';
import type { RunMode } from '../domain/session/modes.ts';
import type { Obstacle } from '../domain/session/obstacle.ts';
import type { ReminderSettings, Settings } from '../domain/settings/settings.ts';
import type { ConnectionEdit } from '../flows/connections/dashboard.ts';
import type { Preferences } from '../flows/connections/preferences.ts';
import type { Diagnostics } from '../flows/data/diagnostics.ts';
import type { DataPage, ImportPart, ImportPreview } from '../flows/data/files.ts';
import type { SyncView } from '../flows/data/sync.ts';
import type { Reminding } from '../flows/due/reminders.ts';
import type { GuardChoice } from '../flows/guard/guard.ts';
import type { ManagedView } from '../flows/policy/managed.ts';
import type { BackupTable, Exemption, Removed } from '../flows/ports/ports.ts';
import type {
  ConnectionHistory,
  GuardView,
  Outcome,
  Overview,
  PrivateOverview,
  TroubleView,
} from '../flows/reading/views.ts';
import type { PageAnswer, PageFacts } from '../flows/renewal/pages.ts';
import type { StartPreview } from '../flows/renewal/renewal.ts';

/**
 * Payload and answer of every message between the extension's contexts. What may come from where, and in which shape,
 * stands in `message-rules.ts`; it is kept apart so that content scripts stay without zod.
 */
export interface Protocol {
  'guard/view': () => GuardView;
  'guard/looked': () => void;
  'guard/choose': (choice: GuardChoice) => Outcome;
  overview: () => Overview;
  troubles: () => TroubleView;
  'doctor/again': () => void;
  'private/overview': () => PrivateOverview;
  'renewal/preview': (asked: { connectionId: string }) => StartPreview | { obstacle: Obstacle } | undefined;
  'renewal/start': (asked: { connectionId: string; mode: RunMode; queued?: true | undefined }) => Outcome;
  'renewal/paste': (pasted: { url: string; privately: boolean }) => Outcome;
  'run/choose': (chosen: { runId: string; choice: RunChoice }) => void;
  'run/step': (ticked: { runId: string; step: string; done: boolean }) => Outcome;
  'run/popups': (wanted: { runId: string; address: string }) => Outcome;
  'tab/focus': (tab: { tabId: number }) => void;
  'connection/add': (form: ConnectionForm) => Outcome;
  'connection/renewed': (noted: { id: string; expiry: EnteredExpiry }) => Outcome;
  'dashboard/list': () => Listed[];
  'connection/history': (connection: { id: string }) => ConnectionHistory | undefined;
  'connection/edit': (edited: { id: string; edit: ConnectionEdit }) => Outcome;
  'connection/mute': (connection: { id: string; muted: boolean }) => Outcome;
  'connection/archive': (connection: { id: string; archived: boolean }) => Outcome;
  'connection/remove': (connection: { id: string }) => Outcome;
  'connection/restore': (connection: { id: string }) => Outcome;
  'connections/removed': () => Removed[];
  'connections/empty': () => Outcome;
  'connection/step': (ticked: { id: string; step: string; done: boolean }) => Outcome;
  'connection/works': (connection: { id: string }) => Outcome;
  'connection/report': (reported: { id: string; what?: Report | undefined }) => Outcome;
  'connection/describe': (described: { id: string; ownSteps: OwnStep[] }) => Outcome;
  'connection/containers': (connection: { id: string }) => Container[] | undefined;
  'connection/link': (linked: { id: string; jar?: string | undefined }) => Outcome;
  'connection/remind': (wanted: { id: string; reminding: Reminding }) => Outcome;
  settings: () => Settings;
  'settings/prefer': (preferences: Preferences) => Outcome;
  diagnostics: () => Diagnostics;
  'reminders/set': (reminders: ReminderSettings) => Outcome;
  'account/confirm': (grant: { grantId: string }) => Outcome;
  'account/deny': (grant: { grantId: string }) => Outcome;
  'account/separate': (grant: { grantId: string; name: string }) => Outcome;
  'suggestion/settle': (settled: {
    id: string;
    connection?: { id: string } | NewConnection | undefined;
  }) => Outcome;
  'data/page': (asked: { table: BackupTable; after?: string | undefined }) => DataPage | undefined;
  'import/offer': (part: ImportPart) => boolean;
  'import/table': (table: { offer: string; text: string }) => Fault[];
  'import/preview': (asked: { offer: string }) => ImportPreview | undefined;
  'import/take': (taken: { offer: string }) => Outcome;
  managed: () => ManagedView;
  sync: () => SyncView;
  'sync/choose': (chosen: { on: boolean; accountIds: boolean }) => Outcome;
  'sync/empty': () => Outcome;
  exemptions: () => Exemption[];
  'exemption/revoke': (exemption: { id: string }) => void;
  'page/arrived': () => PageAnswer;
  'page/seen': (facts: PageFacts) => PageAnswer;
  'page/left': (left: { answer: Answer; letter?: string | undefined }) => void;
  'page/reopen': () => void;
  'page/fold': (fold: { folded: boolean }) => void;
}

export type MessageType = keyof Protocol;

export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
