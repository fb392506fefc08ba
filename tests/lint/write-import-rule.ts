import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { linterBlock, withPicture } from './import-rule-written.ts';

const root = join(import.meta.dirname, '../..');
const page = join(root, 'ARCHITECTURE.md');
writeFileSync(join(import.meta.dirname, 'import-rule.biome.json'), linterBlock());
writeFileSync(page, withPicture(readFileSync(page, 'utf8')));
