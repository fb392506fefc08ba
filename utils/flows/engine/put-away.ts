import { leftLying } from '../../domain/run/open-rows.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * Puts away ended runs that the user left lying, so that they do not pile up: every look at what is open reads them
 * all. They stay in their connections' histories.
 */
export async function putAwayLeft({ ledger, clock }: Pick<Ports, 'ledger' | 'clock'>): Promise<void> {
  const left = leftLying(await ledger.unacknowledged(), clock.now());
  for (const { id } of left) await ledger.acknowledge(id);
}
