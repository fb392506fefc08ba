import { isAlive, type LedgerEntry, type Run, withoutSecrets } from '../../domain/run/run.ts';
import { cutOff } from '../../domain/run/run-end.ts';
import type { RunEffect } from '../../domain/run/run-events.ts';
import { isPrivate } from '../../domain/session/private.ts';
import type { Ports } from '../ports/ports.ts';
import type { KeptRun } from '../ports/runs.ts';
import { recordGrant } from './effects/record.ts';

type Needed = Pick<Ports, 'memory' | 'ledger' | 'health' | 'clock' | 'grants' | 'suggestions'>;

/** A run as its row: without secrets, with what is proven and not recorded yet. */
function rowOf({ run, pending }: KeptRun): LedgerEntry {
  const records = pending.filter((effect) => effect.type === 'record');
  const owed = records.map(({ type: _, ...proven }) => proven);
  return { ...withoutSecrets(run), ...(owed.length > 0 && { owed }) };
}

/** What a row says is still to be done for its run. */
function owedBy({ owed = [], ...row }: LedgerEntry): RunEffect[] {
  const isOver = !isAlive(row);
  return [
    ...owed.map((proven): RunEffect => ({ type: 'record', ...proven })),
    ...(isOver && row.popups?.state === 'allowed' ? [{ type: 'forbid-popups' } as const] : []),
    ...(isOver && row.aside?.state === 'kept' && !row.shares ? [{ type: 'put-back' } as const] : []),
  ];
}

/** Members in one order, so that two of the same content are the same text. */
const inOrder = (_: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const isSame = (a: LedgerEntry, b: LedgerEntry): boolean =>
  JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder);

/** The run that a newer row tells of, with what memory alone knows of its legs. */
function runOf({ owed: _, ...row }: LedgerEntry, known: Run): Run {
  return { ...row, legs: row.legs.map((leg, index) => ({ ...known.legs[index], ...leg })) };
}

/** Whether something is left to do for a run that memory does not have. */
const isOpen = (row: LedgerEntry): boolean =>
  isAlive(row) || row.aside?.state === 'kept' || row.popups?.state === 'allowed' || row.owed !== undefined;

/**
 * A run is kept twice: its row is the durable truth, memory has the same with what must not be written down. Neither
 * waits for the other, and where they differ they are brought together again.
 */
export function createRunRows(ports: Needed) {
  const { memory, ledger, health, clock } = ports;

  return {
    /** Keeps a run. Where one of both refuses, the other one has it, and it is noted. */
    async keep(kept: KeptRun): Promise<void> {
      const remembered = memory.put(kept);
      const saved = isPrivate(kept.run) ? undefined : ledger.put(rowOf(kept));
      const [, row] = await Promise.allSettled([remembered, saved]);
      if (row.status === 'rejected') await health.database(true, row.reason);
    },

    /**
     * Compares what memory has with the rows: at every wake. The row is written again where it lags behind; one that
     * has ended while memory says otherwise is ahead of it, for an ended run never lives again.
     */
    async align(): Promise<void> {
      for (const kept of await memory.all()) {
        if (isPrivate(kept.run)) continue;
        const row = await ledger.get(kept.run.id);
        if (row && !isAlive(row) && isAlive(kept.run))
          await memory.put({ run: runOf(row, kept.run), pending: owedBy(row) });
        else if (!row || !isSame(row, rowOf(kept))) await ledger.put(rowOf(kept));
      }
    },

    /** Ends the runs that memory does not have any more: the browser was closed. What they owe is recorded first. */
    async takeUp(): Promise<void> {
      const known = new Set((await memory.all()).map(({ run }) => run.id));
      const errors: unknown[] = [];
      for (const row of await ledger.unacknowledged()) {
        if (known.has(row.id) || !isOpen(row)) continue;
        const { owed = [], ...entry } = row;
        try {
          for (const proven of owed) await recordGrant(ports, entry, proven);
          await ledger.put(cutOff(entry, clock.now()));
        } catch (error) {
          errors.push(error);
          await health.database(true, error);
        }
      }
      if (errors.length > 0) throw new AggregateError(errors, 'Grants that are still to be recorded');
    },
  };
}
