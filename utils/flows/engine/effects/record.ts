import { type Connection, withApp } from '../../../domain/account/connection.ts';
import { type Grant, grantId } from '../../../domain/account/grant.ts';
import { expiryOf } from '../../../domain/due/expiry.ts';
import { withGrant } from '../../../domain/run/checklist/finishing.ts';
import type { Proven, Run } from '../../../domain/run/run.ts';
import type { Ports } from '../../ports/ports.ts';

/** What a connection learns from a grant: the application it is for, and what its account's page shows. */
export function learnFrom(
  connection: Connection,
  {
    verdict,
    kind,
    app,
    accountLabel,
    accountUser,
    at,
  }: Pick<Grant, 'verdict' | 'kind' | 'app' | 'accountLabel' | 'accountUser' | 'at'>,
): Connection {
  if (verdict === 'other') return connection;
  const verified = verdict === 'match';
  const learned = app === undefined ? connection : withApp(connection, { kind, app, verified });
  const hints = {
    ...(accountLabel !== undefined && { label: accountLabel }),
    ...(accountUser !== undefined && { user: accountUser }),
  };
  const account = verified ? { ...learned.account, ...hints } : learned.account;
  return { ...learned, account, updatedAt: at };
}

/**
 * Records the grant of a run, once however often it is called. Where its connection is gone, what was given is asked
 * about.
 */
export async function recordGrant(
  { grants, suggestions }: Pick<Ports, 'grants' | 'suggestions'>,
  run: Pick<Run, 'id' | 'connectionId' | 'marketplace' | 'site'>,
  proven: Proven,
): Promise<undefined> {
  if (run.connectionId === undefined) return undefined;
  const { kind, app, accountId, expiresAt, at } = proven;
  const grant: Grant = {
    id: grantId(run.id, kind),
    connectionId: run.connectionId,
    runId: run.id,
    kind,
    ...(app !== undefined && { app }),
    verdict: proven.verdict,
    at,
    expiry: expiryOf(kind, at, expiresAt),
    ...(accountId !== undefined && { accountId }),
    ...(proven.label !== undefined && { accountLabel: proven.label }),
    ...(proven.user !== undefined && { accountUser: proven.user }),
  };
  const recorded = await grants.record(grant, (connection) => withGrant(learnFrom(connection, grant), grant));
  if (recorded !== 'no-connection') return undefined;
  const { marketplace, site } = run;
  await suggestions.put({
    id: grant.id,
    marketplace,
    site,
    kind,
    app,
    at,
    ...(accountId !== undefined && { accountId }),
    ...(expiresAt !== undefined && { expiresAt }),
  });
  return undefined;
}
