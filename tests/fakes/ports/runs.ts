import { isAlive, type LedgerEntry } from '@/utils/domain/run/run.ts';
import type {
  Confirmations,
  LedgerRows,
  PendingAnswers,
  RunMemory,
  Stop,
  Stops,
  UnsavedRows,
} from '@/utils/flows/ports/runs.ts';
import type { World } from '../world.ts';
import { databaseOf } from './calls.ts';

/** How long a stop without a tab waits for its guard page: ms. */
const TABLESS_LIFE = 30_000;

export const memoryOf = (world: World): RunMemory => ({
  all: async () => structuredClone([...world.memory.values()]),
  get: async (id) => structuredClone(world.memory.get(id)),
  put: async (kept) => {
    if (world.memoryFull) throw new Error('Session storage quota bytes exceeded');
    world.memory.set(kept.run.id, structuredClone(kept));
  },
  forgetBefore: async (instant) => {
    for (const [id, { run, pending }] of world.memory) {
      const isNeeded = run.container?.state === 'in-use' || run.aside?.state === 'kept';
      if (!isAlive(run) && pending.length === 0 && !isNeeded && run.endedAt < instant)
        world.memory.delete(id);
    }
  },
  forget: async (ids) => {
    for (const id of ids) world.memory.delete(id);
  },
});

export function stopsOf(world: World): Stops {
  const waiting = (): Stop[] => world.tablessStops.filter(({ at }) => world.now - at < TABLESS_LIFE);
  return {
    put: async (tabId, stop) => {
      if (tabId !== undefined) world.stops.set(tabId, stop);
      else if (![...world.stops.values(), ...waiting()].some(({ url }) => url === stop.url))
        world.tablessStops = [...waiting(), stop];
    },
    claim: async (tabId) => {
      const own = world.stops.get(tabId);
      const [first, ...rest] = waiting();
      if (own || !first) return own;
      world.tablessStops = rest;
      world.stops.set(tabId, first);
      return first;
    },
    drop: async (tabId, url) => {
      const own = world.stops.get(tabId);
      const dropped = url ?? own?.url;
      world.tablessStops = waiting().filter((stop) => stop.url !== dropped);
      if (own?.url === dropped) world.stops.delete(tabId);
    },
  };
}

export const confirmationsOf = (world: World): Confirmations => ({
  put: async (tabId, seen) => {
    world.confirmations.set(tabId, structuredClone(seen));
  },
  get: async (tabId) => structuredClone(world.confirmations.get(tabId)),
  drop: async (tabId) => {
    world.confirmations.delete(tabId);
  },
});

export function ledgerOf(world: World): LedgerRows {
  const database = databaseOf(world);
  return {
    put: async (entry) => {
      database.writes();
      const putAway = world.ledger.get(entry.id)?.putAway;
      world.ledger.set(entry.id, structuredClone({ ...entry, ...(putAway && { putAway }) }));
    },
    unacknowledged: async () => {
      database.reads();
      return [...world.ledger.values()]
        .filter(({ putAway }) => !putAway)
        .map(({ putAway: _, ...entry }) => structuredClone(entry) as LedgerEntry);
    },
    acknowledge: async (id) => {
      database.writes();
      const entry = world.ledger.get(id);
      if (entry) world.ledger.set(id, { ...entry, putAway: true });
    },
    of: async (id) => {
      database.reads();
      return [...world.ledger.values()]
        .filter(({ connectionId }) => connectionId === id)
        .sort((a, b) => b.startedAt - a.startedAt);
    },
    get: async (id) => {
      database.reads();
      const { putAway: _, ...entry } = world.ledger.get(id) ?? {};
      return 'id' in entry ? (entry as LedgerEntry) : undefined;
    },
  };
}

export const unsavedOf = (world: World): UnsavedRows => ({
  all: async () => structuredClone([...world.unsaved.values()]),
  put: async (row) => {
    world.unsaved.set(row.entry.id, structuredClone(row));
  },
  remove: async (id) => {
    world.unsaved.delete(id);
  },
});

export const pendingAnswersOf = (world: World): PendingAnswers => ({
  all: async () =>
    [...world.letters].map(([id, { at, ...answer }]) => ({ id, answer, ...(at !== undefined && { at }) })),
  put: async (id, { answer, at }) => {
    world.letters.set(id, { ...answer, at });
  },
  remove: async (id) => {
    world.letters.delete(id);
  },
});
