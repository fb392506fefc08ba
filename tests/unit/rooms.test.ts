import { describe, expect, it } from 'vitest';
import { importsIn } from '../lint/imports.ts';

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
