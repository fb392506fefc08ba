import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserKind } from '../driver/index.ts';
import { benchClean } from './clean.ts';
import { dearer } from './compare.ts';
import { benchDashboard } from './dashboard.ts';
import { type Measurement, table } from './table.ts';

/**
 * What Grantkeeper's work costs beside the bare browser's, in the same run: ratios, which a busy machine moves less
 * than milliseconds. One table, and the figures as JSON in `.output/bench.json`, with which the next run is compared.
 */
const kinds: BrowserKind[] = ['chromium', 'firefox'];
const measured: Measurement[] = [];
for (const kind of kinds) measured.push(...(await benchClean(kind)), ...(await benchDashboard(kind)));

console.log(table(measured));
const folder = join(import.meta.dirname, '../../.output');
await mkdir(folder, { recursive: true });
const file = join(folder, 'bench.json');
const before = JSON.parse(await readFile(file, 'utf8').catch(() => '[]')) as Measurement[];
for (const line of dearer(measured, before)) console.log(`Over 20 % more than in the last run: ${line}`);
await writeFile(file, `${JSON.stringify(measured, null, 2)}\n`);
