import { decodeText, isUnicode } from '@/utils/domain/data/decode.ts';
import { MOST_BYTES, readFile } from '@/utils/domain/data/file.ts';
import type { Content } from '@/utils/domain/data/schema.ts';
import type { Fault } from '@/utils/domain/fault.ts';
import { MOST_SIGNS } from '@/utils/domain/table/csv.ts';
import type { DayOrders } from '@/utils/domain/table/line.ts';

/** What a file holds: a backup, or the text of a table, which is read where it can be compared with what is kept. */
export type Chosen =
  | { is: 'backup'; content: Content }
  | {
      is: 'table';
      text: string;
      /** What the user said of its columns of days. */
      orders: DayOrders;
      /** Of an encoding that does not hold every letter: some may have been lost when it was saved. */
      isLegacy: boolean;
    };

/** Reads a file that the person chose: a backup, or else a table. */
export async function readChosen(
  file: File,
): Promise<{ ok: true; chosen: Chosen } | { ok: false; faults: Fault[] }> {
  if (file.size > MOST_BYTES) return { ok: false, faults: [{ code: 'too-large' }] };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = decodeText(bytes);
  if (text === undefined) return { ok: false, faults: [{ code: 'not-text' }] };
  if (file.name.toLowerCase().endsWith('.json') || /^\s*[[{]/.test(text)) {
    const read = readFile(text);
    return read.ok ? { ok: true, chosen: { is: 'backup', content: read.content } } : read;
  }
  if (text.length > MOST_SIGNS) return { ok: false, faults: [{ code: 'too-large' }] };
  return { ok: true, chosen: { is: 'table', text, orders: {}, isLegacy: !isUnicode(bytes) } };
}
