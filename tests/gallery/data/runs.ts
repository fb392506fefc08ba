import type { LedgerEntry } from '@/utils/domain/run/run.ts';
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
} as Receipt;

/** A renewal that is with the marketplace. */
export function runWith(more: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    id: 'run',
    connectionId: alpenglueck.id,
    marketplace: 'amazon',
    site: 'europe',
    mode: 'set-aside',
    jar: '0',
    kinds: ['amazon'],
    phase: 'consenting',
    tabId: 1,
    legs: [{ kind: 'amazon', app: APP }],
    receipt,
    aside: { cookies: 14, state: 'kept' },
    progress: {},
    startedAt: NOW - 120_000,
    ...more,
  };
}

/** The same, over. */
export function endedWith(
  result: NonNullable<LedgerEntry['result']>,
  more: Partial<LedgerEntry> = {},
): LedgerEntry {
  const outcome = result === 'granted' || result === 'wrong-account' ? { outcome: 'granted' as const } : {};
  return runWith({
    phase: 'ended',
    result,
    endedAt: NOW,
    legs: [{ kind: 'amazon', app: APP, ...outcome }],
    aside: { cookies: 14, state: 'back' },
    ...more,
  });
}
