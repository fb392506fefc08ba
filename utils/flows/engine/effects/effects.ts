import { isAlive, type Run, resultOf } from '../../../domain/run/run.ts';
import type { RunEffect, RunEvent } from '../../../domain/run/run-events.ts';
import type { Cookie } from '../../../domain/session/cleaning.ts';
import { isPrivate } from '../../../domain/session/private.ts';
import type { Ports } from '../../ports/ports.ts';
import { cleanJar, countJar } from './clean.ts';
import { enterContainer, leaveContainer, noteLogins } from './container.ts';
import { syncPopups } from './popup-setting.ts';
import { recordGrant } from './record.ts';
import { putBack, setAside, TooMuchToSetAside } from './set-aside.ts';
import { signInLeft } from './sign-in.ts';

type Effect<T extends RunEffect['type']> = Extract<RunEffect, { type: T }>;

/** Does one effect and tells what happened, if that matters to the run. Throws where it is to be tried again. */
export type Perform = (effect: RunEffect, run: Run) => Promise<RunEvent | undefined>;

/** What a run's effects do in the browser. Each can be repeated; none changes the run by itself. */
export function createEffects(ports: Ports): Perform {
  const { clock, tabs, toolbar, containers } = ports;
  /** What was read by the count, for the step right behind it: a worker that died in between reads again. */
  const counted = new Map<string, Cookie[]>();

  async function count(run: Run): Promise<RunEvent> {
    const { cookies, found } = await countJar(ports, run);
    counted.clear();
    counted.set(run.id, cookies);
    return { type: 'counted', found };
  }

  async function clean(run: Run): Promise<RunEvent> {
    const before = counted.get(run.id);
    counted.clear();
    return { type: 'cleaned', receipt: await cleanJar(ports, run, before), at: clock.now() };
  }

  const refused = (error: unknown): RunEvent => ({
    type: 'cleaning-failed',
    why: error instanceof TooMuchToSetAside ? 'too-much' : 'refused',
  });

  /**
   * Opens a leg's address, unless that was done already: a worker that dies right after it would open it once more when
   * the user is long past that page.
   */
  async function open(run: Run, { leg: index, again }: Effect<'open'>): Promise<RunEvent | undefined> {
    const leg = run.legs[index];
    if (leg?.url === undefined || leg.outcome !== undefined || run.tabId === undefined) return undefined;
    if (run.container && !(await containers.exists(run.jar)))
      return { type: 'container-gone', at: clock.now() };
    const where = await tabs.where(run.tabId);
    if (where === undefined) return { type: 'tab-closed', tabId: run.tabId, at: clock.now() };
    const done = again ? run.progress.step !== undefined : where !== 'guard';
    if (!done) await tabs.navigate(run.tabId, leg.url);
    return undefined;
  }

  return async (effect, run) => {
    switch (effect.type) {
      case 'count':
        return count(run).catch(refused);
      case 'set-aside': {
        const kept = setAside(ports, run, counted.get(run.id));
        return kept.then((cookies): RunEvent => ({ type: 'set-aside', cookies }), refused);
      }
      case 'clean':
        return clean(run).catch(refused);
      case 'enter':
        return enterContainer(ports, run);
      case 'close-guard':
        await tabs.closeGuard(effect.tabId);
        return undefined;
      case 'note-logins':
        // Without the note the next run cleans, which is right as well.
        await noteLogins(ports, run).catch(() => undefined);
        return undefined;
      case 'note-left': {
        // Without the note the next one signs in again, which is right as well.
        const left = await signInLeft(ports, run).catch(() => undefined);
        return left === undefined ? undefined : { type: 'noted', left };
      }
      case 'leave':
        return leaveContainer(ports, run);
      case 'allow-popups':
        // A browser that refuses leaves them as they were.
        return syncPopups(ports).then(
          () => undefined,
          (): RunEvent => ({ type: 'popups-back' }),
        );
      case 'forbid-popups':
        await syncPopups(ports);
        return { type: 'popups-back' };
      case 'put-back':
        return run.aside && { type: 'put-back', aside: await putBack(ports, { ...run, aside: run.aside }) };
      case 'open':
        return open(run, effect);
      case 'record':
        return recordGrant(ports, run, effect);
      case 'present': {
        // Of a private run nothing is noted: what is not shown now is never known.
        const asked = isAlive(run) && (run.askedAt !== undefined || run.returned !== undefined);
        await toolbar.present(isPrivate(run) || resultOf(run) === 'wrong-account' || asked);
        return undefined;
      }
    }
  };
}
