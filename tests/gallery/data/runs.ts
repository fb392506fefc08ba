import type { EndedEntry, LedgerEntry } from '@/utils/domain/run/run.ts';
import type { Receipt } from '@/utils/domain/session/cleaning.ts';
import { APP, alpenglueck, NOW } from './connections.ts';

export const receipt: Receipt = {
  at: NOW,
  domains: [{ domain: 'amazon.com', found: 14, removed: 14, remaining: 0, logins: [] }],
  siteData: {
    localStorage: 'requested',
    indexedDB: 'requested',
    cacheStorage: 'requested',
    serviceWorkers: 'requested',
    fileSystems: 'requested',
    cache: 'requested',
  },
  clean: true,
};

/** Part of it could not be removed. */
export const unclean: Receipt = {
  ...receipt,
  clean: false,
  domains: [{ domain: 'amazon.com', found: 14, removed: 12, remaining: 2, logins: ['at-main', 'x-main'] }],
};

const base = {
  id: 'run',
  connectionId: alpenglueck.id,
  marketplace: 'amazon',
  site: 'europe',
  mode: 'set-aside',
  jar: '0',
  kinds: ['amazon'],
  tabId: 1,
  legs: [{ kind: 'amazon', app: APP }],
  receipt,
  aside: { cookies: 14, state: 'kept' },
  progress: {},
  startedAt: NOW - 120_000,
} satisfies Partial<LedgerEntry>;

type Base = Partial<Omit<EndedEntry, 'phase' | 'result' | 'endedAt'>>;

/** A renewal in one of its phases; with the marketplace where nothing is said. */
export function runWith(
  more: Base = {},
  phase: Exclude<LedgerEntry['phase'], 'ended'> = 'consenting',
): LedgerEntry {
  const { reason: _, ...rest } = more;
  return { ...base, ...rest, phase };
}

/** A renewal that is over. */
export function endedWith(result: EndedEntry['result'], more: Base = {}): EndedEntry {
  const outcome = result === 'granted' || result === 'wrong-account' ? { outcome: 'granted' as const } : {};
  return {
    ...base,
    legs: [{ kind: 'amazon', app: APP, ...outcome }],
    aside: { cookies: 14, state: 'back' },
    ...more,
    phase: 'ended',
    result,
    endedAt: NOW,
  };
}
