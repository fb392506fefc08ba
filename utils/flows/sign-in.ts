import { loginsDigest } from '../domain/container.ts';
import type { Run } from '../domain/run.ts';
import { planFor } from './clean.ts';
import type { Ports } from './ports.ts';

/** A digest of the sign-in in a run's jar, of no use without the run; undefined where nobody is signed in. */
export async function signInLeft({ jars }: Pick<Ports, 'jars'>, run: Run): Promise<string | undefined> {
  const cookies = await jars.read(planFor(run.marketplace, run.site), run.jar);
  return loginsDigest(run.marketplace, cookies, run.id);
}
