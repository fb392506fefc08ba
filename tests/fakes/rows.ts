import type { Connection } from '@/utils/domain/account/connection.ts';
import type { Grant } from '@/utils/domain/account/grant.ts';
import type { LedgerEntry } from '@/utils/domain/run/run.ts';

/** A row of each table in which every member is there that there can be. */

const DAY = 86_400_000;

/** A UTC instant in ms that all of them are near. */
export const NOW = Date.parse('2026-11-20T12:00:00Z');

export const fullConnection = (id: string): Required<Connection> => ({
  id,
  marketplace: 'amazon',
  site: 'de',
  region: 'EU',
  central: 'vendor',
  integration: 'microtech',
  software: 'Stall',
  name: `Shop ${id}`,
  signInName: 'anna@example.com',
  apps: [{ kind: 'amazon', app: 'amzn1.sp.solution.1', verified: true }],
  account: { id: 'A1NORDLICHT', label: 'Nordlicht GmbH', user: 'anna' },
  lastMode: 'set-aside',
  container: { jar: 'firefox-container-1', keep: true, linked: true, last: { runId: 'r', logins: 'd' } },
  mark: { colour: 'pink', initial: 'Z' },
  note: 'Ring first',
  muted: true,
  archivedAt: NOW - DAY,
  ladder: [30, 7, 0, -1],
  snoozedUntil: '2026-12-24',
  reported: { what: 'asked-again', at: NOW - DAY },
  finishing: { runId: 'r', since: NOW - DAY, done: ['a'], finishedAt: NOW },
  ownSteps: [{ id: 's', when: 'after', text: 'Press save', link: 'https://shop.example/' }],
  shop: 'shop.example',
  createdAt: NOW - 10 * DAY,
  updatedAt: NOW - 5 * DAY,
});

/** One that is watched, due and in use. */
export const plainConnection = (id: string): Connection => {
  const { muted: _, archivedAt: __, snoozedUntil: ___, central: ____, ...rest } = fullConnection(id);
  return rest;
};

export const fullGrant = (id: string, connectionId: string): Required<Grant> => ({
  id,
  connectionId,
  runId: `run-${id}`,
  kind: 'amazon',
  app: 'amzn1.sp.solution.1',
  accountId: 'A1NORDLICHT',
  accountLabel: 'Nordlicht GmbH',
  accountUser: 'anna',
  verdict: 'match',
  at: NOW - 5 * DAY,
  expiry: { basis: 'by-rule', at: NOW + 5 * DAY },
});

export const enteredGrant = (id: string, connectionId: string): Grant => ({
  ...fullGrant(id, connectionId),
  verdict: 'entered',
  expiry: { basis: 'entered', date: '2026-12-01' },
});

export const otherGrant = (id: string, connectionId: string): Grant => ({
  ...fullGrant(id, connectionId),
  verdict: 'other',
  accountId: 'A2',
});

export const fullRun = (id: string, connectionId: string): LedgerEntry => ({
  id,
  connectionId,
  marketplace: 'amazon',
  site: 'de',
  mode: 'set-aside',
  jar: '0',
  kinds: ['amazon'],
  phase: 'ended',
  tabId: 1,
  legs: [{ kind: 'amazon', app: 'amzn1.sp.solution.1', outcome: 'granted' }],
  found: { 'amazon.de': 4 },
  receipt: {
    at: NOW - 5 * DAY,
    domains: [{ domain: 'amazon.de', found: 4, removed: 4, remaining: 0, logins: ['at-main'] }],
    siteData: { localStorage: 'requested' },
    clean: true,
  },
  cleaningFailed: 'refused',
  aside: { cookies: 4, state: 'back', missing: 0, of: 'r0' },
  keepsLogin: true,
  container: { state: 'kept', before: ['firefox-container-1'], pure: true, from: 3 },
  popups: { host: 'shop.example', state: 'back' },
  ticked: ['a'],
  shares: true,
  follows: 'r0',
  progress: { step: 'consent', signInSeen: true, label: 'Nordlicht', overlay: 'shown', errorCode: 'x' },
  namedAccount: 'A1',
  startedAt: NOW - 5 * DAY,
  endedAt: NOW - 5 * DAY + 60_000,
  result: 'granted',
  reason: 'finished-early',
  owed: [{ kind: 'amazon', app: 'a', accountId: 'A1', verdict: 'match', expiresAt: NOW, at: NOW }],
});

export const fullSuggestion = (id: string) => ({
  id,
  marketplace: 'ebay' as const,
  site: 'de',
  kind: 'ebay-oauth' as const,
  app: 'app-1',
  accountId: 'seller',
  expiresAt: NOW + DAY,
  at: NOW - DAY,
  tabId: 4,
});

export const fullExemption = (id: string) => ({
  id,
  marketplace: 'amazon' as const,
  kind: 'amazon' as const,
  app: 'amzn1.sp.solution.2',
  since: NOW - DAY,
});

export const fullSettings = () => ({
  id: 'own' as const,
  reminders: { on: true, ladder: [30, 7, 0, -1], quiet: { from: '20:00', to: '08:00' } },
  defaultMode: 'clear' as const,
  sync: { on: false, accountIds: false },
  welcomed: true as const,
});
