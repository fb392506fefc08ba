import fc from 'fast-check';

/** What can stand where something else should: values of every type that a store holds, small and huge. */
export const nonsense: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    '',
    ' ',
    'x'.repeat(100_000),
    '__proto__',
    '2026-02-30',
    '+275760-09-14',
    'Etc/Unknown',
    0,
    -1,
    0.5,
    1e300,
    8.64e15,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.MAX_SAFE_INTEGER,
    [],
    {},
    [null],
    [[[[]]]],
    { id: {}, at: [], basis: 'exact' },
    new Date(0),
    new Map(),
    10n,
  ),
  fc.anything({ maxDepth: 2, withBigInt: true, withDate: true, withNullPrototype: false }),
);

type Path = (string | number)[];

/** Every place in a value, its members' members included. */
function placesIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return at.length > 0 ? [at] : [];
  const within = Object.entries(value).flatMap(([key, each]) =>
    placesIn(each, [...at, Array.isArray(value) ? Number(key) : key]),
  );
  return at.length > 0 ? [at, ...within] : within;
}

/** The same value with another one in this place; without it where that is `gone`. */
function withAt(value: unknown, [key, ...rest]: Path, put: { value: unknown } | 'gone'): unknown {
  if (key === undefined) return put === 'gone' ? undefined : put.value;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  if (rest.length === 0 && put === 'gone') delete copy[key];
  else copy[key] = withAt(copy[key], rest, put);
  return copy;
}

/**
 * One of these rows with one to three of its members missing or exchanged for nonsense; its key stays.
 *
 * @param key The member that it is stored by.
 */
export function damaged<T extends object>(rows: readonly T[], key: string): fc.Arbitrary<T> {
  return fc.constantFrom(...rows).chain((row) => {
    const places = placesIn(row).filter(([first]) => first !== key);
    const blow = fc.tuple(
      fc.constantFrom(...places),
      fc.oneof(
        fc.constant('gone' as const),
        nonsense.map((value) => ({ value })),
      ),
    );
    return fc.array(blow, { minLength: 1, maxLength: 3 }).map((blows) =>
      blows.reduce<unknown>((hit, [at, put]) => {
        // A place may have gone with the one above it.
        const above = at
          .slice(0, -1)
          .reduce<unknown>((each, step) => (each as Record<string, unknown>)?.[step], hit);
        return typeof above === 'object' && above !== null ? withAt(hit, at, put) : hit;
      }, row),
    ) as fc.Arbitrary<T>;
  });
}
