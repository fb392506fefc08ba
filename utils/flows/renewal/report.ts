import { marketplaceById } from '../../domain/marketplaces/index.ts';
import { type PageReport, reportOf, selectorsOf } from '../../domain/report/report.ts';
import type { Runs } from '../engine/runs.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * How the page of a living run is built, to be shown and copied: for the makers, where it is not as the definition says.
 *
 * @returns undefined where the run shows no page of its marketplace.
 */
export async function pageReport(
  { tabs, facts }: Pick<Ports, 'tabs' | 'facts'>,
  runs: Pick<Runs, 'living'>,
  runId: string,
): Promise<PageReport | undefined> {
  const run = (await runs.living()).find(({ id }) => id === runId);
  if (run?.phase !== 'consenting' || run.tabId === undefined) return undefined;
  const raw = await tabs.structure(run.tabId, selectorsOf(marketplaceById(run.marketplace)));
  return raw && reportOf(run.marketplace, raw, (await facts()).version);
}
