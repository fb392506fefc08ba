import 'temporal-polyfill/global';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type * as z from 'zod/mini';

/** What ships instead of zod (`.ci/build/schemas`) says the same as zod of everything that is looked at. */

const load = async () => ({
  protocol: (await import('../../utils/messages/protocol.ts')).protocol as unknown as Record<
    string,
    { payload: z.ZodMiniType }
  >,
  data: await import('../../utils/domain/data/schema.ts'),
  readFile: (await import('../../utils/domain/data/file.ts')).readFile,
  managed: (await import('../../utils/domain/policy/managed.ts')).managedOf,
  decode: (await import('../../utils/domain/sync/code.ts')).decode,
  expiry: (await import('../../utils/domain/account/grant-schema.ts')).expirySchema,
  answer: (await import('../../utils/domain/address/answer/schema.ts')).answerSchema,
});
type Loaded = Awaited<ReturnType<typeof load>>;

let zod: Loaded;
let shipped: Loaded;

beforeAll(async () => {
  zod = await load();
  vi.resetModules();
  vi.doMock('zod/mini', () => import('../../.ci/build/schemas/index.ts'));
  shipped = await load();
});
afterAll(() => vi.doUnmock('zod/mini'));

/** Every schema by name. */
const schemasOf = ({ protocol, data, expiry, answer }: Loaded): Map<string, z.ZodMiniType> =>
  new Map<string, z.ZodMiniType>([
    ...Object.entries(protocol).map(([name, { payload }]): [string, z.ZodMiniType] => [name, payload]),
    ...Object.entries(data.rowSchemas).map(([name, row]): [string, z.ZodMiniType] => [`row ${name}`, row]),
    ['settings in a file', data.keptSettingsSchema],
    ['expiry', expiry],
    ['answer', answer],
  ]);

const TEXTS = [
  '',
  ' ',
  'a',
  ' a ',
  'x.y-z',
  'de',
  'eu',
  '__proto__',
  'constructor',
  '12:30',
  '24:00',
  '2026-11-20',
  '2024-02-29',
  '2100-02-29',
  '2000-02-29',
  '2026-13-01',
  '2026-06-31',
  'https://shop.example/a?b=c',
  ' https://shop.example\n/ ',
  'http://shop.example/',
  'https://localhost/',
  'https:shop.example',
  'https://münchen.example/',
  'javascript:1',
  'a\u202eb',
  '😀'.repeat(100),
  '\ud83d'.repeat(101),
  'ä'.repeat(201),
  'x'.repeat(5001),
  'y'.repeat(2001),
  'amzn1.sp.solution.0a1b2c3d-0000-4000-8000-000000000001',
  'Seller-Name-PRD-0123456789ab-01234567',
];
const NUMBERS = [
  0,
  -0,
  1,
  -1,
  -2,
  0.5,
  30,
  731,
  3650,
  3651,
  1_000_001,
  1_790_000_000_000,
  7_258_118_400_001,
  2 ** 53,
  -(2 ** 53),
  NaN,
  Infinity,
];
const ODD: unknown[] = [
  undefined,
  null,
  true,
  false,
  [],
  {},
  new Date(0),
  [null],
  { length: 3 },
  ...TEXTS,
  ...NUMBERS,
];

type Def = z.core.$ZodTypes['_zod']['def'];

/** Values near what a schema asks for: most of them fit, some do not. */
function near(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const def = schema._zod.def as Def;
  const usual = fitting(def, schema as z.ZodMiniType);
  return fc.oneof({ weight: 60, arbitrary: usual }, { weight: 1, arbitrary: fc.constantFrom(...ODD) });
}

/** Of the values that are known those that fit. */
function known(schema: z.ZodMiniType, values: readonly unknown[]): fc.Arbitrary<unknown> {
  const good = values.filter((value) => schema.safeParse(value).success);
  return fc.constantFrom(...(good.length > 0 ? good : values));
}

function fitting(def: Def, schema: z.ZodMiniType): fc.Arbitrary<unknown> {
  switch (def.type) {
    case 'object': {
      const members = Object.entries(def.shape).map(([key, member]): [string, fc.Arbitrary<unknown>] => [
        key,
        near(member),
      ]);
      const required = Object.entries(def.shape)
        .filter(([, member]) => member._zod.optin === undefined)
        .map(([key]) => key);
      const usual = fc.record(Object.fromEntries(members), { requiredKeys: required });
      return fc
        .tuple(usual, fc.nat(40), fc.constantFrom(...Object.keys(def.shape), 'x'))
        .map(([value, dice, key]) => {
          if (dice === 0) return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
          if (dice === 1) return { ...value, more: 1, toString: 'own' };
          return dice === 2
            ? JSON.parse(
                `{"__proto__":{"a":1},${JSON.stringify({ ...value }, undefined).slice(1)}`.replace(',}', '}'),
              )
            : value;
        });
    }
    case 'optional':
      return fc.option(near(def.innerType), { nil: undefined });
    case 'array':
      return fc.oneof(
        { weight: 30, arbitrary: fc.array(near(def.element), { maxLength: 3 }) },
        { weight: 1, arbitrary: near(def.element).map((each) => Array(31).fill(each)) },
      );
    case 'tuple':
      return fc
        .tuple(...def.items.map(near))
        .chain((items) => fc.constantFrom(items, items, items, items.slice(1), [...items, 1]));
    case 'record':
      return fc.array(fc.tuple(near(def.keyType), near(def.valueType)), { maxLength: 3 }).map((entries) => {
        const all: Record<string, unknown> = {};
        for (const [key, value] of entries)
          Object.defineProperty(all, String(key), { value, enumerable: true, configurable: true });
        return all;
      });
    case 'union':
      return fc.oneof(...def.options.map(near));
    case 'intersection':
      return fc
        .tuple(near(def.left), near(def.right))
        .map(([left, right]) => ({ ...(left as object), ...(right as object) }));
    case 'pipe':
      return near(def.in);
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries));
    case 'literal':
      return fc.constantFrom(...def.values);
    default:
      return known(schema, ODD);
  }
}

interface Told {
  code: string;
  path: PropertyKey[];
  input?: unknown;
  origin?: string;
  format?: string;
}

/** What a schema says of a value, as far as `faultsOf` reads it. */
function said(schema: z.ZodMiniType, value: unknown): unknown {
  const read = schema.safeParse(value, { reportInput: true });
  if (read.success) return { data: read.data };
  return (read.error.issues as Told[]).map(({ code, path, input, origin, format }) => ({
    code,
    path,
    input,
    ...(code.startsWith('too_') && { origin }),
    ...(code === 'invalid_format' && { format }),
  }));
}

/** Whether both throw. Only rows that are checked once more do, within a file's part. */
function parsed(schema: z.ZodMiniType, value: unknown): unknown {
  try {
    return said(schema, value);
  } catch {
    return 'thrown';
  }
}

const clone = <T>(value: T): T => structuredClone(value);

describe('what ships in place of zod', () => {
  it('holds every schema', () => {
    expect([...schemasOf(shipped).keys()]).toEqual([...schemasOf(zod).keys()]);
    expect(schemasOf(zod).size).toBeGreaterThan(60);
    expect(schemasOf(shipped).get('answer')).not.toBeInstanceOf(
      Object.getPrototypeOf(zod.answer).constructor,
    );
  });

  it('says the same of what fits and of what does not', () => {
    const other = schemasOf(shipped);
    const count = { fits: 0, refused: 0 };
    for (const [name, schema] of schemasOf(zod)) {
      fc.assert(
        fc.property(near(schema), (value) => {
          const wanted = parsed(schema, clone(value));
          count[Object.hasOwn(wanted as object, 'data') ? 'fits' : 'refused'] += 1;
          expect(parsed(other.get(name) as z.ZodMiniType, clone(value)), name).toStrictEqual(wanted);
        }),
        { numRuns: 200 },
      );
    }
    expect(count.fits).toBeGreaterThan(2000);
    expect(count.refused).toBeGreaterThan(1000);
  });

  it('reads files, policies and the sync as zod does', () => {
    const connection = near(zod.data.fileConnectionSchema);
    fc.assert(
      fc.property(
        fc.array(connection, { maxLength: 3 }),
        near(zod.data.keptSettingsSchema),
        fc.constantFrom(1, 0, 2, '1'),
        (connections, settings, version) => {
          const text = JSON.stringify({ format: 'grantkeeper', version, connections, settings }, (_, each) =>
            typeof each === 'bigint' ? 0 : each,
          );
          expect(shipped.readFile(text)).toStrictEqual(zod.readFile(text));
        },
      ),
      { numRuns: 5000 },
    );
    const loose = fc.constantFrom(...ODD);
    const preset = fc.record(
      {
        id: loose,
        marketplace: fc.constantFrom('amazon', 'ebay', 'x'),
        site: fc.constantFrom('de', ' DE ', 'x', 3),
        software: fc.constantFrom('magnalister', ' Other ', ''),
        name: loose,
        note: loose,
      },
      { requiredKeys: ['id'] },
    );
    fc.assert(
      fc.property(
        fc.record(
          {
            connections: fc.oneof(fc.array(preset), loose),
            reminderDays: fc.array(fc.constantFrom(...NUMBERS)),
            defaultMode: fc.constantFrom('clear', 'set-aside', 'x'),
            locked: fc.constantFrom(['sync'], ['x'], 'sync'),
            allowExport: loose,
          },
          { requiredKeys: [] },
        ),
        (policy) => {
          expect(shipped.managed(clone(policy))).toStrictEqual(zod.managed(clone(policy)));
        },
      ),
      { numRuns: 5000 },
    );
    const plain = fc.oneof(fc.jsonValue(), loose);
    const stamp = fc.oneof(
      fc.tuple(fc.constantFrom(...NUMBERS), fc.constantFrom('a', '', 'x'.repeat(21))),
      loose,
    );
    const names = fc.constantFrom('n', 'e.amazon', 'constructor', '__proto__', 'A', '');
    const item = fc.record(
      {
        v: fc.constantFrom(1, 1, 1, 2),
        l: loose,
        g: fc.constantFrom(0, 5, -1),
        s: stamp,
        f: fc.dictionary(names, plain),
        x: fc.dictionary(names, stamp),
      },
      { requiredKeys: ['v'] },
    );
    fc.assert(
      fc.property(item, (value) => {
        expect(shipped.decode('c:1', clone(value))).toStrictEqual(zod.decode('c:1', clone(value)));
      }),
      { numRuns: 500 },
    );
  });

  it('names no value in what it throws', () => {
    const secret = { offer: 'o', part: 0, table: 'grants', rows: [{ id: 'secret-1' }] };
    const { payload } = shipped.protocol['import/offer'] as { payload: z.ZodMiniType };
    expect(() => payload.parse(secret)).toThrow(/connectionId: invalid_type/);
    expect(() => payload.parse(secret)).not.toThrow(/secret-1/);
  });
});
