import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FLOORS, THINGS } from './import-rule.ts';
import { linterBlock, withPicture } from './import-rule-written.ts';
import { importsIn } from './imports.ts';

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

/** The rooms of a floor that import each other in a circle, as the way round; undefined where there is none. */
function circleIn(edges: readonly (readonly [from: string, to: string])[]): string[] | undefined {
  const next = Map.groupBy(edges, ([from]) => from);
  const over = new Set<string>();
  function from(room: string, way: string[]): string[] | undefined {
    if (way.includes(room)) return [...way.slice(way.indexOf(room)), room];
    if (over.has(room)) return undefined;
    for (const [, to] of next.get(room) ?? []) {
      const circle = from(to, [...way, room]);
      if (circle) return circle;
    }
    over.add(room);
    return undefined;
  }
  for (const room of next.keys()) {
    const circle = from(room, []);
    if (circle) return circle;
  }
  return undefined;
}

describe('rooms', () => {
  it.each(['utils/domain', 'utils/flows'])('of %s import each other in no circle', (floor) => {
    const roomOf = (path: string): string | undefined =>
      path.startsWith(`${floor}/`)
        ? path
            .slice(floor.length + 1)
            .split('/')
            .at(-2)
        : undefined;
    const edges = importsIn(floor).flatMap(({ from, to }) => {
      const [own, other] = [roomOf(from), roomOf(to)];
      return own && other && own !== other ? [[own, other] as const] : [];
    });
    expect(edges.length).toBeGreaterThan(10);
    expect(circleIn(edges)?.join(' → ')).toBeUndefined();
  });

  it('are found in a circle where there is one', () => {
    expect(
      circleIn([
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'b'],
      ]),
    ).toEqual(['b', 'c', 'b']);
    expect(
      circleIn([
        ['a', 'b'],
        ['a', 'c'],
        ['b', 'c'],
      ]),
    ).toBeUndefined();
  });
});
