import type { Connection } from '../../domain/account/connection.ts';
import { type Grant, sameAccount, verdictNow } from '../../domain/account/grant.ts';
import { withGrant, withoutGrant } from '../../domain/run/checklist/finishing.ts';
import { resultOf } from '../../domain/run/run.ts';
import { learnFrom } from '../engine/effects/record.ts';
import type { Runs } from '../engine/runs.ts';
import { presetOf } from '../policy/managed.ts';
import type { Ports } from '../ports/ports.ts';
import type { Outcome } from '../reading/views.ts';

/**
 * Puts the ended renewals of a connection away that brought another account: what they left is shown with the account
 * and not as a renewal, and once the person deals with it they are over. Their containers go with them.
 */
export async function putAwayWrong(
  { ledger }: Pick<Ports, 'ledger'>,
  runs: Runs,
  connectionId: string,
): Promise<void> {
  for (const entry of await ledger.unacknowledged()) {
    if (entry.connectionId !== connectionId || resultOf(entry) !== 'wrong-account') continue;
    await runs.dispatch(entry.id, { type: 'leave' });
    await ledger.acknowledge(entry.id);
  }
}

/** The renewal that brought a grant for another account was none. The ledger knows runs that memory has forgotten. */
async function disown({ ledger, clock }: Ports, runs: Runs, runId: string): Promise<void> {
  await runs.dispatch(runId, { type: 'denied', at: clock.now() });
  const entry = (await ledger.unacknowledged()).find(({ id }) => id === runId);
  if (entry?.phase === 'ended' && entry.result === 'granted')
    await ledger.put({ ...entry, result: 'wrong-account' });
}

/** The person's word on whose a grant is. */
export function createAccounts(ports: Ports, runs: Runs) {
  const { connections, grants, clock } = ports;

  async function found(grantId: string): Promise<{ grant: Grant; connection: Connection } | undefined> {
    const grant = await grants.get(grantId);
    const connection = grant && (await connections.get(grant.connectionId));
    if (!grant || !connection) return undefined;
    return { grant: { ...grant, verdict: verdictNow(grant, connection.account.id) }, connection };
  }

  async function settled(connection: Connection): Promise<Outcome> {
    await putAwayWrong(ports, runs, connection.id);
    return { ok: true };
  }

  /** What is known of a grant's account: hints that were remembered of another one do not stay. */
  const accountOf = ({ accountId, accountLabel, accountUser }: Grant): Connection['account'] => ({
    ...(accountId !== undefined && { id: accountId }),
    ...(accountLabel !== undefined && { label: accountLabel }),
    ...(accountUser !== undefined && { user: accountUser }),
  });

  return {
    /**
     * A grant's account is the right one: it is what the connection expects from now on. For a grant in quarantine this
     * binds the connection to another account; not where the organisation says which one it is.
     */
    async confirm(grantId: string): Promise<Outcome> {
      const both = await found(grantId);
      if (!both) return { ok: false, problem: 'connection-gone' };
      const { grant, connection } = both;
      const confirmed: Grant = { ...grant, verdict: 'match' };
      const rebound = grant.verdict === 'other';
      const decided = (await presetOf(ports, connection.id))?.accountNumber;
      if (decided && grant.accountId !== undefined && !sameAccount(grant.accountId, decided)) {
        return { ok: false, problem: 'organisation' };
      }
      const at = clock.now();
      await connections.change(connection.id, (known) => {
        const account = { ...(!rebound && known.account), ...accountOf(grant) };
        const learned = learnFrom({ ...known, account }, { ...confirmed, at });
        // What was in quarantine counts from now on.
        return rebound ? withGrant(learned, confirmed) : learned;
      });
      await grants.put(confirmed);
      return settled(connection);
    },

    /** A grant was given for another account: it stops counting. */
    async deny(grantId: string): Promise<Outcome> {
      const both = await found(grantId);
      if (!both) return { ok: false, problem: 'connection-gone' };
      const { accountId } = both.grant;
      await grants.put({ ...both.grant, verdict: 'other' });
      await connections.change(both.connection.id, (known) => {
        const { id, ...shown } = known.account;
        // Who is not the right one is not the expected one either.
        const isExpected = id !== undefined && accountId !== undefined && sameAccount(id, accountId);
        return withoutGrant(isExpected ? { ...known, account: shown } : known, both.grant);
      });
      const { runId } = both.grant;
      if (runId !== undefined) await disown(ports, runs, runId);
      return { ok: true };
    },

    /** Takes away a grant that counts for nothing yet: it was noted while a clock was ahead. */
    async remove(grantId: string): Promise<Outcome> {
      const grant = await grants.get(grantId);
      if (!grant || grant.at <= clock.now()) return { ok: false, problem: 'invalid' };
      await grants.remove(grantId);
      return { ok: true };
    },

    /**
     * A grant in quarantine is for another account of the person's: a connection of its own, with the grant. What came
     * from the same sign-in and names nobody goes along and is asked about there.
     *
     * @param name The person's name for that account.
     */
    async separate(grantId: string, name: string): Promise<Outcome> {
      const both = await found(grantId);
      if (!both) return { ok: false, problem: 'connection-gone' };
      const { grant, connection } = both;
      if (grant.verdict !== 'other') return { ok: false, problem: 'invalid' };
      const { marketplace, site, region, central, integration, software, lastMode } = connection;
      const at = clock.now();
      // The same id whenever this is repeated: what dies in between leaves no second connection.
      const own: Connection = {
        id: `own:${grant.id}`,
        marketplace,
        site,
        region,
        ...(central && { central }),
        integration,
        ...(software !== undefined && { software }),
        name,
        apps: grant.app === undefined ? [] : [{ kind: grant.kind, app: grant.app, verified: true }],
        account: accountOf(grant),
        ...(lastMode && { lastMode }),
        createdAt: at,
        updatedAt: at,
      };
      await connections.put(withGrant(own, { ...grant, verdict: 'match' }));
      const alongside = (await grants.of(connection.id)).filter(
        ({ runId, verdict }) =>
          grant.runId !== undefined && runId === grant.runId && verdict === 'unverified',
      );
      for (const each of alongside) await grants.put({ ...each, connectionId: own.id });
      await grants.put({ ...grant, connectionId: own.id, verdict: 'match' });
      return settled(connection);
    },
  };
}
