import { createBackupStore } from '@/utils/db/backup.ts';
import { Database } from '@/utils/db/database.ts';
import { failureOf } from '@/utils/db/failure.ts';
import { createPatience, notedIn } from '@/utils/db/patience.ts';
import { createReplica } from '@/utils/db/replica.ts';
import {
  createConnections,
  createExemptions,
  createGrants,
  createLedger,
  createReminded,
  createSettings,
  createSuggestions,
} from '@/utils/db/repositories.ts';
import { createUnreadable } from '@/utils/db/unreadable.ts';
import { createUpcoming } from '@/utils/db/upcoming.ts';
import { durableLedger } from '@/utils/flows/engine/durable-ledger.ts';
import { underPolicy } from '@/utils/flows/policy/managed.ts';
import type { Ports } from '@/utils/flows/ports/ports.ts';
import type { UnsavedRows } from '@/utils/flows/ports/runs.ts';
import { alarm } from '@/utils/platform/alarm.ts';
import { clock } from '@/utils/platform/clock.ts';
import { browserFacts } from '@/utils/platform/facts.ts';
import { guardRules } from '@/utils/platform/guard/guard-rules.ts';
import { createHealth } from '@/utils/platform/guard/health.ts';
import { watch } from '@/utils/platform/guard/watch.ts';
import { IN_PRIVATE_INSTANCE } from '@/utils/platform/instance.ts';
import { containers } from '@/utils/platform/jars/containers.ts';
import { jars } from '@/utils/platform/jars/jars.ts';
import { looks, markers } from '@/utils/platform/jars/markers.ts';
import { privateWindows } from '@/utils/platform/jars/private-windows.ts';
import { policy } from '@/utils/platform/policy.ts';
import { confirmations } from '@/utils/platform/store/confirmations.ts';
import { asides } from '@/utils/platform/store/cookies-aside.ts';
import { sharedExemptions } from '@/utils/platform/store/exemptions.ts';
import { pendingAnswers } from '@/utils/platform/store/pending-answers.ts';
import { memory } from '@/utils/platform/store/run-store.ts';
import { stops } from '@/utils/platform/store/stops.ts';
import { syncArea } from '@/utils/platform/store/sync-area.ts';
import { unsaved } from '@/utils/platform/store/unsaved.ts';
import { notifications } from '@/utils/platform/surface/notifications.ts';
import { overlay } from '@/utils/platform/surface/overlay-fold.ts';
import { popups } from '@/utils/platform/surface/popup-setting.ts';
import { tabs } from '@/utils/platform/surface/tabs.ts';
import { toolbar } from '@/utils/platform/surface/toolbar.ts';
import { updates } from '@/utils/platform/updates.ts';

/**
 * What the instance of private windows does without: it shares pending answers, rules and badge with the one of normal windows,
 * which alone looks after them, and nothing that it does is to last.
 */
function inPrivate(ports: Ports): Ports {
  return {
    ...ports,
    exemptions: sharedExemptions,
    pendingAnswers: { all: async () => [], put: async () => undefined, remove: async () => undefined },
    popups: { permitted: async () => false, only: async () => undefined },
    updates: { ...ports.updates, waiting: async () => false, take: () => undefined },
    policy: { read: async () => ({}) },
    guardRules: { ...ports.guardRules, exempt: async () => [] },
    watch: { keep: async () => undefined },
    toolbar: { ...ports.toolbar, badge: async () => undefined },
  };
}

/** The private instance writes no row, and those of the other one are none of its business. */
const NOTHING_UNSAVED: UnsavedRows = {
  all: async () => [],
  put: async () => undefined,
  remove: async () => undefined,
};

/**
 * The real outside world.
 *
 * @param recovered Is told when the database answers again.
 */
export function createPorts(recovered: () => void): Ports {
  const db = new Database();
  const health = createHealth(failureOf);
  const patient = createPatience(notedIn(health, recovered));
  const unreadable = createUnreadable(db);
  const ports: Ports = {
    clock,
    facts: browserFacts,
    memory,
    stops,
    confirmations,
    ledger: durableLedger(patient(createLedger(db)), IN_PRIVATE_INSTANCE ? NOTHING_UNSAVED : unsaved, health),
    connections: patient(createConnections(db)),
    grants: patient(createGrants(db)),
    suggestions: patient(createSuggestions(db)),
    exemptions: patient(createExemptions(db)),
    settings: underPolicy(patient(createSettings(db)), policy),
    policy,
    backup: patient(createBackupStore(db), ['page', 'merge']),
    replica: patient(createReplica(db), ['merge']),
    syncArea,
    reminded: patient(createReminded(db)),
    upcoming: patient(createUpcoming(db), ['mend']),
    unreadable: { ...patient(unreadable, ['all', 'remove']), known: unreadable.known },
    notifications,
    pendingAnswers,
    jars,
    asides,
    markers,
    looks,
    containers,
    popups,
    updates,
    guardRules,
    watch,
    tabs,
    privateWindows,
    toolbar,
    overlay,
    alarm,
    health,
    newId: () => crypto.randomUUID(),
  };
  return IN_PRIVATE_INSTANCE ? inPrivate(ports) : ports;
}
