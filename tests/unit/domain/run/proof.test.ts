import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Connection } from '@/utils/domain/account/connection.ts';
import type { AccountVerdict, Grant, GrantRole } from '@/utils/domain/account/grant.ts';
import { proofsOf } from '@/utils/domain/run/proof.ts';
import type { EndedEntry } from '@/utils/domain/run/run.ts';
import { beginningOf } from '@/utils/domain/run/run.ts';

const PLANTED = 'planted';
const DAY = 24 * 60 * 60 * 1000;

const connection: Connection = {
  id: 'c',
  marketplace: 'amazon',
  site: 'europe',
  region: 'EU',
  integration: 'other',
  software: 'Stallkeeper',
  name: 'Alpenglück',
  signInName: `${PLANTED}-sign-in`,
  note: `${PLANTED}-note`,
  apps: [{ kind: 'amazon', app: `${PLANTED}-app`, verified: true }],
  account: { id: 'A1', label: 'Alpenglück GmbH', user: `${PLANTED}-user` },
  shop: `${PLANTED}-shop`,
  createdAt: 0,
  updatedAt: 0,
};

/** A run as it could stand in a ledger at the worst: every text in it that we do not show is a secret. */
const run = (id: string, at: number): EndedEntry =>
  ({
    id,
    connectionId: 'c',
    marketplace: 'amazon',
    site: 'europe',
    mode: 'set-aside',
    jar: `${PLANTED}-jar`,
    kinds: ['amazon'],
    phase: 'ended',
    result: 'granted',
    legs: [
      {
        kind: 'amazon',
        app: `${PLANTED}-app`,
        url: `https://${PLANTED}/`,
        state: PLANTED,
        outcome: 'granted',
      },
    ],
    progress: { label: PLANTED, user: PLANTED, errorCode: PLANTED },
    receipt: {
      at,
      domains: [{ domain: 'amazon.com', found: 3, removed: 3, remaining: 0, logins: [`${PLANTED}-cookie`] }],
      siteData: { localStorage: 'requested' },
      clean: true,
      [PLANTED]: PLANTED,
    },
    startedAt: at,
    endedAt: at,
    token: PLANTED,
  }) as unknown as EndedEntry;

const grant = (id: string, runId: string | undefined, at: number, verdict: AccountVerdict): Grant =>
  ({
    id,
    connectionId: 'c',
    ...(runId && { runId }),
    kind: 'amazon',
    app: `${PLANTED}-app`,
    accountId: 'A1',
    accountLabel: 'Alpenglück GmbH',
    accountUser: `${PLANTED}-user`,
    verdict,
    at,
    expiry: { basis: 'by-rule', at: at + 365 * DAY },
    code: PLANTED,
  }) as Grant;

const roles = fc.constantFrom<GrantRole>('counts', 'ended', 'replaced', 'other-account', 'to-come');
const history = fc.array(
  fc.record({ role: roles, at: fc.integer({ min: 0, max: 1e12 }), ran: fc.boolean() }),
  {
    maxLength: 12,
  },
);

it('tells each renewal that brought what was wanted once, the newest first, and nothing that is secret', () => {
  fc.assert(
    fc.property(history, (made) => {
      const grants = made.map(({ role, at, ran }, index) => ({
        grant: grant(`g${index}`, ran ? `r${index}` : undefined, at, 'match'),
        role,
      }));
      const runs = made.flatMap(({ ran, at }, index) => (ran ? [run(`r${index}`, at)] : []));
      const proofs = proofsOf(connection, grants, runs);
      const wanted = made.flatMap(({ role, ran }, index) =>
        role === 'other-account' || role === 'to-come' ? [] : [ran ? `r${index}` : `g${index}`],
      );
      expect(proofs.map(({ key }) => key).toSorted()).toEqual(wanted.toSorted());
      expect(proofs.map(({ at }) => at)).toEqual(proofs.map(({ at }) => at).toSorted((a, b) => b - a));
      expect(JSON.stringify(proofs)).not.toContain(PLANTED);
      for (const proof of proofs) {
        expect(proof).toMatchObject({ name: 'Alpenglück', software: 'Stallkeeper', site: 'europe' });
        expect(proof.cleared?.domains).toEqual(
          proof.mode && [{ domain: 'amazon.com', found: 3, removed: 3, remaining: 0 }],
        );
      }
    }),
  );
});

it.each([
  ['a sign-in that was said to be right', { mode: 'as-is' }, 'as-is'],
  ['a clean that left something', { mode: 'as-is', receipt: { clean: false } }, 'unclean'],
  ['a clean that could not be done', { mode: 'as-is', cleaningFailed: 'refused' }, 'unclean'],
  ['a clean that was done', { mode: 'clear', receipt: { clean: true } }, 'clear'],
] as const)('says of %s what is true', (_, begun, wanted) => {
  expect(beginningOf(begun as unknown as Parameters<typeof beginningOf>[0])).toBe(wanted);
});
