import type { Connection, Report } from '../../account/connection.ts';
import { counts, type Grant } from '../../account/grant.ts';
import { stepsOf } from './checklist.ts';

/**
 * What is known of a connection beyond its date: what the person reported, or that the marketplace has approved and the
 * software is not finished yet, or that it works there. Undefined where nobody said.
 */
export type Condition = Report | 'to-finish' | 'working';

/** How a connection stands. */
export function conditionOf({ reported, finishing }: Connection): Condition | undefined {
  if (reported) return reported.what;
  if (!finishing) return undefined;
  return finishing.finishedAt === undefined ? 'to-finish' : 'working';
}

/** How many of the steps after the marketplace's answer the person has ticked. */
export function finished(connection: Connection): { done: number; of: number } {
  const steps = stepsOf(connection).filter(({ when }) => when === 'after');
  const ticked = connection.finishing?.done ?? [];
  return { done: steps.filter(({ id }) => ticked.includes(id)).length, of: steps.length };
}

/** Opens the steps in the software after a grant that counts; what was reported is over with it. */
export function withGrant(
  connection: Connection,
  grant: Pick<Grant, 'id' | 'runId' | 'verdict' | 'at'>,
): Connection {
  if (!counts(grant)) return connection;
  const { reported: _, ...rest } = connection;
  const runId = grant.runId ?? grant.id;
  // The second grant of a run finds what was ticked after the first.
  const known = rest.finishing?.runId === runId;
  return known ? rest : { ...rest, finishing: { runId, since: grant.at, done: [] } };
}

/** Takes that back where the grant turns out to be another account's. */
export function withoutGrant(connection: Connection, grant: Pick<Grant, 'id' | 'runId'>): Connection {
  const { finishing, ...rest } = connection;
  return finishing?.runId === (grant.runId ?? grant.id) ? rest : connection;
}

/**
 * Ticks a step in the software or takes the tick back; with the last one it works.
 *
 * @param at UTC instant in ms.
 */
export function withStep(connection: Connection, id: string, done: boolean, at: number): Connection {
  const { finishing } = connection;
  if (!finishing) return connection;
  const others = finishing.done.filter((each) => each !== id);
  const ticked = done ? [...others, id] : others;
  const steps = stepsOf(connection).filter(({ when }) => when === 'after');
  const all = steps.every((step) => ticked.includes(step.id));
  const { finishedAt, ...open } = finishing;
  return {
    ...connection,
    finishing: { ...open, done: ticked, ...(all && { finishedAt: finishedAt ?? at }) },
  };
}

/**
 * The person says that it works: every step in the software is done.
 *
 * @param at UTC instant in ms.
 */
export function withAllSteps(connection: Connection, at: number): Connection {
  return stepsOf(connection)
    .filter(({ when }) => when === 'after')
    .reduce((ticked, { id }) => withStep(ticked, id, true, at), connection);
}

/**
 * Notes what the person reports, or takes it back.
 *
 * @param at UTC instant in ms.
 */
export function withReport(connection: Connection, what: Report | undefined, at: number): Connection {
  const { reported: _, ...rest } = connection;
  return what ? { ...rest, reported: { what, at } } : rest;
}
