import { Database } from '@/utils/db/database.ts';
import {
  createConnections,
  createExemptions,
  createGrants,
  createLedger,
  createSuggestions,
} from '@/utils/db/repositories.ts';
import type { Ports } from '@/utils/flows/ports.ts';
import { alarm } from '@/utils/platform/alarm.ts';
import { asides } from '@/utils/platform/asides.ts';
import { containers } from '@/utils/platform/containers.ts';
import { face } from '@/utils/platform/face.ts';
import { gate } from '@/utils/platform/gate.ts';
import { createHealth } from '@/utils/platform/health.ts';
import { jars } from '@/utils/platform/jars.ts';
import { letters } from '@/utils/platform/letters.ts';
import { memory, stops } from '@/utils/platform/memory.ts';
import { tabs } from '@/utils/platform/tabs.ts';
import { updates } from '@/utils/platform/updates.ts';

/** The real outside world. */
export function createPorts(): Ports {
  const db = new Database();
  return {
    clock: {
      now: () => Date.now(),
      timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
    memory,
    stops,
    ledger: createLedger(db),
    connections: createConnections(db),
    grants: createGrants(db),
    suggestions: createSuggestions(db),
    exemptions: createExemptions(db),
    letters,
    jars,
    asides,
    containers,
    updates,
    gate,
    tabs,
    face,
    alarm,
    health: createHealth(gate),
    newId: () => crypto.randomUUID(),
  };
}
