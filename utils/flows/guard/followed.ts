import type { Address } from '../../domain/address/address.ts';
import { digest } from '../../domain/address/answer/digest.ts';
import { openLeg } from '../../domain/run/run.ts';
import type { Runs } from '../engine/runs.ts';
import type { Ports } from '../ports/ports.ts';
import { legOf } from './request.ts';

/**
 * The user went back to the software and started it once more in the run's own tab: the run follows the new address,
 * and the answer to that one is its answer. Only an address that is let through comes here.
 */
export async function followed(
  { clock }: Pick<Ports, 'clock'>,
  runs: Runs,
  { page, request }: Address,
  tabId: number | undefined,
): Promise<void> {
  const state = request?.ask.state;
  if (!request || state === undefined || page.step !== 'authorise' || tabId === undefined) return;
  const run = (await runs.living()).find((each) => each.tabId === tabId && each.phase === 'consenting');
  const leg = run && openLeg(run);
  if (!leg || leg.kind !== request.ask.kind || leg.app !== request.ask.app) return;
  if (leg.state === digest(state)) return;
  await runs.dispatch(run.id, { type: 'followed', leg: legOf(request, false), at: clock.now() });
}
