import type { BackupTable } from '@/utils/domain/data/import-part.ts';
import {
  type Content,
  type KeptSettings,
  nothing,
  TABLES,
  type TableName,
} from '@/utils/domain/data/schema.ts';
import type { Fault } from '@/utils/domain/fault.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import type { Chosen } from './read.ts';

/** Rows that are sent at once. */
const PART = 2000;

async function readRows(table: BackupTable): Promise<{ rows: object[]; lost: number } | undefined> {
  const rows: object[] = [];
  let lost = 0;
  let after: string | undefined;
  do {
    const asked = { table, ...(after !== undefined && { after }) };
    const ask = () => sendMessage('data/page', asked);
    // A worker that was stopped in the middle of an answer gives it the next time.
    const page = await ask().catch(ask);
    if (!page) return undefined;
    rows.push(...page.rows);
    lost += page.lost;
    after = page.next;
  } while (after !== undefined);
  return { rows, lost };
}

/**
 * Everything that is kept and can be read, for a file; a table that cannot be read at all is left out. Undefined where
 * the organisation does not allow it.
 */
export async function readContent(): Promise<{ content: Content; lost: number } | undefined> {
  const content = nothing();
  let lost = 0;
  for (const table of TABLES) {
    const read = await readRows(table).catch(() => ({ rows: [], lost: 1 }));
    if (!read) return undefined;
    (content as Record<TableName, object[]>)[table] = read.rows;
    lost += read.lost;
  }
  const read = await readRows('settings').catch(() => undefined);
  const [settings] = (read?.rows ?? []) as KeptSettings[];
  return { content: { ...content, ...(settings && { settings }) }, lost };
}

/**
 * Hands what a file holds to the background. Nothing is changed by it.
 *
 * @returns what is wrong with it; empty where it was taken, undefined where the background lost a part of it.
 */
export async function offerChosen(offer: string, chosen: Chosen): Promise<Fault[] | undefined> {
  if (chosen.is === 'table') {
    const { text, orders } = chosen;
    return sendMessage('import/table', { offer, text, orders });
  }
  return (await offerContent(offer, chosen.content)) ? [] : undefined;
}

/** The parts of a backup, in order; the first one says that it begins. */
function* partsOf(content: Content): Generator<{ table: BackupTable; rows: unknown[] }> {
  yield { table: 'connections', rows: [] };
  for (const table of TABLES) {
    const rows: unknown[] = content[table];
    for (let at = 0; at < rows.length; at += PART) yield { table, rows: rows.slice(at, at + PART) };
  }
  if (content.settings) yield { table: 'settings', rows: [content.settings] };
}

/** A backup goes in parts; false where one of them was lost on the way. */
async function offerContent(offer: string, content: Content): Promise<boolean> {
  for (const [part, rows] of [...partsOf(content)].entries()) {
    if (!(await sendMessage('import/offer', { offer, part, ...rows }))) return false;
  }
  return true;
}
