import type { Connection } from '../../domain/account/connection.ts';
import { managedOf } from '../../domain/policy/managed.ts';
import { isKey } from '../../domain/sync/code.ts';
import { withoutAccount } from '../../domain/sync/fields.ts';
import type { Item } from '../../domain/sync/item.ts';
import { dayNumber, reconcile } from '../../domain/sync/reconcile.ts';
import { planSync } from '../../domain/sync/room.ts';
import { removeContainer } from '../engine/effects/container.ts';
import type { Runs } from '../engine/runs.ts';
import type { Ports } from '../ports/ports.ts';
import { createSerial } from '../ports/serial.ts';
import type { SyncState } from '../ports/sync.ts';
import type { Outcome } from '../reading/views.ts';

/** What the person sees of the sync. */
export interface SyncView {
  on: boolean;
  accountIds: boolean;
  /** The result of the last comparison; undefined before the first one. */
  state?: SyncState;
  /** How many of our connections the browser's sync holds, whichever computer wrote them. */
  held: number;
}

/**
 * How long the sync is left alone after a comparison: ms. A comparison writes twice at most, so that the browser's
 * limits (120 writes a minute, 1,800 an hour) are never met.
 */
const PAUSE = 5000;

/** So long after a failure it is tried again: ms. The browser counts writes by the minute. */
const AGAIN = 65_000;

/** The person's other machines, by the browser's own sync: off until turned on. */
export function createSync(ports: Ports, runs: Pick<Runs, 'alone'>) {
  const { settings, syncArea, replica, clock, toolbar } = ports;
  const serial = createSerial();

  /** Brings this machine and the sync to the same. Rejects where one of both refuses; nothing is lost then. */
  async function compare(): Promise<void> {
    const { sync } = await settings.get();
    if (!sync.on) return;
    const now = clock.now();
    // Before anything is written: a worker that dies in between has taken its turn all the same.
    await syncArea.takeTurn(now);
    const [stored, machine, policy] = await Promise.all([
      syncArea.all(),
      syncArea.machine(),
      ports.policy.read(),
    ]);
    const presets = managedOf(policy).connections;
    let items: Item[] = [];
    await runs.alone(async ({ endAll }) => {
      const ended = new Set<string>();
      for (;;) {
        let open: string[] = [];
        let gone: Connection[] = [];
        await replica.merge((here) => {
          const { accountIds } = sync;
          const result = reconcile(here, { stored, machine, accountIds, presets, now });
          open = result.remove.filter((id) => !ended.has(id));
          // What is open of these ends first; only then is anything changed.
          if (open.length > 0) return { put: [], remove: [], ends: [], items: [...here.items] };
          items = result.items;
          gone = here.connections.filter(({ id }) => result.remove.includes(id));
          return result;
        }, now);
        for (const { container } of gone) {
          if (container?.jar !== undefined && !container.linked) await removeContainer(ports, container.jar);
        }
        if (open.length === 0) break;
        for (const id of open) {
          await endAll(id);
          ended.add(id);
        }
      }
    });
    const { set, remove, fitting, left } = planSync(items, stored, dayNumber(now));
    if (remove.length > 0) await syncArea.remove(remove);
    if (Object.keys(set).length > 0) await syncArea.set(set);
    await note({ fitting, left, at: now });
  }

  async function note(state: SyncState): Promise<void> {
    const before = await syncArea.state();
    await syncArea.note(state);
    const same =
      before?.fitting === state.fitting && before.left === state.left && before.failed === state.failed;
    if (!same) await toolbar.changed();
  }

  const tried = (): Promise<void> =>
    serial(() =>
      compare().catch(async (error: unknown) => {
        const before = await syncArea.state();
        await note({ fitting: 0, left: 0, ...before, failed: true, at: clock.now() });
        throw error;
      }),
    );

  /** No account number stays in what this machine sends. */
  async function takeAccountsBack(): Promise<void> {
    const stored = await syncArea.all();
    let items: Item[] = [];
    await replica.change((known) => {
      items = known.map(withoutAccount);
      return items;
    });
    const { set } = planSync(items, stored, dayNumber(clock.now()));
    if (Object.keys(set).length > 0) await syncArea.set(set);
  }

  return {
    /**
     * Compares, where it is time for that. When the last comparison began outlives the worker: a new one must not
     * write as if it were the first.
     *
     * @returns in how many ms it is to be asked for again; undefined where all is the same now.
     */
    async compare(): Promise<number | undefined> {
      const [turn, state] = await Promise.all([syncArea.turn(), syncArea.state()]);
      const wait = (turn ?? 0) + (state?.failed ? AGAIN : PAUSE) - clock.now();
      // Longer than any pause: the clock was set back.
      if (wait > 0 && wait <= AGAIN) return wait;
      return tried().then(
        () => undefined,
        () => AGAIN,
      );
    },

    async view(): Promise<SyncView> {
      const [{ sync }, state, stored] = await Promise.all([
        settings.get(),
        syncArea.state(),
        syncArea.all().catch(() => ({})),
      ]);
      const held = Object.keys(stored).filter(isKey).length;
      return { ...sync, held, ...(state && { state }) };
    },

    /** Turns it on or off, with or without account numbers. What other machines sent stays here. */
    async choose(sync: { on: boolean; accountIds: boolean }): Promise<Outcome> {
      const before = await settings.get();
      await settings.put({ ...before, sync });
      if (before.sync.accountIds && !sync.accountIds) await serial(takeAccountsBack).catch(() => undefined);
      // Where the sync refuses, its state says so; the choice stands.
      if (sync.on) await tried().catch(() => undefined);
      await toolbar.changed();
      return { ok: true };
    },

    /** Takes everything of ours out of the browser's sync. Only while it is off; nothing is removed here. */
    async empty(): Promise<Outcome> {
      const { sync } = await settings.get();
      if (sync.on) return { ok: false, problem: 'invalid' };
      await serial(async () => {
        const keys = Object.keys(await syncArea.all()).filter(isKey);
        if (keys.length > 0) await syncArea.remove(keys);
        await replica.change(() => []);
      });
      await toolbar.changed();
      return { ok: true };
    },
  };
}
