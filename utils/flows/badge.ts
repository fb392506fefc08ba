import { badgeOf, type Trouble } from '../domain/badge.ts';
import { nextMidnight } from '../domain/expiry.ts';
import { isAlive, type LedgerEntry } from '../domain/run.ts';
import { connectionViews } from './overview.ts';
import type { Ports } from './ports.ts';
import { privateRunLives } from './private.ts';
import { rowsOf } from './rows.ts';

/** How often a living run's tab is looked at: ms. */
const LOOK_EVERY = 5 * 60 * 1000;

/** A renewal that the person did not bring to an end, and did not end either. */
export function isUnfinished(entry: LedgerEntry): boolean {
  if (isAlive(entry)) return entry.askedAt !== undefined || entry.phase === 'not-clean';
  if (entry.result === 'failed') return true;
  return entry.result === 'abandoned' && entry.reason !== 'cancelled' && entry.reason !== 'taken-over';
}

/** Draws the badge from what is known now, and makes the next appointment to do so. */
export async function redraw(ports: Ports): Promise<void> {
  const { clock, ledger, health, face, alarm } = ports;
  const [views, entries] = await Promise.all([
    connectionViews(ports),
    rowsOf(ports, ledger.unacknowledged()),
  ]);
  const troubles = await health.troubles();
  const all: Trouble[] = [...troubles];
  if (views.some(({ quarantined }) => quarantined)) all.push('wrong-account');
  if (entries.some(isUnfinished)) all.push('unfinished');
  const remaining = views.flatMap((view) => (view.remaining ? [view.remaining] : []));
  await face.badge(badgeOf(remaining, all));
  const now = clock.now();
  const midnight = nextMidnight(now, clock.timeZone());
  const lives = entries.some(isAlive) || (await privateRunLives(ports));
  await alarm.at(lives ? Math.min(midnight, now + LOOK_EVERY) : midnight);
  await face.changed();
}
