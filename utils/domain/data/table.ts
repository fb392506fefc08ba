import type { Connection } from '../account/connection.ts';
import { currentGrants, judged } from '../account/grant.ts';
import type { Expiry } from '../account/grant-schema.ts';
import { dayReader } from '../cells/days.ts';
import { asText } from '../cells/guards.ts';
import { expiryDate, expiryOf } from '../due/expiry.ts';
import { type Fault, faultsOf, MOST_FAULTS } from '../fault.ts';
import type { GrantKind } from '../marketplaces/definition/schema.ts';
import { centralPart, recognised, softwareOf } from '../table/alike.ts';
import { COLUMNS, type Column, cellOfCentral } from '../table/columns.ts';
import { type CsvLine, readCsv, type Separator, writeCsv } from '../table/csv.ts';
import { type Head, readHead, type UnusedColumn } from '../table/head.ts';
import {
  cellOf,
  DAY_COLUMNS,
  type DayColumn,
  type DayOrders,
  type Entry,
  entryOf,
  TEXT_COLUMNS,
} from '../table/line.ts';
import { addTo, type Said } from '../table/said.ts';
import { isLikely, lastLikelyDay } from './likely.ts';
import { type Content, fileConnectionSchema, nothing, type Row } from './schema.ts';

/** Connections as a table: a line for each kind of grant of each connection. */

const dayOf = (at: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();

/**
 * The connections with the ends of their grants, for a spreadsheet. Days are those of the time zone.
 *
 * @param separator The one that the spreadsheets of the user's language take for it.
 */
export function writeTable({ connections, grants }: Content, zone: string, separator?: Separator): string {
  const given = Map.groupBy(grants, ({ connectionId }) => connectionId);
  const texts = new Set<Column>(TEXT_COLUMNS);
  const lines = connections.flatMap((each) => {
    const current = currentGrants(judged(given.get(each.id) ?? [], each.account));
    const about = (kind: GrantKind | undefined): string[] => {
      const grant = current.find((one) => one.kind === kind);
      const cells: Record<Column, string> = {
        id: each.id,
        marketplace: each.marketplace,
        site: each.site,
        central: cellOfCentral(each.marketplace, each.site, each.central),
        software: softwareOf(each),
        account: each.name,
        sign_in_name: each.signInName ?? '',
        account_number: each.account.id ?? '',
        kind: kind ?? '',
        renewed_on: grant && grant.verdict !== 'entered' ? dayOf(grant.at, zone) : '',
        ends_on: grant ? expiryDate(grant.expiry, zone).toString() : '',
        note: each.note ?? '',
        muted: each.muted ? 'yes' : 'no',
        archived_on: each.archivedAt === undefined ? '' : dayOf(each.archivedAt, zone),
      };
      return COLUMNS.map((column) => (texts.has(column) ? asText(cells[column]) : cells[column]));
    };
    return current.length > 0 ? current.map(({ kind }) => about(kind)) : [about(undefined)];
  });
  return writeCsv([[...COLUMNS], ...lines], separator);
}

/** What is needed to make rows out of lines. */
export interface TableContext {
  /** What is kept now. */
  here: Content;
  /** UTC instant in ms. */
  now: number;
  zone: string;
  newId: () => string;
  /** What the user said of columns whose days can be read in more than one way. */
  orders?: DayOrders | undefined;
}

export type TableRead =
  | { ok: true; content: Content; unused: UnusedColumn[] }
  /** A fault with `readings` is a question: it is asked of one cell of its column. */
  | { ok: false; faults: Fault[] };

/**
 * Reads a table; lines without an id that is known here are known by marketplace, site, central, software and account.
 * Empty cells change nothing. Nothing is guessed: what can mean two things, or contradicts itself, is a fault.
 */
export function readTable(text: string, context: TableContext): TableRead {
  const read = readCsv(text);
  if ('fault' in read) return { ok: false, faults: [read.fault] };
  const [first, ...lines] = read.lines;
  const headed = readHead(first, lines);
  if ('faults' in headed) return { ok: false, faults: headed.faults };
  const { head } = headed;
  const faults: Fault[] = [];
  const said = saidBy(lines, head, context, faults);
  const content = nothing();
  const given = Map.groupBy(context.here.grants, ({ connectionId }) => connectionId);
  for (const { base, id, entry, days } of said.values()) {
    if (faults.length >= MOST_FAULTS) break;
    const connection = base ? changed(base, entry, context.now) : added(id, entry, context);
    const checked = fileConnectionSchema.safeParse(connection, { reportInput: true });
    for (const each of faultsOf(checked.error?.issues ?? [])) faults.push({ ...each, line: entry.line });
    content.connections.push(connection);
    for (const [kind, its] of days) {
      const made = grantOf(
        connection.id,
        { kind, ...its },
        judged(given.get(id) ?? [], connection.account),
        context,
      );
      if (made && 'code' in made) faults.push(made);
      else if (made) content.grants.push(made);
    }
  }
  if (faults.length === 0) return { ok: true, content, unused: head.unused };
  return {
    ok: false,
    faults: faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)).slice(0, MOST_FAULTS),
  };
}

type About = Said & { id: string; base: Row<'connections'> | undefined };

/** What the lines say of each connection, by its id. */
function saidBy(
  lines: readonly CsvLine[],
  head: Head,
  { here, now, zone, newId, orders }: TableContext,
  faults: Fault[],
): Map<string, About> {
  const reader = (column: DayColumn): ReturnType<typeof dayReader> => {
    const cells = head.at.has(column) ? lines.map((line) => cellOf(line, head, column)) : [];
    return dayReader(cells, now, orders?.[column]);
  };
  const [renewed_on, ends_on, archived_on] = DAY_COLUMNS.map(reader) as [
    ReturnType<typeof dayReader>,
    ReturnType<typeof dayReader>,
    ReturnType<typeof dayReader>,
  ];
  const days = { renewed_on, ends_on, archived_on };
  const base = new Map(here.connections.map((each) => [each.id, each]));
  const same = recognised(
    here.connections,
    lines.map((line) => cellOf(line, head, 'id')),
  );
  const said = new Map<string, About>();
  for (const line of lines) {
    if (faults.length >= MOST_FAULTS) break;
    const entry = entryOf(line, head, days, faults);
    if (!entry) continue;
    const known = same.of(entry);
    const id = known?.id ?? entry.id ?? newId();
    const next = addTo(said.get(id), entry);
    if (typeof next === 'string') faults.push({ code: 'twice', line: line.line, path: next });
    else said.set(id, { ...next, id, base: base.get(id) });
    if (!known) same.learn(added(id, entry, { now, zone }));
  }
  return said;
}

/** The day's first instant in the time zone, in ms. */
const beginOf = (day: string, timeZone: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone }).epochMilliseconds;

function added(
  id: string,
  entry: Entry,
  { now, zone }: Pick<TableContext, 'now' | 'zone'>,
): Row<'connections'> {
  return {
    id,
    ...entry.about,
    ...centralPart(entry.central),
    apps: [],
    account: entry.accountNumber ? { id: entry.accountNumber } : {},
    ...(entry.signInName && { signInName: entry.signInName }),
    ...(entry.note && { note: entry.note }),
    ...(entry.muted && { muted: true as const }),
    ...(entry.archivedOn && { archivedAt: beginOf(entry.archivedOn, zone) }),
    createdAt: now,
    updatedAt: now,
  };
}

/** The same text, but for the line ends and blanks around it that a spreadsheet makes its own. */
const isSameText = (one: string, other: string): boolean =>
  one.replaceAll(/\r\n?/g, '\n').trim() === other.replaceAll(/\r\n?/g, '\n').trim();

/** What a text is to become: the one that is there, where nothing else is said. */
const textAfter = (before: string | undefined, said: string): string =>
  before !== undefined && isSameText(before, said) ? before : said;

/** A connection with what the line says otherwise; the same one where it says nothing new. */
function changed(before: Row<'connections'>, entry: Entry, now: number): Row<'connections'> {
  const { muted: wasMuted, central: wasAt, ...kept } = before;
  const muted = entry.muted ?? wasMuted === true;
  const { signInName, accountNumber, note } = entry;
  const after: Row<'connections'> = {
    ...kept,
    ...entry.about,
    ...centralPart(entry.central ?? wasAt),
    ...(signInName && { signInName: textAfter(before.signInName, signInName) }),
    ...(accountNumber && {
      account: { ...before.account, id: textAfter(before.account.id, accountNumber) },
    }),
    ...(note && { note: textAfter(before.note, note) }),
    ...(muted && { muted: true as const }),
    ...(entry.archivedOn && before.archivedAt === undefined && { archivedAt: now }),
  };
  return JSON.stringify(sorted(after)) === JSON.stringify(sorted(before))
    ? before
    : { ...after, updatedAt: now };
}

const sorted = (row: Connection | Row<'connections'>): [string, unknown][] =>
  Object.entries(row).toSorted(([a], [b]) => a.localeCompare(b));

/**
 * The grant that the lines tell of a kind; none where its end is known already, or no date is given. A fault for a day
 * that cannot be meant.
 */
function grantOf(
  connectionId: string,
  { kind, endsOn, renewedOn, line }: Pick<Entry, 'kind' | 'endsOn' | 'renewedOn' | 'line'>,
  own: readonly Row<'grants'>[],
  { now, zone, newId }: TableContext,
): Row<'grants'> | Fault | undefined {
  const current = currentGrants(own).find((each) => each.kind === kind);
  const expiry: Expiry | undefined = endsOn
    ? { basis: 'entered', date: endsOn }
    : renewedOn
      ? expiryOf(kind, beginOf(renewedOn, zone))
      : undefined;
  if (!expiry) return undefined;
  const known = current && expiryDate(current.expiry, zone).toString();
  if (known === expiryDate(expiry, zone).toString()) return undefined;
  const tomorrow = dayOf(now + 86_400_000, zone);
  if (renewedOn !== undefined && renewedOn > tomorrow) {
    return { code: 'far-date', line, path: 'renewed_on', value: renewedOn };
  }
  if (!isLikely({ at: now, expiry }, now)) {
    return { code: 'far-date', line, path: 'ends_on', value: endsOn ?? lastLikelyDay(now) };
  }
  return { id: newId(), connectionId, kind, verdict: 'entered', at: now, expiry };
}
