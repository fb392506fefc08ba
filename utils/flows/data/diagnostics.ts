import { isAlive } from '../../domain/run/run.ts';
import type { Obstacle } from '../../domain/session/obstacle.ts';
import type { BrowserFacts } from '../ports/browser.ts';
import type { Ports } from '../ports/ports.ts';
import { readable } from '../ports/readable.ts';
import { obstaclesHere } from '../reading/doctor.ts';

/** Grantkeeper's state in this browser, to copy for support: numbers, no names, no accounts. */
export interface Diagnostics extends BrowserFacts {
  timeZone: string;
  obstacles: Obstacle[];
  withheld: string[];
  connections: number;
  muted: number;
  archived: number;
  /** Connections that have a grant that counts. */
  dated: number;
  living: number;
  suggestions: number;
  exemptions: number;
  /** Reminders are on. */
  reminders: boolean;
  sync: boolean;
}

export async function diagnostics(ports: Ports): Promise<Diagnostics> {
  const { health, clock } = ports;
  const [facts, all, standings, runs, suggestions, exemptions, settings] = await Promise.all([
    ports.facts(),
    readable(ports, ports.connections.all()),
    readable(ports, ports.grants.standings(clock.now())),
    readable(ports, ports.ledger.unacknowledged()),
    readable(ports, ports.suggestions.all()),
    readable(ports, ports.exemptions.all()),
    ports.settings.get().catch(() => undefined),
  ]);
  return {
    ...facts,
    timeZone: clock.timeZone(),
    obstacles: await obstaclesHere(ports),
    withheld: await health.withheld(),
    connections: all.length,
    muted: all.filter(({ muted }) => muted).length,
    archived: all.filter(({ archivedAt }) => archivedAt !== undefined).length,
    dated: standings.filter(({ grants }) => grants.length > 0).length,
    living: runs.filter(isAlive).length,
    suggestions: suggestions.length,
    exemptions: exemptions.length,
    reminders: settings?.reminders.on === true,
    sync: settings?.sync.on === true,
  };
}
