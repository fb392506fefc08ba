import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** What a guide names before the reader has made it. */
const TO_BE_MADE = ['utils/domain/marketplaces/basar.ts'];

/** CHANGELOG tells of what was, so its paths may be gone. */
const documents = [
  ...readdirSync(root).filter((file) => file.endsWith('.md') && file !== 'CHANGELOG.md'),
  ...readdirSync(join(root, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

/** The paths that a document names, in backticks from the root or as links from where it stands. */
function pathsIn(document: string, text: string): string[] {
  const named = [
    ...text.matchAll(/`((?:utils|entrypoints|components|public|tests|docs|\.github|\.ci)\/[\w./@-]*)`/g),
  ].map(([, path]) => path ?? '');
  const linked = [...text.matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)[^)]*\)/g)].map(([, path]) =>
    join(dirname(document), path ?? ''),
  );
  return [...named, ...linked];
}

const missingIn = (document: string, text: string): string[] =>
  pathsIn(document, text).filter((path) => !TO_BE_MADE.includes(path) && !existsSync(join(root, path)));

describe('documents', () => {
  it.each(documents)('%s names only files and folders that exist', (document) => {
    expect(missingIn(document, readFileSync(join(root, document), 'utf8'))).toEqual([]);
  });

  it('are found out where one names what does not exist', () => {
    expect(
      missingIn('docs/a.md', 'See `utils/gone.ts`, [b](gone.md#part), [c](../README.md), `tests/lint/`.'),
    ).toEqual(['utils/gone.ts', 'docs/gone.md']);
  });
});
