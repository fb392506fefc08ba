import { type Allowance, spellingsIn } from '../../domain/address/guard-rules.ts';
import { asideKey, holds, sharesSession } from '../../domain/due/queue.ts';
import {
  isAlive,
  type LedgerEntry,
  type LivingRun,
  openLeg,
  type Run,
  withoutSecrets,
} from '../../domain/run/run.ts';
import { beginRun, type Start } from '../../domain/run/run-begin.ts';
import { cutOff } from '../../domain/run/run-end.ts';
import type { RunEvent, Step } from '../../domain/run/run-events.ts';
import { step } from '../../domain/run/run-step.ts';
import { isPrivate } from '../../domain/session/private.ts';
import type { Ports } from '../ports/ports.ts';
import type { KeptRun } from '../ports/runs.ts';
import { createSerial } from '../ports/serial.ts';
import { createEffects } from './effects.ts';
import { tidyPopups } from './popup-setting.ts';
import { recordGrant } from './record.ts';

/** An ended run is kept in memory this long for an answer that comes late: ms. */
const MEMORY_OF_ENDED = 24 * 60 * 60 * 1000;

/** Another run holds the jar. */
export interface Busy {
  busy: Run;
}

export interface Runs {
  /** Begins a run, or tells which living run holds the same marketplace and jar. */
  begin(start: Start): Promise<Run | Busy>;
  /** Tells a run what happened; unknown runs hear nothing. */
  dispatch(id: string, event: RunEvent): Promise<void>;
  get(id: string): Promise<Run | undefined>;
  /** All runs in memory, ended ones included. */
  all(): Promise<Run[]>;
  living(): Promise<LivingRun[]>;
  /** Forgets these runs, as if they had never been; their effects are not done any more. */
  forget(ids: string[]): Promise<void>;
  /** Takes up what a stopped worker left: open effects, allowances, runs that the browser's end cut off. */
  resume(): Promise<void>;
}

/** The allowances of living runs: each for its tab and its application, while the person is with the marketplace. */
export function allowancesOf(runs: readonly Run[]): Allowance[] {
  return runs.flatMap((run) => {
    const leg = run.phase === 'consenting' ? openLeg(run) : undefined;
    if (leg?.url === undefined || run.tabId === undefined) return [];
    return [{ kind: leg.kind, app: leg.app, spellings: spellingsIn(leg.url, leg.app), tabId: run.tabId }];
  });
}

/**
 * The one place that changes runs. Every state is kept before its effects, one event after the other; what a dead
 * worker left undone is done again by `resume`.
 *
 * @param settled Called after every change.
 */
export function createRuns(ports: Ports, settled: () => Promise<void>): Runs {
  const { memory, ledger, clock, guardRules, health } = ports;
  const perform = createEffects(ports);
  const serial = createSerial();

  async function keep(kept: KeptRun): Promise<void> {
    await memory.put(kept);
    if (isPrivate(kept.run)) return;
    const records = kept.pending.filter((effect) => effect.type === 'record');
    const owed = records.map(({ type: _, ...proven }) => proven);
    await ledger.put({ ...withoutSecrets(kept.run), ...(owed.length > 0 && { owed }) }).then(
      () => health.database(false),
      (error: unknown) => health.database(true, error),
    );
  }

  const advance = async ({ run, pending }: KeptRun, next: Step): Promise<KeptRun> => {
    const kept = { run: next.run, pending: [...pending, ...next.effects] };
    if (next.run !== run || next.effects.length > 0) await keep(kept);
    return kept;
  };

  async function settle(id: string): Promise<void> {
    for (;;) {
      const kept = await memory.get(id);
      const [effect, ...rest] = kept?.pending ?? [];
      if (!kept || !effect) break;
      await syncAllowances();
      let event: RunEvent | undefined;
      try {
        event = await perform(effect, kept.run);
      } catch (error) {
        // It stays pending in memory and is tried again on the next wake.
        if (effect.type === 'record') await health.database(true, error);
        break;
      }
      const now = await memory.get(id);
      if (!now) break;
      const next = event ? step(now.run, event) : { run: now.run, effects: [] };
      await keep({ run: next.run, pending: [...rest, ...next.effects] });
    }
    await syncAllowances();
    await settled();
  }

  /** Tells a run what happened; to be called within the serial queue. */
  async function tell(id: string, event: RunEvent): Promise<void> {
    const kept = await memory.get(id);
    if (!kept) return;
    const next = step(kept.run, event);
    if (next.run === kept.run && next.effects.length === 0) return;
    await advance(kept, next);
    await settle(id);
  }

  /**
   * A run that begins where an ended one still has cookies aside takes them over, if it is in the same session: what
   * lies in the jar now is not the person's. Of another session that is cleared, the old ones come back first.
   */
  async function takeOver(all: readonly Run[], start: Start): Promise<Pick<Run, 'aside' | 'keepsLogin'>> {
    const held = all.find(
      (run) => holds(run) && run.marketplace === start.marketplace && run.jar === start.jar,
    );
    if (!held?.aside) return {};
    if (!sharesSession(held, start)) {
      if (start.mode !== 'as-is') await tell(held.id, { type: 'release' });
      return {};
    }
    return {
      aside: { ...held.aside, of: asideKey(held) },
      // "Sign out for good" is said of them, too.
      ...((held.keepsLogin || start.mode === 'clear') && { keepsLogin: true }),
    };
  }

  /** What a run has taken over is not its predecessor's any more. */
  async function handOn(): Promise<void> {
    const all = (await memory.all()).map(({ run }) => run);
    for (const run of all.filter(holds)) {
      const key = asideKey(run);
      const taken = all.some(
        ({ id, aside }) => id !== run.id && aside?.of === key && aside.state !== 'handed-on',
      );
      if (taken) await tell(run.id, { type: 'handed-on' });
    }
  }

  async function syncAllowances(): Promise<void> {
    const kept = await memory.all();
    await guardRules.allow(allowancesOf(kept.map(({ run }) => run)));
  }

  async function takeUpLedger(): Promise<void> {
    const inMemory = new Set((await memory.all()).map(({ run }) => run.id));
    const entries = await ledger.unacknowledged();
    const open = (entry: LedgerEntry): boolean =>
      isAlive(entry) ||
      entry.aside?.state === 'kept' ||
      entry.popups?.state === 'allowed' ||
      entry.owed !== undefined;
    const orphans = entries.filter((entry) => open(entry) && !inMemory.has(entry.id));
    for (const { owed = [], ...entry } of orphans) {
      for (const proven of owed) await recordGrant(ports, entry, proven);
      await ledger.put(cutOff(entry, clock.now()));
    }
  }

  return {
    begin: (start) =>
      serial(async () => {
        const runs = (await memory.all()).map(({ run }) => run);
        const busy = runs.find(
          (run) => isAlive(run) && run.marketplace === start.marketplace && run.jar === start.jar,
        );
        if (busy) return { busy };
        const { run, effects } = beginRun({ ...start, ...(await takeOver(runs, start)) });
        await keep({ run, pending: effects });
        if (run.aside) await handOn();
        await settle(run.id);
        return (await memory.get(run.id))?.run ?? run;
      }),
    dispatch: (id, event) => serial(() => tell(id, event)),
    get: async (id) => (await memory.get(id))?.run,
    all: async () => (await memory.all()).map(({ run }) => run),
    living: async () => (await memory.all()).map(({ run }) => run).filter((run) => isAlive(run)),
    forget: (ids) =>
      serial(async () => {
        await memory.forget(ids);
        await syncAllowances();
        await settled();
      }),
    resume: () =>
      serial(async () => {
        await memory.forgetBefore(clock.now() - MEMORY_OF_ENDED);
        // Before the ledger forgets that they may still be let through.
        await tidyPopups(ports);
        await takeUpLedger().catch((error: unknown) => health.database(true, error));
        await handOn();
        for (const { run, pending } of await memory.all()) if (pending.length > 0) await settle(run.id);
        await syncAllowances();
        await settled();
      }),
  };
}
