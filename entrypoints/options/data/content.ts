import {
  type Content,
  type KeptSettings,
  nothing,
  TABLES,
  type TableName,
} from '@/utils/domain/data/schema.ts';
import type { StockTable } from '@/utils/flows/ports.ts';
import { sendMessage } from '@/utils/messages.ts';

/** Rows that are sent at once. */
const PART = 2000;

async function readRows(table: StockTable): Promise<{ rows: object[]; lost: number }> {
  const rows: object[] = [];
  let lost = 0;
  let after: string | undefined;
  do {
    const page = await sendMessage('data/page', { table, ...(after !== undefined && { after }) });
    rows.push(...page.rows);
    lost += page.lost;
    after = page.next;
  } while (after !== undefined);
  return { rows, lost };
}

/** Everything that is kept and can be read, for a file; a table that cannot be read at all is left out. */
export async function readContent(): Promise<{ content: Content; lost: number }> {
  const content = nothing();
  let lost = 0;
  for (const table of TABLES) {
    const read = await readRows(table).catch(() => ({ rows: [], lost: 1 }));
    (content as Record<TableName, object[]>)[table] = read.rows;
    lost += read.lost;
  }
  const [settings] = (await readRows('settings').catch(() => ({ rows: [] }))).rows as KeptSettings[];
  return { content: { ...content, ...(settings && { settings }) }, lost };
}

/** Hands the content of a file to the background, in parts. Nothing is changed by it. */
export async function offerContent(offer: string, content: Content): Promise<void> {
  await sendMessage('import/offer', { offer, table: 'connections', rows: [] });
  for (const table of TABLES) {
    const rows: unknown[] = content[table];
    for (let at = 0; at < rows.length; at += PART) {
      await sendMessage('import/offer', { offer, table, rows: rows.slice(at, at + PART) });
    }
  }
  if (content.settings)
    await sendMessage('import/offer', { offer, table: 'settings', rows: [content.settings] });
}
