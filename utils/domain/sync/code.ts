import * as z from 'zod/mini';
import type { Item, Plain, Register, Stamp } from './item.ts';

/** Items as the browser's sync holds them: small, since all of them together have to fit into 100 KB. */

/** The limits of `storage.sync` (Chrome's and Mozilla's documentation of the API; checked 2026-11-21). */
export const LIMITS = {
  /** Bytes of one item, its key and its value as JSON. */
  itemBytes: 8192,
  bytes: 102_400,
  items: 512,
} as const;

const KEY = 'c:';

const plain: z.ZodMiniType<Plain> = z.lazy(() =>
  z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(plain)]),
);
const stamp = z.tuple([
  z.int().check(z.minimum(0), z.maximum(Number.MAX_SAFE_INTEGER - 1)),
  z.string().check(z.minLength(1), z.maxLength(20)),
]);
const name = z.string().check(
  z.regex(/^[a-z][a-z.-]{0,30}$/),
  // What every object has by itself (`constructor`) would be taken for a stamp that was written down.
  z.refine((text) => !(text in {})),
);

/** What is written: `s` is the stamp of most fields, `x` holds those of the others. */
const codeSchema = z.object({
  v: z.literal(1),
  l: z.optional(z.int().check(z.minimum(1), z.maximum(1_000_000))),
  g: z.optional(z.int().check(z.minimum(0), z.maximum(1_000_000))),
  s: z.optional(stamp),
  f: z.optional(z.record(name, plain)),
  x: z.optional(z.record(name, stamp)),
});

type Code = z.infer<typeof codeSchema>;

/** The key of a connection's item. */
export const keyOf = (id: string): string => KEY + id;

/** Whether a key of the sync is an item of ours. */
export const isKey = (key: string): boolean => key.startsWith(KEY);

const stampKey = ({ n, by }: Stamp): string => `${n} ${by}`;

/** The stamp that the most fields have. */
function commonStamp(registers: readonly Register[]): Stamp | undefined {
  const groups = [...Map.groupBy(registers, stampKey).values()];
  return groups.sort((a, b) => b.length - a.length)[0]?.[0];
}

/** An item as it is written. */
export function encode({ life, gone, registers }: Item): Code {
  const head = { v: 1 as const, ...(life > 0 && { l: life }), ...(gone !== undefined && { g: gone }) };
  const sorted = Object.entries(registers).sort(([a], [b]) => (a < b ? -1 : 1));
  const common = commonStamp(sorted.map(([, register]) => register));
  if (!common) return head;
  const others = sorted.filter(([, register]) => stampKey(register) !== stampKey(common));
  return {
    ...head,
    s: [common.n, common.by],
    f: Object.fromEntries(sorted.map(([field, { value }]) => [field, value])),
    ...(others.length > 0 && {
      x: Object.fromEntries(others.map(([field, { n, by }]): [string, [number, string]] => [field, [n, by]])),
    }),
  };
}

/** Reads what is written; undefined for what this program does not understand. */
export function decode(key: string, value: unknown): Item | undefined {
  const id = key.slice(KEY.length);
  const read = codeSchema.safeParse(value);
  if (!isKey(key) || id === '' || id.length > 150 || !read.success) return undefined;
  const { l: life = 0, g: gone, s: common, f: fields = {}, x: others = {} } = read.data;
  if (!common && Object.keys(fields).length > 0) return undefined;
  const registers: Record<string, Register> = {};
  for (const [field, plainValue] of Object.entries(fields)) {
    const [n, by] = others[field] ?? common ?? [0, ''];
    registers[field] = { value: plainValue, n, by };
  }
  return { id, life, registers, ...(gone !== undefined && { gone }) };
}

const encoder = new TextEncoder();

/** What an item takes of the sync's room: the bytes of its key and of its value as JSON. */
export function sizeOf(key: string, value: unknown): number {
  return encoder.encode(key).length + encoder.encode(JSON.stringify(value)).length;
}
