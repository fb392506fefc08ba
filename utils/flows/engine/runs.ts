import { type Allowance, spellingsIn } from '../../domain/address/guard-rules.ts';
import { asideKey, holds, sharesSession } from '../../domain/due/queue.ts';
import { isAlive, type LedgerEntry, openLeg, type Run, withoutSecrets } from '../../domain/run/run.ts';
import type { RunEffect, RunEvent, Step } from '../../domain/run/run-events.ts';
import { popupsBack } from '../../domain/run/run-popups.ts';
import { beginRun, step } from '../../domain/run/run-step.ts';
import type { Cookie } from '../../domain/session/cleaning.ts';
import { isPrivate } from '../../domain/session/private.ts';
import type { Ports } from '../ports/ports.ts';
import type { KeptRun } from '../ports/runs.ts';
import { createSerial } from '../ports/serial.ts';
import { cleanJar } from './clean.ts';
import { enterContainer, leaveContainer, noteLogins } from './container.ts';
import { syncPopups, tidyPopups } from './popup-setting.ts';
import { recordGrant } from './record.ts';
import { putBack, setAside, TooMuchToSetAside } from './set-aside.ts';
import { signInLeft } from './sign-in.ts';

/** An ended run is kept in memory this long for an answer that comes late: ms. */
const MEMORY_OF_ENDED = 24 * 60 * 60 * 1000;

/** Another run holds the jar. */
export interface Busy {
  busy: Run;
}

type Start = Parameters<typeof beginRun>[0];

export interface Runs {
  /** Begins a run, or tells which living run holds the same marketplace and jar. */
  begin(start: Start): Promise<Run | Busy>;
  /** Tells a run what happened; unknown runs hear nothing. */
  dispatch(id: string, event: RunEvent): Promise<void>;
  get(id: string): Promise<Run | undefined>;
  /** All runs in memory, ended ones included. */
  all(): Promise<Run[]>;
  living(): Promise<Run[]>;
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

/** A run whose memory is gone: it is over, what it had set aside is lost, and its pop-ups are forbidden again. */
function cutOff({ aside, ...left }: LedgerEntry, at: number): LedgerEntry {
  const entry = popupsBack(left);
  const lost = aside && (aside.state === 'kept' ? { ...aside, state: 'lost' as const } : aside);
  const rest = { ...entry, ...(lost && { aside: lost }) };
  if (!isAlive(entry)) return rest;
  const some = entry.legs.some(({ outcome }) => outcome === 'granted');
  const end = { phase: 'ended', endedAt: at } as const;
  return some
    ? { ...rest, ...end, result: 'granted', reason: 'finished-early' }
    : { ...rest, ...end, result: 'abandoned', reason: 'browser-closed' };
}

/**
 * The one place that changes runs. Every state is kept before its effects, one event after the other; what a dead
 * worker left undone is done again by `resume`.
 *
 * @param settled Called after every change.
 */
export function createRuns(ports: Ports, settled: () => Promise<void>): Runs {
  const { memory, ledger, clock, guardRules, tabs, toolbar, health, containers } = ports;
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

  /**
   * Opens a leg's address, unless that was done already: a worker that dies right after it would open it once more
   * when the person is long past that page.
   */
  async function open(
    run: Run,
    { leg: index, again }: Extract<RunEffect, { type: 'open' }>,
  ): Promise<RunEvent | undefined> {
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

  /** Does one effect and tells what happened, if that matters to the run. */
  async function perform(effect: RunEffect, kept: KeptRun): Promise<RunEvent | undefined> {
    const { run } = kept;
    switch (effect.type) {
      case 'clean':
        try {
          const removing = async (cookies: Cookie[], found: Record<string, number>): Promise<void> => {
            const aside = run.mode === 'set-aside' ? await setAside(ports, run, cookies) : undefined;
            const counted = step(kept.run, { type: 'counted', found });
            const next =
              aside === undefined ? counted : step(counted.run, { type: 'set-aside', cookies: aside });
            kept = await advance(kept, next);
          };
          const receipt = await cleanJar(ports, run, removing);
          return { type: 'cleaned', receipt, at: clock.now() };
        } catch (error) {
          return {
            type: 'cleaning-failed',
            why: error instanceof TooMuchToSetAside ? 'too-much' : 'refused',
          };
        }
      case 'enter':
        return enterContainer(ports, run, async (before) => {
          kept = await advance(kept, step(kept.run, { type: 'making', before }));
        });
      case 'close-guard':
        await tabs.closeGuard(effect.tabId);
        return undefined;
      case 'note-logins':
        // Without the note the next run cleans, which is right as well.
        await noteLogins(ports, run).catch(() => undefined);
        return undefined;
      case 'note-left': {
        // Without the note the next one signs in anew, which is right as well.
        const left = await signInLeft(ports, run).catch(() => undefined);
        return left === undefined ? undefined : { type: 'noted', left };
      }
      case 'leave':
        return leaveContainer(ports, run);
      case 'allow-popups':
        // A browser that refuses leaves them as they were.
        return syncPopups(ports).then(
          () => undefined,
          () => ({ type: 'popups-back' }),
        );
      case 'forbid-popups':
        await syncPopups(ports);
        return { type: 'popups-back' };
      case 'put-back':
        return run.aside && { type: 'put-back', aside: await putBack(ports, { ...run, aside: run.aside }) };
      case 'open':
        return open(run, effect);
      case 'record':
        await recordGrant(ports, run, effect);
        return undefined;
      case 'present':
        // Of a private run nothing is noted: what is not shown now is never known.
        await toolbar.present(isPrivate(run) || run.result === 'wrong-account' || run.askedAt !== undefined);
        return undefined;
    }
  }

  async function settle(id: string): Promise<void> {
    for (;;) {
      const kept = await memory.get(id);
      const [effect, ...rest] = kept?.pending ?? [];
      if (!kept || !effect) break;
      await syncAllowances();
      let event: RunEvent | undefined;
      try {
        event = await perform(effect, kept);
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
    living: async () => (await memory.all()).map(({ run }) => run).filter(isAlive),
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
