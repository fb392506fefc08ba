import type { ConsentRequest } from '../../domain/address/address.ts';
import { digest } from '../../domain/address/answer/digest.ts';
import { isAlive, type Leg, type Run } from '../../domain/run/run.ts';
import type { Runs } from '../engine/runs.ts';
import type { Ports } from '../ports/ports.ts';

/** Another extension opens an address elsewhere and closes its tab in one go: within ms. */
const MOVING = 5000;

/** The run that began last, of those that are wanted. */
export function newest(all: readonly Run[], wanted: (run: Run) => boolean): Run | undefined {
  return all.filter(wanted).toSorted((a, b) => b.startedAt - a.startedAt)[0];
}

/**
 * The address that we have opened in a container is asked for in another jar, and our tab does not show it or was
 * closed: another extension opened it there instead.
 */
export async function movedRun(
  { tabs, clock }: Pick<Ports, 'tabs' | 'clock'>,
  runs: Runs,
  request: ConsentRequest,
  jar: string,
): Promise<Run | undefined> {
  const { state } = request.ask;
  const proof = state === undefined ? undefined : digest(state);
  const isOurs = (leg: Leg): boolean =>
    leg.url === request.url || (proof !== undefined && leg.state === proof);
  const run = newest(
    await runs.all(),
    (each) => each.container !== undefined && each.jar !== jar && each.legs.some(isOurs),
  );
  if (!run) return undefined;
  if (!isAlive(run)) {
    const justClosed = run.reason === 'tab-closed' && clock.now() - run.endedAt < MOVING;
    return justClosed ? run : undefined;
  }
  const where = run.tabId === undefined ? undefined : await tabs.where(run.tabId);
  const unseen = run.progress.step === undefined && where !== 'marketplace';
  return run.phase === 'consenting' && (where === undefined || unseen) ? run : undefined;
}
