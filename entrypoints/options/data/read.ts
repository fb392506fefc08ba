import { decodeText } from '@/utils/domain/data/decode.ts';
import type { Fault } from '@/utils/domain/data/fault.ts';
import { MOST_BYTES, readFile } from '@/utils/domain/data/file.ts';
import type { Content } from '@/utils/domain/data/schema.ts';
import { readTable } from '@/utils/domain/data/table.ts';
import { readContent } from './content.ts';

/** Reads a file that the person chose: a backup, or else a table. */
export async function readChosen(
  file: File,
): Promise<{ ok: true; content: Content } | { ok: false; faults: Fault[] }> {
  if (file.size > MOST_BYTES) return { ok: false, faults: [{ code: 'too-large' }] };
  const text = decodeText(new Uint8Array(await file.arrayBuffer()));
  if (text === undefined) return { ok: false, faults: [{ code: 'not-text' }] };
  if (file.name.toLowerCase().endsWith('.json') || /^\s*[[{]/.test(text)) return readFile(text);
  const { content: here } = await readContent();
  return readTable(text, {
    here,
    now: Date.now(),
    zone: Temporal.Now.timeZoneId(),
    newId: () => crypto.randomUUID(),
  });
}
