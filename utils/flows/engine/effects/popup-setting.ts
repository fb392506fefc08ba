import { isAlive } from '../../../domain/run/run.ts';
import type { Ports } from '../../ports/ports.ts';

/** The shops whose renewal is under way and whose pop-ups are let through for it. */
async function shopsNow({ memory }: Pick<Ports, 'memory'>): Promise<string[]> {
  const allowing = (await memory.all())
    .map(({ run }) => run)
    .filter((run) => isAlive(run) && run.popups?.state === 'allowed');
  return [...new Set(allowing.flatMap((run) => run.popups?.host ?? []))];
}

/** Lets the pop-ups of exactly those shops through. Can be repeated. */
export async function syncPopups(ports: Pick<Ports, 'memory' | 'popups'>): Promise<void> {
  await ports.popups.only(await shopsNow(ports));
}

/**
 * Takes back what a crash of the browser left: the setting is on disk, the runs are not. Where a shop's renewal lives
 * nothing is touched, for it may open its pop-up in this moment.
 */
export async function tidyPopups(ports: Pick<Ports, 'memory' | 'popups'>): Promise<void> {
  if ((await shopsNow(ports)).length === 0) await ports.popups.only([]).catch(() => undefined);
}
