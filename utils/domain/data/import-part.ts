import { z } from 'zod';
import { keptSettingsSchema, rowSchemas, TABLES } from './schema.ts';

/** A table that goes into a file; the settings are one with a single row. */
export const backupTableSchema = z.enum([...TABLES, 'settings']);
export type BackupTable = z.infer<typeof backupTableSchema>;

/**
 * Rows of a file that are to be imported; a large file comes in parts. The rows are checked once more: whatever the
 * page made of the file, only what passed its table's schema is kept.
 */
export const importPartSchema = z
  .object({
    /** Names the import that the part belongs to. */
    offer: z.string().min(1).max(100),
    /** Which part of it this is: from 0, which begins it. */
    part: z.int().nonnegative(),
    table: backupTableSchema,
    rows: z.array(z.unknown()).max(5000),
  })
  .transform(({ table, rows, ...which }) => {
    const schema = table === 'settings' ? keptSettingsSchema : rowSchemas[table];
    return { ...which, table, rows: rows.map((row): unknown => schema.parse(row)) };
  });
export type ImportPart = z.infer<typeof importPartSchema>;
