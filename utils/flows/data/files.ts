import type { Exemption } from '../../domain/account/exemption.ts';
import { rowOut, settingsOut } from '../../domain/data/file.ts';
import type { BackupTable, ImportPart } from '../../domain/data/import-part.ts';
import { isLikely } from '../../domain/data/likely.ts';
import { type ImportPlan, planImport } from '../../domain/data/merge.ts';
import { type Content, nothing, type Row, TABLES, type TableName } from '../../domain/data/schema.ts';
import { readTable } from '../../domain/data/table.ts';
import type { Fault } from '../../domain/fault.ts';
import { managedOf } from '../../domain/policy/managed.ts';
import type { LedgerEntry } from '../../domain/run/run.ts';
import { defaultSettings } from '../../domain/settings/settings.ts';
import { importedByHand } from '../../domain/sync/item.ts';
import type { UnusedColumn } from '../../domain/table/head.ts';
import type { DayOrders } from '../../domain/table/line.ts';
import type { Runs } from '../engine/runs.ts';
import type { Ports } from '../ports/ports.ts';
import type { BackupRows } from '../ports/records.ts';
import type { Outcome } from '../reading/views.ts';

/** Some rows of a table, as they go into a file. */
export interface DataPage {
  rows: object[];
  next?: string;
  /** Rows that are there and can be neither read nor brought back. */
  lost: number;
}

/** An app that a file wants to be always let through. */
export type OfferedExemption = Pick<Exemption, 'id' | 'kind' | 'app'>;

/** What an import would do. */
export interface ImportPreview extends Omit<ImportPlan, 'write'> {
  /** Each is imported only if the user says so. */
  exemptions: OfferedExemption[];
  /** Grants that cannot be true at this time, and are left out. */
  unlikely: number;
  /** Columns of a table that nothing is read from. */
  unused: UnusedColumn[];
}

/** So many exemptions of a file can be chosen from. */
const MOST_EXEMPTIONS = 100;

/** What is to be imported. */
interface Offered {
  offer: string;
  parts: number;
  content: Content;
  unused: UnusedColumn[];
}

/** What is kept, as it would go out in a file. */
function contentOf(here: BackupRows): Content {
  const content = nothing();
  for (const table of TABLES) {
    const rows = here[table].flatMap((row) => rowOut(table, row) ?? []);
    (content as Record<TableName, unknown[]>)[table] = rows;
  }
  const settings = settingsOut(here.settings[0] ?? defaultSettings());
  return { ...content, ...(settings && { settings }) };
}

/** The rows to be kept: what only this browser knows of a row stays with it. */
function kept(write: Content, here: BackupRows): BackupRows {
  const connections = new Map(here.connections.map((row) => [row.id, row]));
  const runs = new Map(here.runs.map((row) => [row.id, row]));
  const own = here.settings[0] ?? { ...defaultSettings(), id: 'own' as const };
  const { settings } = write;
  return {
    ...write,
    connections: write.connections.map((row) => {
      const container = connections.get(row.id)?.container;
      return { ...row, ...(container && { container }) };
    }),
    runs: write.runs.map((row) => {
      const open = runs.get(row.id)?.open;
      return { ...(row as LedgerEntry), ...(open && { open }) };
    }),
    settings: settings
      ? [{ ...own, ...settings, reminders: { ...settings.reminders, on: own.reminders.on } }]
      : [],
  };
}

/**
 * Files going out and coming in. A database that refuses is read all the same, and written only as a whole.
 *
 * @param preset Brings back what the organisation decides, whatever a file said.
 */
export function createFiles(ports: Ports, runs: Pick<Runs, 'alone'>, preset: () => Promise<void>) {
  const { backup, exemptions, guardRules, policy, clock, replica } = ports;
  /** In memory of this worker: one that died has nothing, and the page sends its file once more. */
  let offered: Offered | undefined;

  /** All that is kept, read at once; nothing is changed by it. */
  async function asKept(): Promise<Content> {
    let content = nothing();
    await backup.merge((here) => {
      content = contentOf(here);
      return kept(nothing(), here);
    });
    return content;
  }

  /**
   * Notes which connections come back by hand, so that no computer takes them away again for a removal of before. A
   * worker that dies before the import leaves a note that means nothing.
   */
  async function tellSync({ connections }: Content): Promise<void> {
    const here = new Set((await asKept()).connections.map(({ id }) => id));
    const back = connections.map(({ id }) => id).filter((id) => !here.has(id));
    if (back.length === 0) return;
    const now = clock.now();
    await replica.change((items) => {
      const known = new Map(items.map((each) => [each.id, each]));
      for (const id of back) known.set(id, importedByHand(id, known.get(id), now));
      return [...known.values()];
    });
  }

  /** Those that can be true now: a copy made while a clock was ahead must not bring its dates back. */
  const likelyGrants = ({ grants }: Content): Content['grants'] => {
    const now = clock.now();
    return grants.filter((each) => isLikely(each, now));
  };

  return {
    /** The next rows of a table, for a file; undefined where the organisation lets nobody save one. */
    async page(table: BackupTable, after?: string): Promise<DataPage | undefined> {
      if (!managedOf(await policy.read()).allowExport) return undefined;
      const { rows, unreadable, next } = await backup.page(table, after);
      const out = rows.map((row) => (table === 'settings' ? settingsOut(row) : rowOut(table, row)));
      // A run that is still going on is no history yet, and not lost.
      const living =
        table === 'runs' ? rows.filter((row) => (row as LedgerEntry).phase !== 'ended').length : 0;
      const read = out.filter((row) => row !== undefined);
      const lost = unreadable + rows.length - read.length - living;
      return { rows: read, lost, ...(next !== undefined && { next }) };
    },

    /**
     * Takes a part of what is to be imported. Nothing is changed by it.
     *
     * @returns false where the parts before it are not here: their worker has died, or another file came meanwhile.
     *   What is imported would not be all of it.
     */
    offer({ offer, part, table, rows }: ImportPart): boolean {
      if (part === 0) offered = { offer, parts: 0, content: nothing(), unused: [] };
      if (offered?.offer !== offer || offered.parts !== part) return false;
      offered.parts += 1;
      const { content } = offered;
      if (table === 'settings') [content.settings] = rows as [Content['settings']];
      else (content as Record<TableName, unknown[]>)[table].push(...(rows as Row<TableName>[]));
      return true;
    },

    /**
     * Takes a table that is to be imported, compared with what is kept: the page may not be allowed to see that as a
     * whole. Nothing is changed by it.
     *
     * @param orders What the user said of columns whose days can be read in more than one way.
     * @returns what is wrong with the table, and what is to be asked; empty where it was taken.
     */
    async offerTable(offer: string, text: string, orders?: DayOrders): Promise<Fault[]> {
      const here = await asKept();
      const { newId } = ports;
      const read = readTable(text, { here, now: clock.now(), zone: clock.timeZone(), newId, orders });
      if (!read.ok) return read.faults;
      offered = { offer, parts: 1, content: read.content, unused: read.unused };
      return [];
    },

    /** What the import would do now; undefined where its parts are gone. Nothing is changed by it. */
    async preview(offer: string): Promise<ImportPreview | undefined> {
      if (offered?.offer !== offer) return undefined;
      const { content, unused } = offered;
      const grants = likelyGrants(content);
      const { write, ...told } = planImport({ ...content, grants }, await asKept());
      const exemptions = write.exemptions
        .slice(0, MOST_EXEMPTIONS)
        .map(({ id, kind, app }) => ({ id, kind, app }));
      return { ...told, exemptions, unlikely: content.grants.length - grants.length, unused };
    },

    /**
     * Imports all of it, or nothing; but no exemption that was not chosen.
     *
     * @param exempt Ids of the exemptions that the user chose.
     */
    async take(offer: string, exempt: readonly string[] = []): Promise<Outcome> {
      if (offered?.offer !== offer) return { ok: false, problem: 'import-gone' };
      const chosen = new Set(exempt);
      const content = {
        ...offered.content,
        grants: likelyGrants(offered.content),
        exemptions: offered.content.exemptions.filter(({ id }) => chosen.has(id)),
      };
      await tellSync(content);
      await runs.alone(() => backup.merge((here) => kept(planImport(content, contentOf(here)).write, here)));
      offered = undefined;
      await preset();
      await guardRules.exempt(await exemptions.all());
      return { ok: true };
    },
  };
}
