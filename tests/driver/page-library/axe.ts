import type { AxeResults } from 'axe-core';
import type { Violation } from '../types.ts';

/**
 * What axe-core finds wrong in the document, shadow roots included. Evaluated in the isolated world: a page's
 * content security policy does not reach it, and the page does not see it.
 */
export async function violations(): Promise<Violation[]> {
  const { axe } = (
    globalThis as unknown as { window: { axe: { run(options: object): Promise<AxeResults> } } }
  ).window;
  const results = await axe.run({ resultTypes: ['violations'] });
  return results.violations.map(({ id, impact, help, nodes }) => ({
    id,
    impact: impact ?? 'minor',
    help,
    targets: nodes.map(({ target }) => target.flat().join(' >>> ')),
  }));
}
