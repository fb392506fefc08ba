import { type Content, nothing, type Row } from '@/utils/domain/data/schema.ts';

/** Rows as they are kept, for the tests of files. */

export const DAY = 86_400_000;
export const NOW = Date.parse('2026-11-20T12:00:00Z');

export const connection = (id: string, over: Partial<Row<'connections'>> = {}): Row<'connections'> => ({
  id,
  marketplace: 'amazon',
  site: 'de',
  region: 'EU',
  integration: 'microtech',
  name: `Shop ${id}`,
  apps: [{ kind: 'amazon', app: 'amzn1.sp.solution.1', verified: true }],
  account: { id: 'A1NORDLICHT', label: 'Nordlicht GmbH' },
  createdAt: NOW - 10 * DAY,
  updatedAt: NOW - 5 * DAY,
  ...over,
});

export const grant = (
  id: string,
  connectionId: string,
  over: Partial<Row<'grants'>> = {},
): Row<'grants'> => ({
  id,
  connectionId,
  runId: `run-${id}`,
  kind: 'amazon',
  verdict: 'match',
  accountId: 'A1NORDLICHT',
  at: NOW - 5 * DAY,
  expiry: { basis: 'by-rule', at: NOW + 360 * DAY },
  ...over,
});

export const run = (id: string, connectionId: string): Row<'runs'> => ({
  id,
  connectionId,
  marketplace: 'amazon',
  site: 'de',
  mode: 'set-aside',
  jar: '0',
  kinds: ['amazon'],
  phase: 'ended',
  legs: [{ kind: 'amazon', app: 'amzn1.sp.solution.1', outcome: 'granted' }],
  found: { 'amazon.de': 4 },
  receipt: {
    at: NOW - 5 * DAY,
    domains: [{ domain: 'amazon.de', found: 4, removed: 4, remaining: 0, logins: [] }],
    siteData: { localStorage: 'requested' },
    clean: true,
  },
  aside: { cookies: 4, state: 'back', missing: 0 },
  progress: { step: 'consent', signInSeen: true, label: 'Nordlicht' },
  startedAt: NOW - 5 * DAY,
  endedAt: NOW - 5 * DAY + 60_000,
  result: 'granted',
});

/** A content with something in every table. */
export const filled = (): Content => ({
  ...nothing(),
  connections: [
    connection('c1', {
      note: 'Ring first, "urgent"; =1+1',
      muted: true,
      ladder: [30, 7, 0, -1],
      snoozedUntil: '2026-12-24',
    }),
    connection('c2', {
      marketplace: 'ebay',
      region: 'world',
      integration: 'other',
      software: 'Stallkeeper, GmbH',
      name: '=HYPERLINK("https://evil.example")',
      signInName: 'anna@example.com',
      account: {},
      archivedAt: NOW - DAY,
      reported: { what: 'asked-again', at: NOW - DAY },
      ownSteps: [{ id: 's1', when: 'after', text: 'Press save', link: 'https://shop.example/admin' }],
    }),
  ],
  grants: [
    grant('g1', 'c1'),
    grant('g2', 'c2', {
      kind: 'ebay-oauth',
      verdict: 'entered',
      expiry: { basis: 'entered', date: '2028-02-29' },
    }),
  ],
  runs: [run('r1', 'c1')],
  suggestions: [{ id: 's1', marketplace: 'ebay', site: 'de', kind: 'ebay-authnauth', at: NOW }],
  exemptions: [{ id: 'e1', marketplace: 'amazon', kind: 'amazon', app: 'amzn1.sp.solution.2', since: NOW }],
  settings: {
    reminders: { ladder: [30, 14, 0], quiet: { from: '22:00', to: '07:30' } },
    defaultMode: 'clear',
  },
});
