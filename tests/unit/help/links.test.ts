import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');

/** Every surface that a person can meet, and the file in which its way to the help stands. */
const SURFACES = [
  'entrypoints/guard/Frame.tsx',
  'entrypoints/popup/Head.tsx',
  'entrypoints/options/Dashboard.tsx',
  'entrypoints/welcome/Welcome.tsx',
  'utils/platform/surface/own-pages.ts',
];

it('every surface leads to the help, and every link to a part of it that there is', () => {
  const parts = [...read('entrypoints/help/guide/topics.ts').matchAll(/\bid: '(\w+)'/g)].map(([, id]) => id);
  expect(parts.length).toBeGreaterThan(8);
  const linked = globSync('{utils,components,entrypoints}/**/*.{ts,tsx}', { cwd: root }).flatMap((name) =>
    [...read(name).matchAll(/help\.html(?:#(\w+))?/g)].map(([, part]) => ({ name, part })),
  );
  const strays = linked.filter(({ part }) => part !== undefined && part !== 'try' && !parts.includes(part));
  expect(strays).toEqual([]);
  expect(SURFACES.filter((each) => !linked.some(({ name }) => name === each))).toEqual([]);
});
