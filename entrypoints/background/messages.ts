import type * as z from 'zod/mini';
import { isDatabaseError } from '@/utils/db/failure.ts';
import { SilentDatabase } from '@/utils/db/patience.ts';
import { canTell } from '@/utils/domain/address/answer/answer.ts';
import { placeOfHost } from '@/utils/domain/address/place.ts';
import type { App } from '@/utils/flows/app.ts';
import { prefer } from '@/utils/flows/connections/preferences.ts';
import { proofs } from '@/utils/flows/connections/proofs.ts';
import { diagnostics } from '@/utils/flows/data/diagnostics.ts';

import { removeUnreadable, unreadableRows } from '@/utils/flows/data/unreadable.ts';

import type { Outcome } from '@/utils/flows/reading/views.ts';
import { pageReport } from '@/utils/flows/renewal/report.ts';
import type { Message } from '@/utils/messages/message.ts';
import { protocol } from '@/utils/messages/protocol.ts';
import { type MessageType, onMessage } from '@/utils/messages/send.ts';
import { DEFAULT_JAR, jarOfTab } from '@/utils/platform/jars/jars.ts';
import { layCard } from '@/utils/platform/surface/card.ts';
import { openHelp } from '@/utils/platform/surface/own-pages.ts';
import { type TrustedSender, trusted } from './sender.ts';

type Payload<T extends MessageType> = z.output<(typeof protocol)[T]['payload']>;
type Answer<T extends MessageType> = z.output<(typeof protocol)[T]['answer']>;
type Handlers = {
  [T in MessageType]: (payload: Payload<T>, sender: TrustedSender) => Promise<Answer<T>> | Answer<T>;
};

const tabOf = (sender: TrustedSender): { id: number; jar: string } =>
  sender.tab ? { id: sender.tab.id, jar: jarOfTab(sender.tab) } : { id: -1, jar: DEFAULT_JAR };

/** The tab that a guard page is about. */
async function guardTab({ ports }: App, sender: TrustedSender): Promise<{ id: number; jar: string }> {
  const { id, jar } = tabOf(sender);
  return { id: await ports.tabs.behind(id), jar };
}

function handlers(app: App): Handlers {
  const {
    ports,
    guard,
    renewals,
    connections,
    accounts,
    reminders,
    pages,
    callbacks,
    runs,
    privately,
    containers,
    dashboard,
    doctor,
    files,
    checklist,
    popups,
    sync,
    managed,
  } = app;

  /** A database that refuses is an outcome that the person is told. */
  async function saved(doing: Promise<Outcome>): Promise<Outcome> {
    try {
      return await doing;
    } catch (error) {
      if (!isDatabaseError(error)) throw error;
      await ports.health.database(true, error);
      const mayCome = error instanceof SilentDatabase && error.begun;
      return { ok: false, problem: mayCome ? 'database-silent' : 'database' };
    }
  }

  return {
    'guard/view': async (_, sender) => {
      const { id, jar } = await guardTab(app, sender);
      return guard.view(id, jar, sender.tab?.active === true, id !== sender.tab?.id);
    },
    'guard/choose': async (choice, sender) => {
      const { id, jar } = await guardTab(app, sender);
      return saved(guard.decide(id, jar, choice));
    },
    overview: () => app.reading.overview(),
    obstacles: () => app.reading.obstacles(),
    'guard/looked': async (_, sender) => doctor.looked((await guardTab(app, sender)).id),
    'doctor/again': () => doctor.again(),
    'private/overview': () => privately.overview(),
    'renewal/preview': ({ connectionId }) => renewals.preview(connectionId, DEFAULT_JAR),
    'renewal/start': ({ connectionId, mode, queued }) =>
      saved(renewals.start(connectionId, mode, DEFAULT_JAR, queued)),
    'renewal/paste': ({ url, privately }) => renewals.paste(url, privately),
    'run/choose': ({ runId, choice }) => renewals.choose(runId, choice),
    'run/step': ({ runId, step, done }) => saved(checklist.beforeStep(runId, step, done)),
    'run/popups': ({ runId, address }) => saved(popups.want(runId, address)),
    'run/page': ({ runId }) => pageReport(ports, runs, runId),
    'tab/focus': ({ tabId }) => ports.tabs.focus(tabId),
    'connection/add': (form) => saved(connections.add(form)),
    'connection/renewed': ({ id, expiry }) => saved(connections.renewed(id, expiry)),
    'dashboard/list': () => dashboard.list(),
    'connection/history': ({ id }) => dashboard.history(id),
    'connection/proofs': (asked) => proofs(ports, asked),
    'connection/edit': ({ id, edit }) => saved(dashboard.edit(id, edit)),
    'connection/mute': ({ id, muted }) => saved(dashboard.mute(id, muted)),
    'connection/archive': ({ id, archived }) => saved(dashboard.archive(id, archived)),
    'connection/remove': ({ id }) => saved(dashboard.remove(id)),
    'connection/restore': ({ id }) => saved(dashboard.restore(id)),
    'connections/removed': () => dashboard.removed(),
    'connections/empty': () => saved(dashboard.empty()),
    'connection/step': ({ id, step, done }) => saved(checklist.afterStep(id, step, done)),
    'connection/works': ({ id }) => saved(checklist.works(id)),
    'connection/report': ({ id, what }) => saved(checklist.report(id, what)),
    'connection/describe': ({ id, ownSteps }) => saved(checklist.describe(id, ownSteps)),
    'connection/containers': ({ id }) => containers.all(id),
    'connection/link': ({ id, jar }) => saved(containers.link(id, jar)),
    'connection/remind': async ({ id, reminding }) => saved(reminders.remind(id, reminding)),
    settings: () => ports.settings.get(),
    'settings/prefer': (preferences) => saved(prefer(ports, preferences)),
    diagnostics: () => diagnostics(ports),
    'reminders/set': async (wanted) => {
      const outcome = await saved(reminders.set(wanted));
      await reminders.look();
      return outcome;
    },
    'account/confirm': ({ grantId }) => saved(accounts.confirm(grantId)),
    'account/deny': ({ grantId }) => saved(accounts.deny(grantId)),
    'account/separate': ({ grantId, name }) => saved(accounts.separate(grantId, name)),
    'grant/remove': ({ grantId }) => saved(accounts.remove(grantId)),
    'suggestion/settle': ({ id, connection }) => saved(connections.settleSuggestion(id, connection)),
    'data/page': ({ table, after }) => files.page(table, after),
    'import/offer': (part) => files.offer(part),
    'import/table': ({ offer, text, orders }) => files.offerTable(offer, text, orders),
    'import/preview': ({ offer }) => files.preview(offer),
    'import/take': ({ offer, exempt }) => saved(files.take(offer, exempt)),
    'unreadable/list': () => unreadableRows(ports),
    'unreadable/remove': ({ table, key }) => saved(removeUnreadable(ports, table, key)),
    managed: () => managed.view(),
    sync: () => sync.view(),
    'sync/choose': (chosen) => saved(sync.choose(chosen)),
    'sync/empty': () => saved(sync.empty()),
    exemptions: () => ports.exemptions.all(),
    'exemption/revoke': ({ id }) => connections.revokeExemption(id),
    'page/allowed': (_, sender) => pages.allowed(tabOf(sender).id, sender.url),
    'page/arrived': (_, sender) => pages.arrived(tabOf(sender).id, sender.url),
    'page/card': (_, sender) => layCard(tabOf(sender).id),
    'page/seen': (facts, sender) => pages.seen(tabOf(sender).id, sender.url, facts),
    'page/left': async ({ answer, pendingId }, sender) => {
      if (!canTell(sender.url, answer)) return;
      const { id: tabId, jar } = tabOf(sender);
      return callbacks.seen({ answer, tabId, jar }, pendingId);
    },
    'page/returned': async ({ host }, sender) => {
      const left = placeOfHost(URL.parse(sender.url)?.hostname ?? '');
      if (left) await callbacks.returned(left.marketplace.id, host, tabOf(sender).id);
    },
    'page/fold': ({ folded }) => ports.overlay.fold(folded),
    'page/help': () => openHelp(),
    'page/reopen': async (_, sender) => {
      const run = (await runs.living()).find(({ tabId }) => tabId === tabOf(sender).id);
      if (run) await renewals.choose(run.id, 'reopen');
    },
  };
}

/** Answers every message: its sender checked, its payload parsed. What does not fit is refused with an error. */
export function answerMessages(app: App, ready: Promise<void>): void {
  const all = handlers(app);
  const answer = <T extends MessageType>(type: T): void => {
    onMessage(type, async (message): Promise<Answer<T>> => {
      const { from, payload, atOnce }: Message = protocol[type];
      const sender = trusted(message.sender, from);
      if (!sender) throw new Error(`"${type}" may not be sent from there`);
      const data = payload.parse(message.data) as Payload<T>;
      if (!atOnce) await ready;
      return all[type](data, sender);
    });
  };
  for (const type of Object.keys(protocol) as MessageType[]) answer(type);
}
