import { Database } from '@/utils/db/database.ts';
import { refusalOf } from '@/utils/db/refusal.ts';
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
import { createStock } from '@/utils/db/stock.ts';
import { underPolicy } from '@/utils/flows/managed.ts';
import type { Ports } from '@/utils/flows/ports.ts';
import { alarm } from '@/utils/platform/alarm.ts';
import { asides } from '@/utils/platform/asides.ts';
import { clock } from '@/utils/platform/clock.ts';
import { containers } from '@/utils/platform/containers.ts';
import { sharedExemptions } from '@/utils/platform/exempted.ts';
import { face } from '@/utils/platform/face.ts';
import { browserFacts } from '@/utils/platform/facts.ts';
import { gate } from '@/utils/platform/gate.ts';
import { createHealth } from '@/utils/platform/health.ts';
import { IN_PRIVATE_INSTANCE } from '@/utils/platform/instance.ts';
import { jars } from '@/utils/platform/jars.ts';
import { letters } from '@/utils/platform/letters.ts';
import { looks, markers } from '@/utils/platform/markers.ts';
import { memory, stops } from '@/utils/platform/memory.ts';
import { notifications } from '@/utils/platform/notifications.ts';
import { overlay } from '@/utils/platform/overlay.ts';
import { policy } from '@/utils/platform/policy.ts';
import { popups } from '@/utils/platform/popups.ts';
import { privateWindows } from '@/utils/platform/private-windows.ts';
import { syncArea } from '@/utils/platform/sync-area.ts';
import { tabs } from '@/utils/platform/tabs.ts';
import { updates } from '@/utils/platform/updates.ts';

/**
 * What the instance of private windows does without: it shares letters, rules and badge with the one of normal windows,
 * which alone looks after them, and nothing that it does is to last.
 */
function inPrivate(ports: Ports): Ports {
  return {
    ...ports,
    exemptions: sharedExemptions,
    letters: { all: async () => [], burn: async () => undefined },
    popups: { permitted: async () => false, only: async () => undefined },
    updates: { ...ports.updates, waiting: async () => false, take: () => undefined },
    policy: { read: async () => ({}) },
    gate: { ...ports.gate, exempt: async () => undefined },
    face: { ...ports.face, badge: async () => undefined },
  };
}

/** The real outside world. */
export function createPorts(): Ports {
  const db = new Database();
  const ports: Ports = {
    clock,
    facts: browserFacts,
    memory,
    stops,
    ledger: createLedger(db),
    connections: createConnections(db),
    grants: createGrants(db),
    suggestions: createSuggestions(db),
    exemptions: createExemptions(db),
    settings: underPolicy(createSettings(db), policy),
    policy,
    stock: createStock(db),
    replica: createReplica(db),
    syncArea,
    reminded: createReminded(db),
    notifications,
    letters,
    jars,
    asides,
    markers,
    looks,
    containers,
    popups,
    updates,
    gate,
    tabs,
    privateWindows,
    face,
    overlay,
    alarm,
    health: createHealth(gate, refusalOf),
    newId: () => crypto.randomUUID(),
  };
  return IN_PRIVATE_INSTANCE ? inPrivate(ports) : ports;
}
