import { isAlive } from '../domain/run.ts';
import type { Ports } from './ports.ts';

/** Takes a waiting update of the extension, unless a run lives or has cookies set aside: both are in memory alone. */
export async function takeUpdate({ updates, memory }: Pick<Ports, 'updates' | 'memory'>): Promise<void> {
  if (!(await updates.waiting())) return;
  const busy = (await memory.all()).some(
    ({ run, pending }) => isAlive(run) || pending.length > 0 || run.aside?.state === 'kept',
  );
  if (!busy) updates.take();
}
