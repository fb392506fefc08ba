import * as z from 'zod/mini';
import { type Fault, faultsOf, MOST_FAULTS } from '../fault.ts';
import {
  type Content,
  type KeptSettings,
  keptSettingsSchema,
  nothing,
  type Row,
  rowSchemas,
  TABLES,
  type TableName,
} from './schema.ts';

/** How our files name themselves. */
export const FORMAT = 'grantkeeper';

/** The version of what is written. Every version that was ever written is read; each has an example in the tests. */
export const FILE_VERSION = 1;

/** No file is read that is larger: bytes. 10,000 connections with ten grants and runs each are some 80 MB. */
export const MOST_BYTES = 150_000_000;

/** Rows of one table. */
const MOST_ROWS = 500_000;

/** Values of one row: a receipt may name 100 domains with 200 sign-ins each. */
const MOST_VALUES = 50_000;

const headSchema = z.object({ format: z.literal(FORMAT), version: z.int().check(z.minimum(1)) });

/** A file with everything, as text. Holds no secrets: none of the tables does. */
export function writeFile(content: Content, exportedAt: number, program: string): string {
  const head = {
    format: FORMAT,
    version: FILE_VERSION,
    exportedAt: new Date(exportedAt).toISOString(),
    program,
  };
  return `${JSON.stringify({ ...head, ...content }, null, 1)}\n`;
}

/**
 * A row as it goes out: what the schema knows of it, and nothing else. Undefined for one that no file could bring back,
 * and for a run that is not over.
 */
export function rowOut<T extends TableName>(table: T, row: unknown): Row<T> | undefined {
  const read = rowSchemas[table].safeParse(row);
  return read.success ? (read.data as Row<T>) : undefined;
}

/** The settings as they go out. */
export function settingsOut(settings: unknown): KeptSettings | undefined {
  return keptSettingsSchema.safeParse(settings).data;
}

export type Read = { ok: true; content: Content } | { ok: false; faults: Fault[] };

/**
 * Reads a file of any version ever written. All faults are reported at once; after very many, reading stops.
 *
 * @returns the content, or what is wrong and where; a file with even one fault is refused.
 */
export function readFile(text: string): Read {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, faults: [{ code: 'not-json' }] };
  }
  const head = headSchema.safeParse(json);
  if (!head.success) return { ok: false, faults: [{ code: 'not-ours' }] };
  if (head.data.version > FILE_VERSION) return { ok: false, faults: [{ code: 'newer-version' }] };
  return readTables(json as Record<string, unknown>);
}

/** Reads the tables of version 1. One that is not there is empty: it could not be read when the file was written. */
function readTables(json: Record<string, unknown>): Read {
  const faults: Fault[] = [];
  const content = nothing();
  const tables = content as unknown as Record<TableName, unknown[]>;
  for (const table of TABLES) {
    const rows = json[table] ?? [];
    if (!Array.isArray(rows)) faults.push({ code: 'wrong-type', path: table });
    else if (rows.length > MOST_ROWS) faults.push({ code: 'too-large', path: table });
    else tables[table] = rowsIn(table, rows, faults);
  }
  const settings = z.optional(keptSettingsSchema).safeParse(json.settings, { reportInput: true });
  faults.push(...faultsOf(settings.error?.issues ?? [], ['settings']));
  if (faults.length > 0) return { ok: false, faults: faults.slice(0, MOST_FAULTS) };
  return { ok: true, content: { ...content, ...(settings.data && { settings: settings.data }) } };
}

/** Whether a row has no more values than any of ours: a schema looks at each of them before it counts them. */
function isBounded(row: unknown): boolean {
  let left = MOST_VALUES;
  const open = [row];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    const members = Array.isArray(value) ? value : Object.values(value);
    left -= members.length;
    if (left < 0) return false;
    open.push(...members);
  }
  return true;
}

function rowsIn(table: TableName, rows: unknown[], faults: Fault[]): unknown[] {
  const ids = new Set<string>();
  const good: unknown[] = [];
  for (const [index, row] of rows.entries()) {
    if (faults.length >= MOST_FAULTS) break;
    if (!isBounded(row)) {
      faults.push({ code: 'too-long', path: `${table}[${index}]` });
      continue;
    }
    const read = rowSchemas[table].safeParse(row, { reportInput: true });
    faults.push(...faultsOf(read.error?.issues ?? [], [table, index]));
    if (!read.success) continue;
    if (ids.has(read.data.id)) faults.push({ code: 'twice', path: `${table}[${index}].id` });
    ids.add(read.data.id);
    good.push(read.data);
  }
  return good;
}
