import type { Connection } from '@/utils/domain/account/connection.ts';
import type { Proof } from '@/utils/domain/run/proof.ts';
import { receiptDetail } from '../../../entrypoints/options/links.ts';
import { alpenglueck, ebayShop, endingIn, listedOf, longNamed, many, NOW } from '../data/connections.ts';
import type { State, States } from '../state.ts';

const DAY = 24 * 60 * 60 * 1000;

/** A renewal as its receipt tells it. */
const proof = (connection: Connection, ago: number): Proof => ({
  key: `run-${connection.id}`,
  connectionId: connection.id,
  at: NOW - ago * DAY,
  name: connection.name,
  marketplace: connection.marketplace,
  site: connection.site,
  integration: connection.integration,
  grants: [
    {
      kind: connection.marketplace === 'ebay' ? 'ebay-oauth' : 'amazon',
      at: NOW - ago * DAY,
      expiry: { basis: 'by-rule', at: NOW + (365 - ago) * DAY },
      verdict: 'match',
      ...(connection.account.id !== undefined && { accountId: connection.account.id }),
      ...(connection.account.label !== undefined && { accountLabel: connection.account.label }),
    },
  ],
  mode: 'set-aside',
  cleared: {
    domains: [{ domain: 'amazon.com', found: 14, removed: 14, remaining: 0 }],
    siteData: { localStorage: 'requested', indexedDB: 'requested', cache: 'requested' },
    clean: true,
  },
});

const receipts = (proofs: Proof[], detail: string): State => ({
  answers: { 'connection/proofs': proofs, obstacles: { obstacles: [] } },
  hash: `receipt/${encodeURIComponent(detail)}`,
});

/** The dashboard's pages beside the list. */
const timeline = (count: number): State => ({
  answers: {
    'dashboard/list': many(count).map((view, index) => ({
      ...listedOf(view),
      // Near each other, as they are where many were set up in one month.
      ...(count > 50 && { remaining: endingIn((index * 7) % 500) }),
    })),
    settings: {
      reminders: { on: true, ladder: [30, 21, 14, 7, 3, 1, 0, -1] },
      sync: { on: false, accountIds: false },
    },
    obstacles: { obstacles: [] },
  },
  hash: 'timeline',
});

export const dashboardPages: States = {
  'timeline-few': timeline(8),
  'timeline-fifty': timeline(50),
  'timeline-five-thousand': timeline(5000),
  receipt: receipts([proof(longNamed, 0)], receiptDetail(longNamed.id, `run-${longNamed.id}`)),
  'receipts-of-a-month': receipts(
    [proof(alpenglueck, 1), proof(ebayShop, 3), proof(longNamed, 12)],
    receiptDetail('', '2026-11'),
  ),
};
