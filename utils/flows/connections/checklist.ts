import type { Connection, OwnStep, Report } from '../../domain/account/connection.ts';
import { withAllSteps, withReport, withStep } from '../../domain/run/checklist/finishing.ts';
import type { Runs } from '../engine/runs.ts';
import type { Ports } from '../ports/ports.ts';
import type { Outcome } from '../reading/views.ts';

/** What the person says of a checklist: what is done, what works, and which steps there are. */
export function createChecklists(ports: Ports, runs: Runs) {
  const { connections, clock } = ports;

  async function change(id: string, how: (connection: Connection) => Connection): Promise<Outcome> {
    const changed = await connections.change(id, how);
    if (!changed) return { ok: false, problem: 'connection-gone' };
    return { ok: true };
  }

  return {
    /** Ticks a step before the consent, or takes the tick back. */
    async beforeStep(runId: string, step: string, done: boolean): Promise<Outcome> {
      await runs.dispatch(runId, { type: 'step-ticked', id: step, done });
      return { ok: true };
    },

    /** Ticks a step in the software after the marketplace's answer, or takes the tick back. */
    afterStep: (id: string, step: string, done: boolean): Promise<Outcome> =>
      change(id, (connection) => withStep(connection, step, done, clock.now())),

    /** It works in the software: whatever is not ticked yet is done. */
    works: (id: string): Promise<Outcome> =>
      change(id, (connection) => withAllSteps(connection, clock.now())),

    /** What happened since the last renewal; undefined takes it back. */
    report: (id: string, what: Report | undefined): Promise<Outcome> =>
      change(id, (connection) => withReport(connection, what, clock.now())),

    /** The steps that the person's own software needs. */
    describe: (id: string, ownSteps: OwnStep[]): Promise<Outcome> =>
      change(id, (connection) => ({ ...connection, ownSteps, updatedAt: clock.now() })),
  };
}
