import { classifyUrl, isGuarded } from '../../domain/address/consent-url.ts';
import { openLeg, type Run } from '../../domain/run/run.ts';
import type { Runs } from '../engine/runs.ts';
import type { Ports } from '../ports/ports.ts';
import { readable } from '../ports/readable.ts';

/** Whether an authorise address may be open in a tab: by a living run of that tab, or by the person's standing word. */
export async function isAllowed(
  ports: Pick<Ports, 'exemptions' | 'health'>,
  runs: Runs,
  url: string,
  tabId: number | undefined,
): Promise<boolean> {
  const page = classifyUrl(url);
  // Behind a page's own service worker nobody can tell the tab; the guard's rules let such a request pass as well.
  const inTab = (run: Run): boolean => tabId === undefined || run.tabId === tabId;
  const consenting = (await runs.living()).filter((run) => run.phase === 'consenting' && inTab(run));
  // The account picker can lose the application on the way.
  if (page.step === 'consent' && !page.ask) {
    return consenting.some(({ marketplace }) => marketplace === page.marketplace);
  }
  if (!isGuarded(page) || page.ask?.app === undefined) return false;
  const { kind, app } = page.ask;
  const same = (other: { kind: string; app: string } | undefined): boolean =>
    other?.kind === kind && other.app === app;
  return consenting.map(openLeg).some(same) || (await readable(ports, ports.exemptions.all())).some(same);
}
