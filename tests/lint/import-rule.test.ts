import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FLOORS, THINGS } from './import-rule.ts';
import { linterBlock, withPicture } from './import-rule-written.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('the import rule', () => {
  it.each(FLOORS)('says of $name what it knows and where the rest belongs, each thing once', (floor) => {
    const said = [...floor.knows, ...floor.refuses.flatMap(([things]) => things)];
    // The schemas are a part of the messages: a floor that is refused these need not name them.
    const others = Object.keys(THINGS).filter((thing) => thing !== floor.name && thing !== 'schemas');
    expect(said.filter((thing) => thing !== 'schemas').toSorted()).toEqual(others.toSorted());
  });

  it('is what the linter goes by: else run `npm run import-rule`', () => {
    expect(read('tests/lint/import-rule.biome.json')).toBe(linterBlock());
    expect(JSON.parse(read('biome.json'))).toMatchObject({
      extends: ['./tests/lint/import-rule.biome.json'],
    });
  });

  it('is what ARCHITECTURE.md shows: else run `npm run import-rule`', () => {
    const page = read('ARCHITECTURE.md');
    expect(withPicture(page)).toBe(page);
  });
});
