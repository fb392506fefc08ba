import { type Allowance, spellingsIn } from '../../domain/address/guard-rules.ts';
import { openLeg, type Run } from '../../domain/run/run.ts';

/** The allowances of living runs: each for its tab and its application, while the user is with the marketplace. */
export function allowancesOf(runs: readonly Run[]): Allowance[] {
  return runs.flatMap((run) => {
    const leg = run.phase === 'consenting' ? openLeg(run) : undefined;
    if (leg?.url === undefined || run.tabId === undefined) return [];
    return [{ kind: leg.kind, app: leg.app, spellings: spellingsIn(leg.url, leg.app), tabId: run.tabId }];
  });
}
