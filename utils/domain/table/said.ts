import type { GrantKind } from '../marketplaces/definition/schema.ts';
import { softwareOf } from './alike.ts';
import type { Column } from './columns.ts';
import type { Entry } from './line.ts';

/** What all lines of one connection say together. */
export interface Said {
  entry: Entry;
  /** The days of each kind. */
  days: Map<GrantKind, Pick<Entry, 'renewedOn' | 'endsOn' | 'line'>>;
}

const firstSaid = (entry: Entry): Said => ({ entry, days: new Map([[entry.kind, entry]]) });

/** What a line says about its connection, by column; an empty text says nothing. */
const about = (entry: Entry): [Column, string | boolean | undefined][] => [
  ['marketplace', entry.about.marketplace],
  ['site', entry.about.site],
  ['central', entry.central],
  ['software', softwareOf(entry.about).toLowerCase()],
  ['account', entry.about.name.toLowerCase()],
  ['sign_in_name', entry.signInName],
  ['account_number', entry.accountNumber],
  ['note', entry.note],
  ['muted', entry.muted],
  ['archived_on', entry.archivedOn],
];

const differ = <T>(one: T, other: T): boolean =>
  one !== undefined && other !== undefined && one !== '' && other !== '' && one !== other;

/** The column in which a line contradicts those before it; undefined where it does not. */
function contradiction(said: Said, entry: Entry): Column | undefined {
  const now = new Map(about(entry));
  const [column] = about(said.entry).find(([name, value]) => differ(value, now.get(name))) ?? [];
  if (column) return column;
  const days = said.days.get(entry.kind);
  if (differ(days?.endsOn, entry.endsOn)) return 'ends_on';
  return differ(days?.renewedOn, entry.renewedOn) ? 'renewed_on' : undefined;
}

/**
 * Adds a line to what was said of its connection before.
 *
 * @returns the column in which it says something else; what was said stays then.
 */
export function addTo(said: Said | undefined, entry: Entry): Said | Column {
  if (!said) return firstSaid(entry);
  const against = contradiction(said, entry);
  if (against) return against;
  const { entry: first } = said;
  const days = new Map(said.days);
  const before = days.get(entry.kind);
  days.set(entry.kind, {
    line: before?.line ?? entry.line,
    endsOn: before?.endsOn ?? entry.endsOn,
    renewedOn: before?.renewedOn ?? entry.renewedOn,
  });
  return {
    days,
    entry: {
      ...first,
      central: first.central ?? entry.central,
      signInName: first.signInName || entry.signInName,
      accountNumber: first.accountNumber || entry.accountNumber,
      note: first.note || entry.note,
      muted: first.muted ?? entry.muted,
      archivedOn: first.archivedOn ?? entry.archivedOn,
    },
  };
}
