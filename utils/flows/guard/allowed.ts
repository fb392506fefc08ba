import type { Address } from '../../domain/address/address.ts';
import { lets } from '../../domain/address/allowance.ts';
import { allowanceOf } from '../../domain/run/allowance.ts';
import type { Runs } from '../engine/runs.ts';
import type { Ports } from '../ports/ports.ts';
import { readable } from '../ports/readable.ts';

/**
 * The same as {@link isAllowed}, from memory alone: it answers while the database is busy, refuses, or says nothing.
 *
 * @returns undefined where the user's standing word is not in memory: before the first wake of the browser's session.
 */
export async function isAllowedInMemory(
  { guardRules }: Pick<Ports, 'guardRules'>,
  runs: Pick<Runs, 'living'>,
  address: Address,
  tabId: number | undefined,
): Promise<boolean | undefined> {
  const { request } = address;
  if (!request) return true;
  const asking = { ...address, request };
  const own = (await runs.living()).some((run) => {
    const allowance = run.marketplace === request.marketplace ? allowanceOf(run) : undefined;
    // Behind a page's own service worker nobody can tell the tab; the guard's rules let such a request pass as well.
    const inTab = tabId === undefined || run.tabId === tabId;
    return inTab && allowance !== undefined && lets(allowance, asking);
  });
  if (own) return true;
  return (await guardRules.exempted())?.some(({ kind, app }) => lets({ kind, app }, asking));
}

/** Whether a request may be open in a tab: by a living run of that tab, or by the user's standing word. */
export async function isAllowed(
  ports: Pick<Ports, 'exemptions' | 'guardRules' | 'health'>,
  runs: Pick<Runs, 'living'>,
  address: Address,
  tabId: number | undefined,
): Promise<boolean> {
  const known = await isAllowedInMemory(ports, runs, address, tabId);
  const { request } = address;
  if (known !== undefined || !request) return known ?? true;
  const exempt = await readable(ports, ports.exemptions.all());
  return exempt.some(({ kind, app }) => lets({ kind, app }, { ...address, request }));
}
