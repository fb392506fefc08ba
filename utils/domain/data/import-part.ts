import * as z from 'zod/mini';
import { keptSettingsSchema, rowSchemas, TABLES } from './schema.ts';

/** A table that goes into a file; the settings are one with a single row. */
export const backupTableSchema = z.enum([...TABLES, 'settings']);
export type BackupTable = z.infer<typeof backupTableSchema>;

/**
 * Rows of a file that are to be imported; a large file comes in parts. The rows are checked once more: whatever the
 * page made of the file, only what passed its table's schema is kept.
 */
export const importPartSchema = z.pipe(
  z.object({
    /** Names the import that the part belongs to. */
    offer: z.string().check(z.minLength(1), z.maxLength(100)),
    /** Which part of it this is: from 0, which begins it. */
    part: z.int().check(z.nonnegative()),
    table: backupTableSchema,
    rows: z.array(z.unknown()).check(z.maxLength(5000)),
  }),
  z.transform(({ table, rows, ...which }) => {
    const schema = table === 'settings' ? keptSettingsSchema : rowSchemas[table];
    return { ...which, table, rows: rows.map((row): unknown => schema.parse(row)) };
  }),
);
export type ImportPart = z.infer<typeof importPartSchema>;
