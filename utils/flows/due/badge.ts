import { isWatched } from '../../domain/account/connection.ts';
import { type Attention, attentionOf, badgeOf } from '../../domain/due/badge.ts';
import { nextChange } from '../../domain/due/expiry.ts';
import { type ConnectionState, stateOf } from '../../domain/due/state.ts';
import { conditionOf } from '../../domain/run/checklist/finishing.ts';
import { isAlive, type LedgerEntry } from '../../domain/run/run.ts';
import { privateRunLives } from '../engine/private-runs.ts';
import type { Ports } from '../ports/ports.ts';
import { readable } from '../ports/readable.ts';
import { obstaclesHere } from '../reading/doctor.ts';
import { allConnectionViews } from '../reading/overview.ts';
import type { ConnectionView } from '../reading/views.ts';
import { nextReminderOf } from './next-reminder.ts';

/** How often a living run's tab is looked at: ms. */
const LOOK_EVERY = 5 * 60 * 1000;

/** Re-check the date at least this often, in case the clock or the time zone changed: ms. */
const LOOK_AT_LEAST = 60 * 60 * 1000;

function stateOfView({ connection, quarantined, unconfirmed, urgency }: ConnectionView): ConnectionState {
  const account = quarantined ? 'wrong' : unconfirmed ? 'unconfirmed' : undefined;
  const condition = conditionOf(connection);
  return stateOf({ urgency, ...(account && { account }), ...(condition && { condition }) });
}

/** A renewal that the person did not bring to an end, and did not end either. */
export function isUnfinished(entry: LedgerEntry): boolean {
  if (isAlive(entry))
    return entry.askedAt !== undefined || entry.returned !== undefined || entry.phase === 'not-clean';
  if (entry.result === 'failed') return true;
  return entry.result === 'abandoned' && entry.reason !== 'cancelled' && entry.reason !== 'taken-over';
}

/**
 * Draws the badge from what is known now, and makes the next appointment to do so. Connections that are muted or put
 * away are left out.
 *
 * @param isUndone Something could not be done and is to be tried again soon.
 */
export async function draw(ports: Ports, isUndone = false): Promise<void> {
  const { clock, ledger, toolbar, alarm } = ports;
  const [all, entries] = await Promise.all([
    allConnectionViews(ports),
    readable(ports, ledger.unacknowledged()),
  ]);
  const views = all.filter(({ connection }) => isWatched(connection));
  const left = new Set(
    all.filter(({ connection }) => !isWatched(connection)).map(({ connection }) => connection.id),
  );
  const attention = (await obstaclesHere(ports)).map(
    ({ kind }): Attention => (kind === 'database' ? 'database' : 'guard'),
  );
  attention.push(...views.flatMap((view) => attentionOf(stateOfView(view)) ?? []));
  const unfinished = entries.filter(isUnfinished);
  if (unfinished.some(({ connectionId }) => !left.has(connectionId ?? ''))) attention.push('unfinished');
  const remaining = views.flatMap((view) => (view.remaining ? [view.remaining] : []));
  await toolbar.badge(badgeOf(remaining, attention));
  const now = clock.now();
  const ends = remaining.map(({ expiry }) => expiry);
  const change = nextChange(ends, now, clock.timeZone());
  const reminder = await nextReminderOf(ports, views);
  const lives = entries.some(isAlive) || (await privateRunLives(ports));
  await alarm.at(Math.min(change, reminder, now + (lives || isUndone ? LOOK_EVERY : LOOK_AT_LEAST)));
}
