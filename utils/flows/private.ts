import { isPrivate } from '../domain/private.ts';
import { isAlive, type LedgerEntry, withoutSecrets } from '../domain/run.ts';
import { findingFor } from './doctor.ts';
import type { Ports } from './ports.ts';
import type { Runs } from './runs.ts';
import type { Outcome, PrivateOverview } from './views.ts';

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
export function createPrivateDesk(ports: Pick<Ports, 'health' | 'gate' | 'privateWindows'>, runs: Runs) {
  return {
    /** What the pop-up of a private window shows: everything that is known there, and no more. */
    async overview(): Promise<PrivateOverview> {
      const own: LedgerEntry[] = (await runs.all()).filter(isPrivate).map(withoutSecrets);
      const [troubles, finding] = await Promise.all([ports.health.troubles(), findingFor(ports)]);
      const newestFirst = own.toSorted((a, b) => b.startedAt - a.startedAt);
      return { troubles, ...(finding && { finding }), runs: newestFirst };
    },

    /** A window was closed. With the last private one everything that was known of them is forgotten. */
    async windowClosed(): Promise<void> {
      const own = (await runs.all()).filter(isPrivate);
      if (own.length > 0 && !(await ports.privateWindows.any())) await runs.forget(own.map(({ id }) => id));
    },
  };
}

/** Whether a private run lives: the ledger does not know of it. */
export async function privateRunLives({ memory }: Pick<Ports, 'memory'>): Promise<boolean> {
  return (await memory.all()).some(({ run }) => isPrivate(run) && isAlive(run));
}
