import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserKind } from '../driver/index.ts';
import { benchClean } from './clean.ts';
import { dearer } from './compare.ts';
import { benchConsent } from './consent.ts';
import { benchDashboard } from './dashboard.ts';
import { benchGrowth } from './growth.ts';
import { type KeptRun, keptOf, withTable } from './kept.ts';
import { type Measurement, table } from './table.ts';

/**
 * What Grantkeeper's work costs beside the bare browser's, in the same run: ratios, which a busy machine moves less
 * than milliseconds. It names what costs over a fifth more than the figures that are kept in `kept.json`; with `--keep`
 * those of this run take their place, there and in `docs/performance.md`.
 */
const PARTS = [benchClean, benchConsent, benchDashboard, benchGrowth];
const kinds: BrowserKind[] = ['chromium', 'firefox'];
const measured: Measurement[] = [];
for (const kind of kinds)
  for (const part of PARTS) {
    try {
      measured.push(...(await part(kind)));
    } catch (error) {
      // What was measured is not lost with the rest.
      console.error(`${part.name}, ${kind}:`, error);
      process.exitCode = 1;
    }
  }

console.log(table(measured));
const file = join(import.meta.dirname, 'kept.json');
const before = JSON.parse(await readFile(file, 'utf8')) as KeptRun;
const now = keptOf(measured, new Date().toISOString().slice(0, 10));
for (const line of dearer(now.figures, before.figures)) console.warn(`Over 20 % more than is kept: ${line}`);
if (process.argv.includes('--keep')) {
  const page = join(import.meta.dirname, '../../docs/performance.md');
  await writeFile(file, `${JSON.stringify(now, null, 2)}\n`);
  await writeFile(page, withTable(await readFile(page, 'utf8'), now));
}
