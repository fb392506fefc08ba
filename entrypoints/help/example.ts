import type { Connection } from '@/utils/domain/account/connection.ts';
import type { Remaining } from '@/utils/domain/due/expiry.ts';
import type { EndedEntry, LedgerEntry } from '@/utils/domain/run/run.ts';
import type { Receipt } from '@/utils/domain/session/cleaning.ts';
import type { ConnectionView, GuardView } from '@/utils/flows/reading/views.ts';

/** Made-up data alone: a seller, an app, an account, as nobody has them. */

const DAY = 24 * 60 * 60 * 1000;
const APP = 'amzn1.sp.solution.example';

/** The account that is wanted, and the one that is signed in by mistake, as Amazon's pages show them. */
export const LABEL = 'Alpenglück Handel GmbH';
export const OTHER_LABEL = 'Brückner Elektro KG';

const now = Date.now();

export const connection: Connection = {
  id: 'example-alpenglueck',
  marketplace: 'amazon',
  site: 'europe',
  region: 'EU',
  integration: 'microtech',
  name: 'Alpenglück',
  signInName: 'anna@alpenglueck.example',
  apps: [{ kind: 'amazon', app: APP, verified: true }],
  account: { id: 'A1EXAMPLE00001', label: LABEL },
  lastMode: 'set-aside',
  createdAt: now - 400 * DAY,
  updatedAt: now - 359 * DAY,
};

/** What remains of a grant that ends so many days from now. */
export function endingIn(days: number): Remaining {
  return {
    days,
    ended: days < 0,
    kind: 'amazon',
    expiry: { basis: 'by-rule', at: now + days * DAY },
    grantId: 'example',
    since: now - (365 - days) * DAY,
  };
}

const view: ConnectionView = { connection, remaining: endingIn(6), urgency: 'urgent', grants: [] };

/** What the guard asks: somebody else is signed in. */
export const question: Extract<GuardView, { kind: 'choose' }> = {
  kind: 'choose',
  ask: {
    marketplace: 'amazon',
    site: 'europe',
    host: 'sellercentral-europe.amazon.com',
    kind: 'amazon',
    app: APP,
    stoppedAt: 0,
    canForceSignIn: false,
  },
  preview: {
    domains: [
      {
        domain: 'amazon.com',
        cookies: 14,
        signedIn: true,
        signsOutOf: ['retail', 'sellerCentral', 'aws', 'advertising', 'kdp'],
      },
    ],
    tabs: [],
    modes: ['set-aside', 'clear'],
  },
  candidates: [{ view, knowsApp: true, strange: false }],
  // The way to the browser's settings stays out of it.
  privateAllowed: true,
};

const receipt: Receipt = {
  at: now,
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

const base = {
  id: 'example',
  connectionId: connection.id,
  marketplace: 'amazon',
  site: 'europe',
  mode: 'set-aside',
  jar: '0',
  kinds: ['amazon'],
  legs: [{ kind: 'amazon', app: APP }],
  receipt,
  aside: { cookies: 14, state: 'kept' },
  startedAt: now,
} satisfies Partial<LedgerEntry>;

/** The renewal while the marketplace’s pages are open. */
export function runAt(progress: LedgerEntry['progress']): LedgerEntry {
  return { ...base, progress, phase: 'consenting' };
}

/** The renewal when it is over. */
export function ended(result: 'granted' | 'wrong-account'): EndedEntry & { receipt: Receipt } {
  return {
    ...base,
    legs: [{ kind: 'amazon', app: APP, outcome: 'granted' }],
    aside: { cookies: 14, state: 'back' },
    progress: {},
    phase: 'ended',
    result,
    endedAt: now,
  };
}
