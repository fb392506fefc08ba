import { isAlive } from '../../domain/run/run.ts';
import { isPrivate } from '../../domain/session/private.ts';
import type { Ports } from '../ports/ports.ts';

/** Whether a private run lives: the ledger does not know of it. */
export async function privateRunLives({ memory }: Pick<Ports, 'memory'>): Promise<boolean> {
  return (await memory.all()).some(({ run }) => isPrivate(run) && isAlive(run));
}
