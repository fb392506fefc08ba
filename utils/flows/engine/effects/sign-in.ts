import type { Run } from '../../../domain/run/run.ts';
import { loginsDigest } from '../../../domain/session/container.ts';
import type { Ports } from '../../ports/ports.ts';
import { planFor } from './clean.ts';

/** A digest of the sign-in in a run's jar, of no use without the run; undefined where nobody is signed in. */
export async function signInLeft({ jars }: Pick<Ports, 'jars'>, run: Run): Promise<string | undefined> {
  const cookies = await jars.read(planFor(run.marketplace, run.site), run.jar);
  return loginsDigest(run.marketplace, cookies, run.id);
}
