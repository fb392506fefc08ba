import { isAlive } from '../../domain/run/run.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * Takes a waiting update of the extension, unless a run lives or has cookies set aside: both are in memory alone. Nor
 * while a container's last page is open: the next start would close it. Until then one that comes has to wait.
 */
export async function takeUpdate({ updates, memory }: Pick<Ports, 'updates' | 'memory'>): Promise<void> {
  const busy = (await memory.all()).some(
    ({ run, pending }) =>
      isAlive(run) || pending.length > 0 || run.aside?.state === 'kept' || run.container?.state === 'in-use',
  );
  updates.hold(busy);
  if (!busy && (await updates.waiting())) updates.take();
}
