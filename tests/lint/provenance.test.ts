import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Places where something else has one of these names: what a regular expression holds. */
const OTHERS = ['shape.source'];

/** What reads a part of a definition that a build leaves out (`.ci/build/provenance.ts`): there it would be nothing. */
function readsIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => /\.tsx?$/.test(file) && !/domain\/(?:marketplaces|integrations)\//.test(`${folder}/${file}`),
    )
    .flatMap((file) => {
      const code = readFileSync(join(root, folder, file), 'utf8').replace(/^\s*(?:\*|\/\/|\/\*\*).*$/gm, '');
      const reads = code.matchAll(/\b\w+(?:\?\.|\.|\??\.?\[')(?:sources?|samples)\b/g);
      return [...reads]
        .filter(([read]) => !OTHERS.includes(read))
        .map(([read]) => `${folder}/${file}: ${read}`);
    });
}

describe('where facts were read and what they were tested with', () => {
  it.each(['utils', 'entrypoints', 'components'])('is read nowhere in %s', (folder) => {
    expect(readsIn(folder)).toEqual([]);
  });
});
