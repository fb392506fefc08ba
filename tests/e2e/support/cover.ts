/** Every value of every switch. */
export type Choices = Record<string, readonly (string | number | boolean)[]>;
export type Row<C extends Choices> = { [K in keyof C]: C[K][number] };

type Pair = string;

const pairOf = (a: string, x: unknown, b: string, y: unknown): Pair => JSON.stringify([a, x, b, y]);

function pairsIn(row: Record<string, unknown>): Pair[] {
  const names = Object.keys(row).sort();
  return names.flatMap((a, index) => names.slice(index + 1).map((b) => pairOf(a, row[a], b, row[b])));
}

function allPairs(choices: Choices): Set<Pair> {
  const names = Object.keys(choices).sort();
  const pairs = names.flatMap((a, index) =>
    names
      .slice(index + 1)
      .flatMap((b) => (choices[a] ?? []).flatMap((x) => (choices[b] ?? []).map((y) => pairOf(a, x, b, y)))),
  );
  return new Set(pairs);
}

/**
 * Rows that together hold every pair of values of every two switches, the most telling rows first: a greedy cover,
 * the same on every machine. Every single value stands in the first rows, as many as the longest list is long.
 */
export function pairwise<C extends Choices>(choices: C): Row<C>[] {
  const open = allPairs(choices);
  const unused = new Map(Object.entries(choices).map(([name, values]) => [name, new Set<unknown>(values)]));
  const uses = new Map<string, number>();
  const usesOf = (name: string, value: unknown): number => uses.get(`${name} ${value}`) ?? 0;
  const rows: Row<C>[] = [];
  while (open.size > 0) {
    const row: Record<string, unknown> = {};
    // A pair that is still open starts the row, so that each row covers something new; first one of unused values.
    const pairs = [...open].map((pair) => JSON.parse(pair) as [string, unknown, string, unknown]);
    const news = ([a, x, b, y]: (typeof pairs)[number]): number =>
      Number(unused.get(a)?.has(x)) + Number(unused.get(b)?.has(y));
    const start = pairs.reduce((best, pair) => (news(pair) > news(best) ? pair : best));
    const [a, x, b, y] = start;
    Object.assign(row, { [a]: x, [b]: y });
    for (const [name, values] of Object.entries(choices)) {
      if (name in row) continue;
      const gain = (value: unknown): number => {
        const fresh = unused.get(name)?.has(value) ? 1000 : 0;
        return fresh + pairsIn({ ...row, [name]: value }).filter((pair) => open.has(pair)).length;
      };
      const rarest = (one: unknown, other: unknown): number => usesOf(name, one) - usesOf(name, other);
      row[name] = [...values].sort((one, other) => gain(other) - gain(one) || rarest(one, other))[0];
    }
    for (const pair of pairsIn(row)) open.delete(pair);
    for (const [name, value] of Object.entries(row)) {
      unused.get(name)?.delete(value);
      uses.set(`${name} ${value}`, usesOf(name, value) + 1);
    }
    rows.push(row as Row<C>);
  }
  return rows;
}
