import { contentMatches } from '../../domain/address/host-patterns.ts';
import { marketplaceById } from '../../domain/marketplaces/index.ts';
import type { Watch } from '../../flows/ports/browser.ts';
import { browser } from '../browser.ts';
import { guardOptional, holdStopped } from './guard-rules.ts';

/** The script that the manifest puts into the pages of the marketplaces that are built in. */
const SCRIPT = 'content-scripts/consent.js';

interface Registered {
  id: string;
  matches?: string[];
}

const keyOf = ({ id, matches = [] }: Registered): string => [id, ...matches.toSorted()].join(' ');

/** Makes the script stand in these pages, and in no others; the browser keeps it over its end, and may drop it at an update. */
async function keepScripts(wanted: Required<Registered>[]): Promise<void> {
  const standing: Registered[] = await browser.scripting.getRegisteredContentScripts();
  const right = new Set(wanted.map(keyOf));
  const wrong = standing.filter((each) => !right.has(keyOf(each)));
  if (wrong.length > 0) await browser.scripting.unregisterContentScripts({ ids: wrong.map(({ id }) => id) });
  const there = new Set(standing.map(keyOf));
  const missing = wanted.filter((each) => !there.has(keyOf(each)));
  if (missing.length === 0) return;
  await browser.scripting.registerContentScripts(
    missing.map((each) => ({ ...each, js: [SCRIPT], runAt: 'document_start' })),
  );
}

/** Waits for each, whatever becomes of the others. @throws what the first of them was refused with */
async function each(...parts: Promise<void>[]): Promise<void> {
  const ended = await Promise.allSettled(parts);
  const refused = ended.find(({ status }) => status === 'rejected');
  if (refused?.status === 'rejected') throw refused.reason;
}

/** What stands in the manifest for the marketplaces that are built in, and comes and goes with a permission for others. */
export const watch: Watch = {
  async keep(ids) {
    const scripts = ids.map((id) => ({ id, matches: contentMatches([marketplaceById(id)]) }));
    await each(guardOptional(ids), holdStopped(ids), keepScripts(scripts));
  },
};
