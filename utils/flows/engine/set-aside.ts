import { asideKey } from '../../domain/due/queue.ts';
import type { Aside, Run } from '../../domain/run/run.ts';
import { type CleaningPlan, type Cookie, identity, restorable } from '../../domain/session/cleaning.ts';
import type { Ports } from '../ports/ports.ts';
import { planFor } from './clean.ts';

/** Setting cookies aside failed before anything was removed. */
export class TooMuchToSetAside extends Error {}

/**
 * Keeps a jar's cookies before they are removed: all of them, read back from where they are kept, or none. What a
 * run has set aside before stays as it is: what lies in the jar since then is not the person's.
 *
 * @returns How many are kept, or undefined where that was done before or there is nothing: the new sign-in stays then.
 * @throws {@link TooMuchToSetAside}
 */
export async function setAside(
  { asides }: Pick<Ports, 'asides'>,
  run: Pick<Run, 'id' | 'aside'>,
  cookies: Cookie[],
): Promise<number | undefined> {
  if (run.aside || cookies.length === 0) return undefined;
  const before = await asides.get(run.id);
  if (!before) {
    await asides.keep(run.id, cookies).catch(() => undefined);
    const kept = await asides.get(run.id);
    if (kept?.length !== cookies.length) {
      await asides.drop(run.id);
      throw new TooMuchToSetAside();
    }
  }
  return (before ?? cookies).length;
}

/** Whether a fresh read holds this cookie as it was. */
function isBack(after: ReadonlyMap<string, Cookie>, cookie: Cookie): boolean {
  return after.get(identity(cookie))?.value === cookie.value;
}

async function putBackInto(
  { jars, clock }: Pick<Ports, 'jars' | 'clock'>,
  plan: CleaningPlan,
  jar: string,
  saved: readonly Cookie[],
): Promise<number> {
  await jars.clear(plan, jar);
  for (const cookie of await jars.read(plan, jar)) await jars.remove(cookie);
  const now = clock.now() / 1000;
  const valid = saved
    .filter(({ expirationDate }) => expirationDate === undefined || expirationDate > now)
    .map(restorable);
  for (const cookie of valid) await jars.write(cookie).catch(() => undefined);
  const after = new Map((await jars.read(plan, jar)).map((cookie) => [identity(cookie), cookie]));
  return valid.filter((cookie) => !isBack(after, cookie)).length;
}

/** A consent page that is still open would be answered with the old sign-in from now on: its tab leaves it. */
async function leaveConsent(
  { tabs }: Pick<Ports, 'tabs'>,
  { result, tabId }: Pick<Run, 'result' | 'tabId'>,
): Promise<void> {
  if (result !== 'abandoned' || tabId === undefined) return;
  if ((await tabs.where(tabId)) === 'marketplace') await tabs.toGuard(tabId);
}

/**
 * Brings back what a run set aside: the new cookies of its domains go, the old ones come, and a fresh read tells
 * which. Can be repeated: they are forgotten only at the end.
 */
export async function putBack(
  ports: Pick<Ports, 'asides' | 'jars' | 'clock' | 'tabs'>,
  run: Pick<Run, 'id' | 'marketplace' | 'site' | 'jar' | 'keepsLogin' | 'result' | 'tabId'> & {
    aside: Aside;
  },
): Promise<Aside> {
  const { asides } = ports;
  const { cookies } = run.aside;
  const key = asideKey(run);
  const saved = await asides.get(key);
  if (!saved) return { cookies, state: 'lost' };
  if (run.keepsLogin) {
    await asides.drop(key);
    return { cookies, state: 'let-go' };
  }
  await leaveConsent(ports, run);
  const missing = await putBackInto(ports, planFor(run.marketplace, run.site), run.jar, saved);
  await asides.drop(key);
  return { cookies, state: 'back', missing };
}
