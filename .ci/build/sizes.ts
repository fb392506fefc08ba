import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { filesIn } from '../release/zip.ts';

interface Limit {
  what: string;
  /** The files that count together. */
  files: RegExp;
  /** In kB of 1000 bytes, minified, and for what runs in others' pages also compressed. */
  most: number;
  compressed?: boolean;
}

/**
 * What the parts of a release may weigh. Of the background, Dexie is 66 kB and zod 41; the rest is ours. A further
 * marketplace takes 1 to 2 kB of each part that reads addresses.
 */
export const LIMITS: readonly Limit[] = [
  { what: 'background', files: /^background\.js$/, most: 345 },
  { what: 'overview', files: /^chunks\/options-.*\.js$/, most: 105 },
  { what: 'pop-up', files: /^chunks\/popup-.*\.js$/, most: 45 },
  { what: 'guard page', files: /^chunks\/guard-.*\.js$/, most: 20 },
  { what: 'first steps', files: /^chunks\/welcome-.*\.js$/, most: 8 },
  { what: 'help', files: /^chunks\/help-.*\.js$/, most: 20 },
  // Part of the guard is shared with the help, which shows it.
  { what: 'shared by pages', files: /^chunks\/(?!options|popup|guard|welcome|help).*\.js$/, most: 99 },
  { what: 'script in marketplace pages', files: /^content-scripts\/.*\.js$/, most: 46 },
  { what: '… compressed', files: /^content-scripts\/.*\.js$/, most: 17, compressed: true },
  { what: 'card in pages of a renewal', files: /^card\.js$/, most: 76 },
  { what: '… compressed', files: /^card\.js$/, most: 28, compressed: true },
  { what: 'texts of three languages', files: /^_locales\//, most: 260 },
];

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/**
 * Weighs a build.
 *
 * @returns a line for each part, and which of them are too heavy or not there at all
 */
export async function weigh(folder: string): Promise<{ table: string[]; tooHeavy: string[] }> {
  const names = await filesIn(folder);
  const table: string[] = [];
  const tooHeavy: string[] = [];
  for (const { what, files, most, compressed } of LIMITS) {
    const found = names.filter((name) => files.test(name));
    const contents = await Promise.all(found.map((name) => readFile(join(folder, name))));
    const sizes = contents.map((data) => (compressed ? gzipSync(data, { level: 9 }) : data).length);
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    table.push(`${what.padEnd(30)}${kB(bytes).padStart(10)}  of ${most} kB`);
    if (bytes > most * 1000 || bytes === 0) tooHeavy.push(what);
  }
  return { table, tooHeavy };
}
