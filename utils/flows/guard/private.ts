import { type LedgerEntry, withoutSecrets } from '../../domain/run/run.ts';
import { isPrivate } from '../../domain/session/private.ts';
import type { Runs } from '../engine/runs.ts';
import type { Ports } from '../ports/ports.ts';
import { obstaclesHere } from '../reading/doctor.ts';
import type { Outcome, PrivateOverview } from '../reading/views.ts';

/** Opens an authorise address in a private window; the guard of that window takes over. */
export async function openPrivately(
  { privateWindows }: Pick<Ports, 'privateWindows'>,
  url: string,
): Promise<Outcome> {
  if (!(await privateWindows.allowed())) return { ok: false, problem: 'private-not-allowed' };
  await privateWindows.open(url);
  return { ok: true };
}

/** How the renewals in private windows stand, and when they are forgotten. */
export function createPrivateRenewals(
  ports: Pick<Ports, 'health' | 'guardRules' | 'privateWindows'>,
  runs: Runs,
) {
  return {
    /** What the pop-up of a private window shows: everything that is known there, and no more. */
    async overview(): Promise<PrivateOverview> {
      const own: LedgerEntry[] = (await runs.all()).filter(isPrivate).map(withoutSecrets);
      const obstacles = await obstaclesHere(ports);
      const newestFirst = own.toSorted((a, b) => b.startedAt - a.startedAt);
      return { obstacles, runs: newestFirst };
    },

    /** A window was closed. With the last private one everything that was known of them is forgotten. */
    async windowClosed(): Promise<void> {
      const own = (await runs.all()).filter(isPrivate);
      if (own.length > 0 && !(await ports.privateWindows.any())) await runs.forget(own.map(({ id }) => id));
    },
  };
}
