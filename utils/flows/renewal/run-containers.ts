import { containerName } from '../../domain/account/container-look.ts';
import { isAlive, type LedgerEntry } from '../../domain/run/run.ts';
import type { Container } from '../../domain/session/container.ts';
import { forgetContainer, removeContainer } from '../engine/effects/container.ts';
import type { Runs } from '../engine/runs.ts';
import { connectionOf } from '../ports/connection-of.ts';
import type { Ports } from '../ports/ports.ts';
import type { Outcome } from '../reading/views.ts';

/** Containers outside of a run: what the person wants of them, and what becomes of those that nobody needs. */
export function createRunContainers(ports: Ports, runs: Runs) {
  const { containers, connections, ledger, memory, clock } = ports;

  const usedJars = async (): Promise<Set<string>> =>
    new Set(
      (await runs.all()).filter(({ container }) => container?.state === 'in-use').map(({ jar }) => jar),
    );

  /** Removes what the runs and connections of before left, and forgets what somebody else removed. */
  async function tidyConnections(): Promise<void> {
    const used = await usedJars();
    for (const connection of await connections.all()) {
      const { jar, keep, linked } = connection.container ?? {};
      if (jar === undefined || used.has(jar)) continue;
      const there = await containers.exists(jar);
      if (there && (keep || linked)) continue;
      if (there) await removeContainer(ports, jar);
      await forgetContainer(ports, connection);
    }
  }

  /** Of a run that was cut off while its container was being made, nobody knows the jar: it is new and has its name. */
  async function tidyHalfMade(entry: LedgerEntry): Promise<void> {
    const { container } = entry;
    const connection = await connectionOf(ports, entry);
    if (container?.state !== 'making' || !container.before || !connection) return;
    const name = containerName(connection);
    const before = [...container.before, connection.container?.jar];
    const half = (await containers.all()).find((each) => each.name === name && !before.includes(each.jar));
    if (half) await removeContainer(ports, half.jar);
  }

  async function tidyLedger(): Promise<void> {
    const inMemory = new Set((await memory.all()).map(({ run }) => run.id));
    for (const entry of await ledger.unacknowledged()) {
      const open = entry.container?.state === 'making' || entry.container?.state === 'in-use';
      if (!open || inMemory.has(entry.id)) continue;
      await tidyHalfMade(entry);
      const kept = entry.jar !== '' && (await containers.exists(entry.jar));
      await ledger.put({ ...entry, container: { state: kept ? 'kept' : 'removed' } });
    }
  }

  return {
    /** The browser's containers that no other connection has; undefined where it has no containers at all. */
    async all(connectionId: string): Promise<Container[] | undefined> {
      if (!(await containers.available())) return undefined;
      const taken = (await connections.all()).flatMap(({ id, container }) =>
        id === connectionId || container?.jar === undefined ? [] : [container.jar],
      );
      return (await containers.all()).filter(({ jar }) => !taken.includes(jar));
    },

    /** Gives a connection a container of the person's own, or none: the next renewal makes one then. */
    async link(connectionId: string, jar: string | undefined): Promise<Outcome> {
      const own = (await runs.all()).filter((run) => run.connectionId === connectionId);
      if (own.some(isAlive)) return { ok: false, problem: 'busy' };
      if (jar !== undefined && !(await containers.exists(jar))) return { ok: false, problem: 'invalid' };
      for (const run of own) await runs.dispatch(run.id, { type: 'leave' });
      // One of ours that was kept would be nobody's from here on.
      const before = (await connections.get(connectionId))?.container;
      if (before?.jar !== undefined && before.jar !== jar && !before.linked)
        await removeContainer(ports, before.jar);
      const changed = await connections.change(connectionId, ({ container: _, ...rest }) =>
        jar === undefined ? rest : { ...rest, container: { jar, keep: true, linked: true } },
      );
      if (!changed) return { ok: false, problem: 'connection-gone' };
      return { ok: true };
    },

    /** Whether the container of a run's connection stays for the next time. */
    async keep(runId: string, keep: boolean): Promise<void> {
      const run = await runs.get(runId);
      if (run?.connectionId === undefined) return;
      await connections.change(run.connectionId, (connection) => {
        const { container } = connection;
        return !container || container.linked
          ? connection
          : { ...connection, container: { ...container, keep } };
      });
    },

    /** A connection is about to be removed, and with it the container that we made for it. */
    async release(connectionId: string): Promise<void> {
      const { jar, linked } = (await connections.get(connectionId))?.container ?? {};
      if (jar !== undefined && !linked) await removeContainer(ports, jar);
    },

    /** A run that ended when no tab of its container was open any more: nobody is told of a last one. */
    async leaveEmpty(): Promise<void> {
      for (const run of await runs.all()) {
        if (isAlive(run) || run.container?.state !== 'in-use') continue;
        if ((await containers.tabs(run.jar)).length === 0) await runs.dispatch(run.id, { type: 'leave' });
      }
    },

    /** A tab was closed: with the last one the container of an ended run is not needed any more. */
    async tabClosed(tabId: number): Promise<void> {
      for (const run of await runs.all()) {
        if (isAlive(run) || run.container?.state !== 'in-use') continue;
        // The tab that is being closed may still be listed.
        const open = (await containers.tabs(run.jar)).filter((id) => id !== tabId);
        if (open.length === 0) await runs.dispatch(run.id, { type: 'leave' });
      }
    },

    /** Somebody removed a container: ourselves, the person, another extension. */
    async removed(jar: string): Promise<void> {
      for (const run of await runs.all()) {
        if (run.jar === jar && run.container)
          await runs.dispatch(run.id, { type: 'container-gone', at: clock.now() });
      }
      for (const connection of await connections.all()) {
        if (connection.container?.jar === jar) await forgetContainer(ports, connection);
      }
    },

    /** Undoes what a stopped worker, a crash or somebody else left: at every wake. */
    async tidy(): Promise<void> {
      if (!(await containers.available())) return;
      for (const run of await runs.living()) {
        if (run.container?.state === 'in-use' && !(await containers.exists(run.jar)))
          await runs.dispatch(run.id, { type: 'container-gone', at: clock.now() });
      }
      await tidyConnections();
      await tidyLedger();
    },
  };
}

export type RunContainers = ReturnType<typeof createRunContainers>;
