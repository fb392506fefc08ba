import { Database } from '../db/database.ts';
import {
  createConnections,
  createExemptions,
  createGrants,
  createLedger,
  createSuggestions,
} from '../db/repositories.ts';
import type { Ports } from '../flows/ports.ts';
import { alarm } from './alarm.ts';
import { face } from './face.ts';
import { gate } from './gate.ts';
import { createHealth } from './health.ts';
import { jars } from './jars.ts';
import { letters } from './letters.ts';
import { memory, stops } from './memory.ts';
import { tabs } from './tabs.ts';

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
    gate,
    tabs,
    face,
    alarm,
    health: createHealth(gate),
    newId: () => crypto.randomUUID(),
  };
}
