import type { Address } from '../../domain/address/address.ts';
import { digest } from '../../domain/address/answer/digest.ts';
import { openLeg } from '../../domain/run/run.ts';
import type { Runs } from '../engine/runs.ts';
import type { Ports } from '../ports/ports.ts';
import { legOf } from './request.ts';

/**
 * The user went back to the software and started it once more in the run's own tab: the run follows the new address,
 * and the answer to that one is its answer. Where the run's own address named no application, the first one that does
 * says whose it is. Only an address that is let through comes here.
 */
export async function followed(
  { clock }: Pick<Ports, 'clock'>,
  runs: Runs,
  { page, request }: Address,
  tabId: number | undefined,
): Promise<void> {
  if (!request || (page.step !== 'authorise' && page.step !== 'consent') || tabId === undefined) return;
  const run = (await runs.living()).find((each) => each.tabId === tabId && each.phase === 'consenting');
  const leg = run && openLeg(run);
  const { kind, app, state } = request.ask;
  if (!leg || leg.kind !== kind) return;
  const next = legOf(request, false);
  const at = clock.now();
  if (leg.app === undefined && app !== undefined) {
    // From here on it is this application, and no other.
    const known = {
      ...next,
      ...(next.state === undefined && leg.state !== undefined && { state: leg.state }),
    };
    await runs.dispatch(run.id, { type: 'followed', leg: known, at });
  } else if (leg.app === app && page.step === 'authorise') {
    if (state === undefined || leg.state === digest(state)) return;
    await runs.dispatch(run.id, { type: 'followed', leg: next, at });
  }
}
