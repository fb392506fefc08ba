import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Surface } from '../surface.ts';
import type { Violation } from '../types.ts';

/** The isolated world's own view of the window, which axe-core puts itself on. */
interface World {
  window: { axe?: { run(options: object): Promise<AxeResults> } };
}

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const axeSource = readFileSync(axePath, 'utf8');

/**
 * What axe-core finds wrong in the document, shadow roots included. It runs in the isolated world: a page's
 * content security policy does not reach it there, and the page does not see it.
 */
export async function findViolations(surface: Surface): Promise<Violation[]> {
  const isThere = () => (globalThis as unknown as World).window.axe !== undefined;
  if (!(await surface.isolated(isThere))) await surface.provide(axeSource);
  return surface.isolated(async () => {
    const results = await (globalThis as unknown as World).window.axe?.run({ resultTypes: ['violations'] });
    return (results?.violations ?? []).map(({ id, impact, help, nodes }) => ({
      id,
      impact: impact ?? 'minor',
      help,
      targets: nodes.map(({ target }) => target.flat().join(' >>> ')),
    }));
  });
}
