import { asideKey, holdsAside, sharesSession } from '../../domain/due/queue.ts';
import { allowanceOf } from '../../domain/run/allowance.ts';
import { isAlive, type LivingRun, type Run } from '../../domain/run/run.ts';
import { beginRun, inTheWay, type Start } from '../../domain/run/run-begin.ts';
import type { RunEffect, RunEvent } from '../../domain/run/run-events.ts';
import { step } from '../../domain/run/run-step.ts';
import type { Ports } from '../ports/ports.ts';
import { createSerial } from '../ports/serial.ts';
import { createEffects } from './effects/effects.ts';
import { tidyPopups } from './effects/popup-setting.ts';
import { pendingOf, without } from './pending-effects.ts';
import { createRunRows } from './run-rows.ts';

/** An ended run is kept in memory this long for an answer that comes late: ms. */
const MEMORY_OF_ENDED = 24 * 60 * 60 * 1000;

/** Another run holds the jar. */
export interface Busy {
  busy: Run;
}

/** What can be done to runs by somebody who has the queue to himself. */
export interface Turn {
  /**
   * Ends what a connection has open: its runs, what they have set aside, their containers. Then they are forgotten,
   * unless something could not be done yet.
   */
  endAll(connectionId: string): Promise<void>;
}

export interface Runs {
  /**
   * Begins a run, or tells which living run is in its way. Answers once the run is kept; what follows is told by the
   * pages' revision.
   */
  begin(start: Start): Promise<Run | Busy>;
  /** Tells a run what happened, and answers once what follows from it was tried; unknown runs hear nothing. */
  dispatch(id: string, event: RunEvent): Promise<void>;
  /** The same; false where it changed nothing: the run is over, forgotten, or has heard it already. */
  deliver(id: string, event: RunEvent): Promise<boolean>;
  /** The same, and answers once the run is kept. */
  tell(id: string, event: RunEvent): Promise<void>;
  get(id: string): Promise<Run | undefined>;
  /** All runs in memory, ended ones included. */
  all(): Promise<Run[]>;
  living(): Promise<LivingRun[]>;
  /** Forgets these runs, as if they had never been; their effects are not done any more. */
  forget(ids: string[]): Promise<void>;
  /** Once no tab is waited for that is still on its way to the software. */
  left(): Promise<void>;
  /** Does something while no run changes: whoever writes connections, grants or rows in one go. */
  alone<T>(task: (turn: Turn) => Promise<T>): Promise<T>;
  /**
   * Brings the world in line with the runs: rows, grants, cookies, allowances, pop-ups. Each by itself.
   *
   * @param wakes This worker has just begun, and a dead one may have left anything.
   * @throws AggregateError with what could not be done; the rest is done.
   */
  mend(wakes: boolean): Promise<void>;
}

/**
 * The one place that changes runs. Every state is kept before its effects, one event after the other; an effect that
 * fails keeps no other one from being done, and is done again by `mend`.
 */
export function createRuns(ports: Ports): Runs {
  const { memory, ledger, clock, guardRules, health, asides, tabs } = ports;
  const perform = createEffects(ports);
  const rows = createRunRows(ports);
  const serial = createSerial();

  const runsNow = async (): Promise<Run[]> => (await memory.all()).map(({ run }) => run);

  const allow = async (): Promise<void> => {
    const allowances = (await runsNow()).flatMap((run) => allowanceOf(run) ?? []);
    await guardRules.allow(allowances);
  };

  /** Another run lives in this jar: an earlier sign-in would come back under its eyes. */
  async function hasToWait(effect: RunEffect, { id, marketplace, jar }: Run): Promise<boolean> {
    if (effect.type !== 'put-back') return false;
    return (await runsNow()).some(
      (other) => other.id !== id && isAlive(other) && other.marketplace === marketplace && other.jar === jar,
    );
  }

  /** Runs whose tabs were waited for: what stands at a consent by then stays there. */
  const waitedFor = new Set<string>();
  const waitingFor = new Map<string, Promise<void>>();

  /**
   * A tab at a consent may be on its way to the software with the answer, and must get there. It is waited for beside
   * the queue: the software may take its time.
   */
  async function isLeaving(effect: RunEffect, { id, marketplace, jar }: Run): Promise<boolean> {
    if (effect.type !== 'put-back' || waitedFor.delete(id)) return false;
    if (waitingFor.has(id)) return true;
    if ((await tabs.atConsent(marketplace, jar)).length === 0) return false;
    const waited = tabs.leaving(marketplace, jar).catch(() => undefined);
    const settled = waited.then(async () => {
      waitingFor.delete(id);
      waitedFor.add(id);
      await serial(() => settle(id));
    });
    waitingFor.set(id, settled);
    return true;
  }

  async function attempt(effect: RunEffect, run: Run): Promise<RunEvent | undefined> {
    // A rule that is refused keeps the address closed, and nothing else from being done.
    await allow().catch((error: unknown) => {
      if (effect.type === 'open') throw error;
    });
    return perform(effect, run);
  }

  /** Does what is pending for a run; to be called within the queue. Tells what failed, which stays pending. */
  async function settle(id: string): Promise<Error[]> {
    const failed = new Map<string, Error>();
    for (;;) {
      const kept = await memory.get(id);
      const effect = kept?.pending.find((each) => !failed.has(JSON.stringify(each)));
      if (!kept || !effect) break;
      let event: RunEvent | undefined;
      try {
        if (await isLeaving(effect, kept.run)) throw new Error('A tab is on its way');
        if (await hasToWait(effect, kept.run)) throw new Error('Another renewal lives in this session');
        event = await attempt(effect, kept.run);
      } catch (cause) {
        failed.set(JSON.stringify(effect), new Error(effect.type, { cause }));
        if (effect.type === 'record') await health.database(true, cause);
        continue;
      }
      const now = await memory.get(id);
      if (!now) break;
      const next = event ? step(now.run, event) : { run: now.run, effects: [] };
      const pending = pendingOf(next.run, [...without(now.pending, effect), ...next.effects]);
      await rows.keep({ run: next.run, pending });
    }
    await allow().catch((cause: unknown) => failed.set('allow', new Error('allow', { cause })));
    return [...failed.values()];
  }

  /** Keeps what an event makes of a run; false where that is nothing. */
  async function hear(id: string, event: RunEvent): Promise<boolean> {
    const kept = await memory.get(id);
    if (!kept) return false;
    const next = step(kept.run, event);
    if (next.run === kept.run && next.effects.length === 0) return false;
    await rows.keep({ run: next.run, pending: pendingOf(next.run, [...kept.pending, ...next.effects]) });
    return true;
  }

  async function tell(id: string, event: RunEvent): Promise<boolean> {
    const heard = await hear(id, event);
    if (heard) await settle(id);
    return heard;
  }

  /**
   * A run that begins where an ended one still has cookies aside takes them over, if it is in the same session: what
   * lies in the jar now is not the user's. Of another session that is cleared, the old ones come back first.
   */
  async function takeOver(start: Start): Promise<Pick<Run, 'aside' | 'keepsLogin'>> {
    const isHeld = (run: Run): boolean =>
      holdsAside(run) && run.marketplace === start.marketplace && run.jar === start.jar;
    for (const { run, pending } of await memory.all()) {
      if (!isHeld(run)) continue;
      if (pending.length > 0) await settle(run.id);
      else if (start.mode !== 'as-is' && !sharesSession(run, start)) await tell(run.id, { type: 'release' });
    }
    const held = (await runsNow()).find((run) => isHeld(run) && sharesSession(run, start));
    if (!held?.aside) return {};
    return {
      aside: { ...held.aside, of: asideKey(held) },
      // "Sign out for good" is said of them, too.
      ...((held.keepsLogin || start.mode === 'clear') && { keepsLogin: true }),
    };
  }

  /** What a run has taken over is not its predecessor's any more. */
  async function handOn(): Promise<void> {
    const all = await runsNow();
    for (const run of all.filter(holdsAside)) {
      const key = asideKey(run);
      const taken = all.some(
        ({ id, aside }) => id !== run.id && aside?.of === key && aside.state !== 'handed-on',
      );
      if (!taken) continue;
      const kept = await memory.get(run.id);
      const pending = (kept?.pending ?? []).filter(({ type }) => type !== 'put-back');
      await rows.keep({ run: step(run, { type: 'handed-on' }).run, pending });
    }
  }

  /** Copies of cookies that no run needs: a worker died, or something was refused, between the copy and its note. */
  async function dropStrayAsides(): Promise<void> {
    const needed = new Set(
      (await runsNow()).flatMap((run) => {
        if (isAlive(run)) return [run.id, asideKey(run)];
        return run.aside?.state === 'kept' || run.aside?.missing ? [asideKey(run)] : [];
      }),
    );
    for (const id of await asides.all()) if (!needed.has(id)) await asides.drop(id);
  }

  /** What the browser did not take of an earlier sign-in, while the copy is still there. */
  async function putBackAgain(): Promise<void> {
    for (const run of await runsNow()) {
      if (run.aside?.state !== 'back' || !run.aside.missing) continue;
      if (await asides.get(asideKey(run))) await tell(run.id, { type: 'put-back-again' });
    }
  }

  async function endAll(connectionId: string): Promise<void> {
    for (const { id } of (await runsNow()).filter((run) => run.connectionId === connectionId)) {
      // Nobody wants its answer any more: its tab is not waited for.
      waitedFor.add(id);
      await tell(id, { type: 'end', reason: 'cancelled', at: clock.now() });
      await tell(id, { type: 'release' });
      await tell(id, { type: 'leave' });
      const kept = await memory.get(id);
      const isDone = kept && kept.pending.length === 0 && kept.run.aside?.state !== 'kept';
      if (isDone) await memory.forget([id]);
      if (isDone) await asides.drop(asideKey(kept.run));
    }
  }

  async function settleAll(): Promise<void> {
    const errors: Error[] = [];
    for (const { run, pending } of await memory.all())
      if (pending.length > 0) errors.push(...(await settle(run.id)));
    if (errors.length > 0) throw new AggregateError(errors, errors.map(({ message }) => message).join(', '));
  }

  const PARTS: readonly [wakesOnly: boolean, mend: () => Promise<void>][] = [
    [true, () => memory.forgetBefore(clock.now() - MEMORY_OF_ENDED)],
    // Before the rows forget that they may still be let through.
    [true, () => tidyPopups(ports)],
    [true, () => rows.align()],
    [false, () => ledger.catchUp()],
    [false, () => rows.takeUp()],
    [false, handOn],
    [false, settleAll],
    [true, dropStrayAsides],
    [true, putBackAgain],
    [false, allow],
  ];

  return {
    begin: (start) =>
      serial(async () => {
        const busy = inTheWay(
          (await runsNow()).filter((run) => isAlive(run)),
          start,
        );
        if (busy) return { busy };
        const { run, effects } = beginRun({ ...start, ...(await takeOver(start)) });
        await rows.keep({ run, pending: effects });
        if (run.aside) await handOn();
        void serial(() => settle(run.id));
        return run;
      }),
    dispatch: async (id, event) => {
      await serial(() => tell(id, event));
    },
    deliver: (id, event) => serial(() => tell(id, event)),
    tell: (id, event) =>
      serial(async () => {
        if (await hear(id, event)) void serial(() => settle(id));
      }),
    get: async (id) => (await memory.get(id))?.run,
    all: runsNow,
    living: async () => (await runsNow()).filter((run) => isAlive(run)),
    forget: (ids) =>
      serial(async () => {
        await memory.forget(ids);
        await allow();
      }),
    left: async () => {
      await Promise.all(waitingFor.values());
    },
    alone: (task) => serial(() => task({ endAll })),
    mend: (wakes) =>
      serial(async () => {
        const errors: unknown[] = [];
        for (const [wakesOnly, mend] of PARTS)
          if (wakes || !wakesOnly) await mend().catch((error: unknown) => errors.push(error));
        if (errors.length > 0) throw new AggregateError(errors, errors.map(String).join('; '));
      }),
  };
}
