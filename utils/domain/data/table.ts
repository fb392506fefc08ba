import type { Connection } from '../account/connection.ts';
import { currentGrants, type Expiry } from '../account/grant.ts';
import { expiryDate, expiryOf } from '../due/expiry.ts';
import { integrationById, kindsNeeded } from '../integrations/index.ts';
import type { IntegrationId } from '../integrations/schema.ts';
import { marketplaceById, marketplaces } from '../marketplaces/index.ts';
import type { Central, GrantKind, MarketplaceId, Site } from '../marketplaces/schema.ts';
import {
  COLUMNS,
  type Column,
  cellOfCentral,
  centralOfCell,
  dayOfCell,
  NEEDED,
  siteOfCell,
  softwareOfText,
  yesOrNo,
} from './columns.ts';
import { type CsvLine, readCsv, writeCsv } from './csv.ts';
import { type Fault, type FaultCode, faultsOf, shown } from './fault.ts';
import { type Content, fileConnectionSchema, nothing, type Row } from './schema.ts';

/** Connections as a table: a line for each kind of grant of each connection. */

const softwareOf = ({
  integration,
  software,
}: Pick<Row<'connections'>, 'integration' | 'software'>): string =>
  integrationById(integration).name || software || '';

const dayOf = (at: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();

/** The connections with the ends of their grants, for a spreadsheet. Days are those of the time zone. */
export function writeTable({ connections, grants }: Content, zone: string): string {
  const given = Map.groupBy(grants, ({ connectionId }) => connectionId);
  const lines = connections.flatMap((each) => {
    const current = currentGrants(given.get(each.id) ?? []);
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
      return COLUMNS.map((column) => cells[column]);
    };
    return current.length > 0 ? current.map(({ kind }) => about(kind)) : [about(undefined)];
  });
  return writeCsv([[...COLUMNS], ...lines]);
}

/** What is needed to make rows out of lines. */
export interface TableContext {
  /** What is kept now. */
  here: Content;
  /** UTC instant in ms. */
  now: number;
  zone: string;
  newId: () => string;
}

/**
 * Reads a table; lines without an id that is known here are known by marketplace, site, central, software and account.
 * Empty cells change nothing.
 */
export function readTable(
  text: string,
  context: TableContext,
): { ok: true; content: Content } | { ok: false; faults: Fault[] } {
  const read = readCsv(text);
  if ('fault' in read) return { ok: false, faults: [read.fault] };
  const [head, ...lines] = read.lines;
  const columns = head?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const missing = NEEDED.filter((each) => !columns.includes(each));
  if (missing.length > 0) {
    return { ok: false, faults: [{ code: 'no-columns', line: head?.line ?? 1, value: missing.join(', ') }] };
  }
  const faults: Fault[] = [];
  const content = nothing();
  const same = recognised(
    context.here.connections,
    lines.map(({ cells }) => cells[columns.indexOf('id')]?.trim() ?? ''),
  );
  const made = new Map<string, Row<'connections'>>();
  const given = Map.groupBy(context.here.grants, ({ connectionId }) => connectionId);
  for (const line of lines) {
    const entry = entryOf(line, columns, faults);
    if (!entry) continue;
    const known = same.of(entry);
    const before = (known && made.get(known.id)) ?? known;
    const connection = before ? changed(before, entry, context.now) : added(entry, context);
    const checked = fileConnectionSchema.safeParse(connection, { reportInput: true });
    for (const each of faultsOf(checked.error?.issues ?? [])) faults.push({ ...each, line: line.line });
    made.set(connection.id, connection);
    if (!before) same.learn(connection);
    const grant = grantOf(connection, entry, given.get(connection.id) ?? [], context);
    if (grant) content.grants.push(grant);
  }
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, content: { ...content, connections: [...made.values()] } };
}

/** A line that could be read. */
interface Entry {
  id: string | undefined;
  about: Pick<Connection, 'marketplace' | 'site' | 'region' | 'integration' | 'name'> & { software?: string };
  central: 'seller' | Central | undefined;
  signInName: string;
  accountNumber: string;
  kind: GrantKind;
  renewedOn: string | undefined;
  endsOn: string | undefined;
  note: string;
  muted: boolean | undefined;
  archivedOn: string | undefined;
}

type Alike = Pick<
  Row<'connections'>,
  'marketplace' | 'site' | 'central' | 'name' | 'integration' | 'software'
>;

/** What tells a connection apart where no id is given. */
function identityOf({ marketplace, site, central, name, ...software }: Alike): string {
  const words = [softwareOf(software), name].map((each) => each.toLowerCase());
  return JSON.stringify([marketplace, site, central ?? 'seller', ...words]);
}

/**
 * Finds the connection that a line is about. One with an id that is not known here, of another machine perhaps, is the
 * connection that is alike; but two lines with ids of their own are two connections, however alike they are.
 *
 * @param ids Every id that the table names.
 */
function recognised(here: readonly Row<'connections'>[], ids: readonly string[]) {
  const byId = new Map(here.map((each) => [each.id, each]));
  const alike = new Map(here.map((each) => [identityOf(each), each]));
  const named = new Set(ids);
  /** By the id of a connection here: the id under which the table knows it. */
  const takenBy = new Map<string, string>();
  return {
    of({ id, about, central }: Entry): Row<'connections'> | undefined {
      const own = id === undefined ? undefined : byId.get(id);
      if (own) return own;
      const centrals = central ? [central] : (['seller', 'vendor'] as const);
      const [found] = centrals.flatMap(
        (each) => alike.get(identityOf({ ...about, ...centralPart(each) })) ?? [],
      );
      if (!found || id === undefined) return found;
      if (named.has(found.id) || (takenBy.get(found.id) ?? id) !== id) return undefined;
      takenBy.set(found.id, id);
      return found;
    },
    learn(connection: Row<'connections'>): void {
      byId.set(connection.id, connection);
      alike.set(identityOf(connection), connection);
    },
  };
}

/** Sellers are those of whom nothing is said. */
const centralPart = (central: Entry['central']): { central?: Central } =>
  central === 'vendor' ? { central } : {};

function entryOf({ line, cells }: CsvLine, columns: readonly string[], faults: Fault[]): Entry | undefined {
  const before = faults.length;
  const cell = (column: Column): string => cells[columns.indexOf(column)]?.trim() ?? '';
  const wrong = (code: FaultCode, column: Column): undefined => {
    const value = shown(cell(column));
    faults.push({ code, line, path: column, ...(value && { value }) });
  };
  const day = (column: Column): string | undefined => {
    if (cell(column) === '') return undefined;
    return dayOfCell(cell(column)) ?? wrong('bad-date', column);
  };
  if (cells.length > columns.length) faults.push({ code: 'too-many-cells', line });
  for (const column of NEEDED) if (cell(column) === '') wrong('missing', column);
  const marketplace = marketplaceOfCell(cell('marketplace'));
  if (!marketplace && cell('marketplace')) wrong('unknown-value', 'marketplace');
  const site = marketplace && siteOfCell(marketplace, cell('site'));
  if (marketplace && !site && cell('site')) wrong('unknown-place', 'site');
  const central = site && centralOfCell(site, cell('central'));
  if (central === null) wrong('unknown-value', 'central');
  const software = marketplace && softwareOfText(cell('software'), marketplace);
  if (marketplace && !software && cell('software')) wrong('unknown-software', 'software');
  const kind = marketplace && software && kindOfCell(cell('kind'), marketplace, software.integration);
  if (marketplace && software && !kind) wrong('unknown-value', 'kind');
  const muted = yesOrNo(cell('muted'));
  if (muted === null) wrong('unknown-value', 'muted');
  const days = { renewedOn: day('renewed_on'), endsOn: day('ends_on'), archivedOn: day('archived_on') };
  if (faults.length > before || !marketplace || !site || !software || !kind) return undefined;
  return {
    id: cell('id') || undefined,
    about: placed(marketplace, site, software, cell('account')),
    central: central ?? undefined,
    signInName: cell('sign_in_name'),
    accountNumber: cell('account_number'),
    kind,
    note: cell('note'),
    muted: muted ?? undefined,
    ...days,
  };
}

const placed = (
  marketplace: MarketplaceId,
  site: Site,
  software: { integration: IntegrationId; software?: string },
  name: string,
): Entry['about'] => ({ marketplace, site: site.id, region: site.region, ...software, name });

function marketplaceOfCell(cell: string): MarketplaceId | undefined {
  return marketplaces.find(({ id }) => id === cell.toLowerCase())?.id;
}

function kindOfCell(
  cell: string,
  marketplace: MarketplaceId,
  integration: IntegrationId,
): GrantKind | undefined {
  if (cell === '') return kindsNeeded(integration, marketplace)[0];
  return marketplaceById(marketplace).lifetimes.find(({ kind }) => kind === cell.toLowerCase())?.kind;
}

/** The day's first instant in the time zone, in ms. */
const beginOf = (day: string, timeZone: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone }).epochMilliseconds;

function added(entry: Entry, { now, zone, newId }: TableContext): Row<'connections'> {
  return {
    id: entry.id ?? newId(),
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

/** A connection with what the line says otherwise; the same one where it says nothing new. */
function changed(before: Row<'connections'>, entry: Entry, now: number): Row<'connections'> {
  const { muted: wasMuted, central: wasAt, ...kept } = before;
  const muted = entry.muted ?? wasMuted === true;
  const after: Row<'connections'> = {
    ...kept,
    ...entry.about,
    ...centralPart(entry.central ?? wasAt),
    ...(entry.signInName && { signInName: entry.signInName }),
    ...(entry.accountNumber && { account: { ...before.account, id: entry.accountNumber } }),
    ...(entry.note && { note: entry.note }),
    ...(muted && { muted: true as const }),
    ...(entry.archivedOn && before.archivedAt === undefined && { archivedAt: now }),
  };
  return JSON.stringify(sorted(after)) === JSON.stringify(sorted(before))
    ? before
    : { ...after, updatedAt: now };
}

const sorted = (row: object): [string, unknown][] =>
  Object.entries(row).toSorted(([a], [b]) => a.localeCompare(b));

/** The grant that a line tells of; none where its end is known already, or no date is given. */
function grantOf(
  connection: Row<'connections'>,
  { kind, endsOn, renewedOn }: Entry,
  own: readonly Row<'grants'>[],
  { now, zone, newId }: TableContext,
): Row<'grants'> | undefined {
  const current = currentGrants(own).find((each) => each.kind === kind);
  const expiry: Expiry | undefined = endsOn
    ? { basis: 'entered', date: endsOn }
    : renewedOn
      ? expiryOf(kind, beginOf(renewedOn, zone))
      : undefined;
  if (!expiry) return undefined;
  const known = current && expiryDate(current.expiry, zone).toString();
  if (known === expiryDate(expiry, zone).toString()) return undefined;
  return { id: newId(), connectionId: connection.id, kind, verdict: 'entered', at: now, expiry };
}
