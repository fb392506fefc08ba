import { isWatched } from '../../domain/account/connection.ts';
import { type Attention, attentionOf, badgeOf } from '../../domain/due/badge.ts';
import { daysLeft, hasEnded, nextChange } from '../../domain/due/expiry.ts';
import { type ConnectionState, stateOf } from '../../domain/due/state.ts';
import { conditionOf } from '../../domain/run/checklist/finishing.ts';
import { isAlive, type LedgerEntry } from '../../domain/run/run.ts';
import { privateRunLives } from '../engine/private-runs.ts';
import type { Ports } from '../ports/ports.ts';
import { readable, readableConnection } from '../ports/readable.ts';
import { obstaclesHere } from '../reading/doctor.ts';
import { soonest, viewsOf } from '../reading/some.ts';
import type { ConnectionView } from '../reading/views.ts';
import { here, nextReminderOf, reminderFroms, reminderSettings } from './next-reminder.ts';

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

/** Whether a renewal is of a connection that is muted or put away. */
async function isLeft(ports: Ports, run: LedgerEntry): Promise<boolean> {
  const connection = await readableConnection(ports, run);
  return connection !== undefined && !isWatched(connection);
}

/**
 * Draws the badge from what is known now, and makes the next appointment to do so: from an index, whatever the number
 * of connections. Those that are muted or put away are left out.
 *
 * @param isUndone Something could not be done and is to be tried again soon.
 */
export async function draw(ports: Ports, isUndone = false): Promise<void> {
  const { ledger, toolbar, alarm } = ports;
  const at = here(ports);
  const { now, timeZone } = at;
  const settings = await reminderSettings(ports);
  const froms = [{ at: 0, day: '' }, { at: now + 1, day: '' }, ...reminderFroms(settings, at)];
  const [{ asks, ends, apart }, entries] = await Promise.all([
    soonest(ports, froms),
    readable(ports, ledger.unacknowledged()),
  ]);
  const views = (await viewsOf(ports, apart)).filter(({ connection }) => isWatched(connection));
  const unfinished = entries.filter(isUnfinished);
  const left = await Promise.all(unfinished.map((run) => isLeft(ports, run)));
  const attention: Attention[] = (await obstaclesHere(ports)).map(({ kind }) =>
    kind === 'database' ? 'database' : 'guard',
  );
  attention.push(...asks, ...views.flatMap((view) => attentionOf(stateOfView(view)) ?? []));
  if (left.includes(false)) attention.push('unfinished');
  const [first = [], next = [], ...found] = ends;
  const remaining = [
    ...first.map((expiry) => ({
      days: daysLeft(expiry, now, timeZone),
      ended: hasEnded(expiry, now, timeZone),
    })),
    ...views.flatMap((view) => view.remaining ?? []),
  ];
  await toolbar.badge(badgeOf(remaining, attention));
  const apartEnds = views.flatMap((view) => (view.remaining ? [view.remaining.expiry] : []));
  const change = nextChange([...next, ...apartEnds], now, timeZone);
  const reminder = nextReminderOf(settings, found, views, at);
  const lives = entries.some(isAlive) || (await privateRunLives(ports));
  await alarm.at(Math.min(change, reminder, now + (lives || isUndone ? LOOK_EVERY : LOOK_AT_LEAST)));
}
