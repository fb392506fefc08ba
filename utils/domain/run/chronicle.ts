import type { Grant } from '../account/grant.ts';
import { isAlive, type LedgerEntry } from './run.ts';

/** Something that happened to a connection: a run with the grants that it brought, or a grant without one. */
export interface Event<G extends { grant: Grant }> {
  /** UTC instant in ms. */
  at: number;
  run?: LedgerEntry;
  grants: G[];
}

/** All that happened to a connection, the newest first. No grant is left out, whether its run is known or not. */
export function chronicleOf<G extends { grant: Grant }>(
  grants: readonly G[],
  runs: readonly LedgerEntry[],
): Event<G>[] {
  const byRun = Map.groupBy(grants, ({ grant }) => grant.runId);
  const known = new Set(runs.map(({ id }) => id));
  const ofRuns = runs.map(
    (run): Event<G> => ({
      at: isAlive(run) ? run.startedAt : run.endedAt,
      run,
      grants: byRun.get(run.id) ?? [],
    }),
  );
  const alone = grants
    .filter(({ grant }) => grant.runId === undefined || !known.has(grant.runId))
    .map((each): Event<G> => ({ at: each.grant.at, grants: [each] }));
  return [...ofRuns, ...alone].sort((a, b) => b.at - a.at);
}
