import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { changelog, newestIn, notesIn } from './changelog.ts';

/**
 * `npm run release:check -- v1.2.3`: whether CHANGELOG.md is ready for this tag; without a tag, for a dry run, only what
 * it would be. Leaves the release notes in `.output/notes.md`.
 */

const tag = process.argv[2] ?? '';
const { version, releasedOn } = newestIn(changelog());
const problems =
  tag === ''
    ? []
    : [
        ...(tag === `v${version}` ? [] : [`The tag is ${tag}; CHANGELOG.md begins with ${version}.`]),
        ...(releasedOn === undefined ? [`CHANGELOG.md has no day for ${version} yet.`] : []),
      ];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
const output = join(import.meta.dirname, '../../.output');
await mkdir(output, { recursive: true });
await writeFile(join(output, 'notes.md'), `${notesIn(changelog())}\n`);
console.log(`Version ${version}, ${releasedOn ?? 'not released yet'}.`);
