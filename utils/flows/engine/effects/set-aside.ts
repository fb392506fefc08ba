import { asideKey } from '../../../domain/due/queue.ts';
import type { Aside, Run } from '../../../domain/run/run.ts';
import { type CleaningPlan, type Cookie, identity, restorable } from '../../../domain/session/cleaning.ts';
import type { Ports } from '../../ports/ports.ts';
import { planFor } from './clean.ts';

/** Setting cookies aside failed before anything was removed. */
export class TooMuchToSetAside extends Error {}

/**
 * Keeps a jar's cookies before they are removed: all of them, read back from where they are kept, or none. What a
 * run has set aside before stays as it is: what lies in the jar since then is not the user's.
 *
 * @param counted What lay there a moment ago; without it that is read first.
 * @returns How many are kept; none where there is nothing: the new sign-in stays then.
 * @throws {@link TooMuchToSetAside}
 */
export async function setAside(
  { asides, jars }: Pick<Ports, 'asides' | 'jars'>,
  run: Pick<Run, 'id' | 'marketplace' | 'site' | 'jar'>,
  counted?: Cookie[],
): Promise<number> {
  const before = await asides.get(run.id);
  if (before) return before.length;
  const cookies = counted ?? (await jars.read(planFor(run.marketplace, run.site), run.jar));
  if (cookies.length === 0) return 0;
  await asides.keep(run.id, cookies).catch(() => undefined);
  const kept = await asides.get(run.id).catch(() => undefined);
  if (kept?.length !== cookies.length) {
    await asides.drop(run.id);
    throw new TooMuchToSetAside();
  }
  return cookies.length;
}

/** Whether a fresh read holds this cookie as it was. */
function isBack(after: ReadonlyMap<string, Cookie>, cookie: Cookie): boolean {
  return after.get(identity(cookie))?.value === cookie.value;
}

/** What of the cookies set aside has not ended meanwhile. */
function valid(saved: readonly Cookie[], now: number): Cookie[] {
  const seconds = now / 1000;
  return saved
    .filter(({ expirationDate }) => expirationDate === undefined || expirationDate > seconds)
    .map(restorable);
}

/**
 * Sets cookies again, all at once: asked for in their order, the browser sets them in it, and those of equal paths are
 * sent in the order in which they were set.
 *
 * @returns those that a fresh read did not find.
 */
async function write(
  { jars }: Pick<Ports, 'jars'>,
  plan: CleaningPlan,
  jar: string,
  cookies: readonly Cookie[],
): Promise<Cookie[]> {
  await Promise.all(cookies.map((cookie) => jars.write(cookie).catch(() => undefined)));
  const after = new Map((await jars.read(plan, jar)).map((cookie) => [identity(cookie), cookie]));
  return cookies.filter((cookie) => !isBack(after, cookie));
}

/** A consent that is still open would be answered with the earlier sign-in from now on: its tab leaves it. */
async function leaveConsents(
  { tabs }: Pick<Ports, 'tabs'>,
  { marketplace, jar }: Pick<Run, 'marketplace' | 'jar'>,
): Promise<void> {
  const open = await tabs.atConsent(marketplace, jar);
  await Promise.all(open.map((tabId) => tabs.toGuard(tabId).catch(() => undefined)));
  if (open.length > 0 && (await tabs.atConsent(marketplace, jar)).length > 0)
    throw new Error('A tab still stands at a consent');
}

/**
 * Brings back what a run set aside: no tab stays at a consent, the new cookies of its domains go, the old ones come, and
 * a fresh read tells which. What the browser did not take is kept, and set once more where it is called again. Can be
 * repeated: they are forgotten only at the end.
 */
export async function putBack(
  ports: Pick<Ports, 'asides' | 'jars' | 'clock' | 'tabs'>,
  run: Pick<Run, 'id' | 'marketplace' | 'site' | 'jar' | 'keepsLogin'> & { aside: Aside },
): Promise<Aside> {
  const { asides, jars, clock } = ports;
  const { aside, jar } = run;
  const { cookies } = aside;
  const key = asideKey(run);
  const saved = await asides.get(key);
  const isRest = aside.state === 'back';
  if (!saved) return isRest ? aside : { cookies, state: 'lost' };
  if (run.keepsLogin) {
    await asides.drop(key);
    return { cookies, state: 'let-go' };
  }
  const plan = planFor(run.marketplace, run.site);
  await leaveConsents(ports, run);
  if (!isRest) {
    await jars.clear(plan, jar);
    await Promise.all((await jars.read(plan, jar)).map((cookie) => jars.remove(cookie)));
  }
  // What is there by now is newer, and stays.
  const there = isRest ? new Set((await jars.read(plan, jar)).map(identity)) : new Set<string>();
  const wanted = valid(saved, clock.now()).filter((cookie) => !there.has(identity(cookie)));
  const missing = await write(ports, plan, jar, wanted);
  if (missing.length === 0) await asides.drop(key);
  else if (missing.length < saved.length) await asides.keep(key, missing).catch(() => undefined);
  return { ...aside, cookies, state: 'back', missing: missing.length };
}
