import { type Connection, withApp } from '../domain/connection.ts';
import { expiryOf } from '../domain/expiry.ts';
import { withGrant } from '../domain/finishing.ts';
import { type Grant, grantId } from '../domain/grant.ts';
import type { Run } from '../domain/run.ts';
import type { RunEffect } from '../domain/run-events.ts';
import type { Ports } from './ports.ts';

type RecordEffect = Extract<RunEffect, { type: 'record' }>;

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

/** Records the grant of a run, once however often it is called. */
export async function recordGrant(
  { grants }: Pick<Ports, 'grants'>,
  run: Run,
  effect: RecordEffect,
): Promise<void> {
  if (run.connectionId === undefined) return;
  const grant: Grant = {
    id: grantId(run.id, effect.kind),
    connectionId: run.connectionId,
    runId: run.id,
    kind: effect.kind,
    app: effect.app,
    verdict: effect.verdict,
    at: effect.at,
    expiry: expiryOf(effect.kind, effect.at, effect.expiresAt),
    ...(effect.accountId !== undefined && { accountId: effect.accountId }),
    ...(effect.label !== undefined && { accountLabel: effect.label }),
    ...(effect.user !== undefined && { accountUser: effect.user }),
  };
  await grants.record(grant, (connection) => withGrant(learnFrom(connection, grant), grant));
}
