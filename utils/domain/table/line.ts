import type { DayOrder, dayReader } from '../cells/days.ts';
import { fromText, isAsText, isMangled } from '../cells/guards.ts';
import { plainCell, withoutBidi } from '../cells/text.ts';
import { yesOrNo } from '../cells/words.ts';
import { type Fault, type FaultCode, shown } from '../fault.ts';
import { kindsNeeded } from '../integrations/index.ts';
import type { IntegrationId } from '../integrations/schema.ts';
import type { GrantKind, MarketplaceId } from '../marketplaces/definition/schema.ts';
import { marketplaceById, marketplaces } from '../marketplaces/index.ts';
import type { Meant } from './alike.ts';
import { type Column, centralOfCell, NEEDED, siteOfCell, softwareOfText } from './columns.ts';
import type { CsvLine } from './csv.ts';
import type { Head } from './head.ts';

/** Columns that hold a day. */
export const DAY_COLUMNS = ['renewed_on', 'ends_on', 'archived_on'] as const satisfies readonly Column[];
export type DayColumn = (typeof DAY_COLUMNS)[number];

/** The order of day and month in each column of which the user was asked. */
export type DayOrders = Partial<Record<DayColumn, DayOrder | undefined>>;

/** Columns that hold a text of the user’s, which may look like anything. */
export const TEXT_COLUMNS = [
  'id',
  'software',
  'account',
  'sign_in_name',
  'account_number',
  'note',
] as const satisfies readonly Column[];

/** A line that could be read. */
export interface Entry extends Meant {
  line: number;
  about: Meant['about'] & { region: string };
  signInName: string;
  accountNumber: string;
  kind: GrantKind;
  renewedOn: string | undefined;
  endsOn: string | undefined;
  note: string;
  muted: boolean | undefined;
  archivedOn: string | undefined;
}

type DayReader = ReturnType<typeof dayReader>;

/** What a column says in a line, without blanks around it. */
export const cellOf = ({ cells }: CsvLine, { at }: Head, column: Column): string =>
  cells[at.get(column) ?? -1]?.trim() ?? '';

/** Reads a line, or adds to the faults what is wrong with it. */
export function entryOf(
  line: CsvLine,
  head: Head,
  days: Record<DayColumn, DayReader>,
  faults: Fault[],
): Entry | undefined {
  const before = faults.length;
  const raw = (column: Column): string => cellOf(line, head, column);
  const word = (column: Column): string => plainCell(raw(column));
  const wrong = (code: FaultCode, column: Column, over: Partial<Fault> = {}): undefined => {
    const value = shown(raw(column));
    faults.push({ code, line: line.line, path: column, ...(value && { value }), ...over });
  };
  const text = (column: (typeof TEXT_COLUMNS)[number]): string => {
    const cell = raw(column);
    if (!isAsText(cell) && isMangled(cell)) wrong('rounded', column);
    return withoutBidi(fromText(cell)).trim();
  };
  const day = (column: DayColumn): string | undefined => {
    if (word(column) === '') return undefined;
    const read = days[column](raw(column));
    if (typeof read === 'object') return wrong('bad-date', column, { readings: read });
    return read ?? wrong('bad-date', column);
  };
  if (line.cells.slice(head.width).some((cell) => cell.trim() !== '')) {
    faults.push({ code: 'too-many-cells', line: line.line });
  }
  for (const column of NEEDED) if (word(column) === '') wrong('missing', column);
  const marketplace = marketplaces.find(({ id }) => id === word('marketplace').toLowerCase())?.id;
  if (!marketplace && word('marketplace')) wrong('unknown-value', 'marketplace');
  const site = marketplace && siteOfCell(marketplace, word('site'));
  if (marketplace && !site && word('site')) wrong('unknown-place', 'site');
  const central = site && centralOfCell(site, word('central'));
  if (central === null) wrong('unknown-value', 'central');
  const named = text('software');
  const software = marketplace && softwareOfText(named, marketplace);
  if (marketplace && !software && named) wrong('unknown-software', 'software');
  const kind = marketplace && software && kindOf(word('kind'), marketplace, software.integration);
  if (marketplace && software && !kind) wrong('unknown-value', 'kind');
  const muted = yesOrNo(word('muted'));
  if (muted === null) wrong('unknown-value', 'muted');
  const read = {
    line: line.line,
    id: text('id') || undefined,
    signInName: text('sign_in_name'),
    accountNumber: text('account_number'),
    note: text('note'),
    muted: muted ?? undefined,
    renewedOn: day('renewed_on'),
    endsOn: day('ends_on'),
    archivedOn: day('archived_on'),
  };
  const name = text('account');
  if (faults.length > before || !marketplace || !site || !software || !kind) return undefined;
  const about = { marketplace, site: site.id, region: site.region, ...software, name };
  return { ...read, about, central: central ?? undefined, kind };
}

function kindOf(cell: string, marketplace: MarketplaceId, integration: IntegrationId): GrantKind | undefined {
  if (cell === '') return kindsNeeded(integration, marketplace)[0];
  return marketplaceById(marketplace).lifetimes.find(({ kind }) => kind === cell.toLowerCase())?.kind;
}
