import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PageReport } from '../../utils/domain/report/report.ts';
import { skeletonOf } from './skeleton.ts';

/** `npm run page -- report.json`: writes the skeleton of a definition's entry and of a simulator's page. */
const {
  positionals: [file],
} = parseArgs({ allowPositionals: true });
if (!file) throw new Error('Which report? npm run page -- report.json');

const { definition, page } = skeletonOf(JSON.parse(readFileSync(file, 'utf8')) as PageReport);
const folder = join(import.meta.dirname, '../../.output/page');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'definition.ts'), definition);
writeFileSync(join(folder, 'page.ts'), page);
console.log(`Written to ${folder}: definition.ts for the marketplace's pages, page.ts for the simulator.`);
