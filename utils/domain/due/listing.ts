import type { Mark } from '../account/mark.ts';
import type { IntegrationId } from '../integrations/schema.ts';
import type { MarketplaceId } from '../marketplaces/definition/schema.ts';
import type { Condition } from '../run/checklist/finishing.ts';
import type { Remaining, Urgency } from './expiry.ts';

/** A connection as a long list has it: what can be seen, searched and sorted by, and no more. */
export interface Listed {
  id: string;
  name: string;
  marketplace: MarketplaceId;
  site: string;
  integration: IntegrationId;
  /** The software's name where the integration is `other`. */
  software?: string;
  signInName?: string;
  mark?: Mark;
  note?: string;
  remaining?: Remaining;
  urgency: Urgency;
  /** The account needs the person: another one came back, or the first one is not confirmed. */
  account?: 'wrong' | 'unconfirmed';
  /** How it goes in the software, where the person said. */
  condition?: Condition;
  muted?: true;
  /** Set up by the organisation: it cannot be removed. */
  preset?: true;
  archived?: true;
}

/** How a list is narrowed by state; archived connections are in no list but their own. */
export type ListedState =
  | 'account'
  | 'expired'
  | 'urgent'
  | 'soon'
  | 'calm'
  | 'unknown'
  | 'muted'
  | 'archived';

export type SortBy = 'end' | 'name' | 'software' | 'place';

/** What the person wants to see of a list. */
export interface Wanted {
  search: string;
  marketplace?: MarketplaceId;
  integration?: IntegrationId;
  state?: ListedState;
  by: SortBy;
  descending: boolean;
}

/** The words of a connection in the person's language: to search in and to sort by. */
export interface Words {
  software: string;
  place: string;
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** What can be searched in, of the texts that there are. */
export const searchable = (texts: readonly (string | undefined)[]): string =>
  plain(texts.filter((each) => each !== undefined).join('\n'));

/** Whether every word that is searched for stands in a text that was made searchable. */
export function finder(search: string): (haystack: string) => boolean {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return (haystack) => words.every((word) => haystack.includes(word));
}

/** A list with the words to find each of its connections by, made once for many searches. */
export function indexed<T extends Listed>(all: readonly T[], words: (row: T) => Words) {
  return all.map((row) => {
    const { software, place } = words(row);
    const haystack = searchable([row.name, software, place, row.signInName, row.note]);
    return { row, software, place, haystack };
  });
}

export type Indexed<T extends Listed> = ReturnType<typeof indexed<T>>[number];

function isIn(row: Listed, state: ListedState | undefined): boolean {
  if (state === 'archived') return row.archived === true;
  if (row.archived) return false;
  switch (state) {
    case undefined:
      return true;
    case 'muted':
      return row.muted === true;
    case 'account':
      return row.account !== undefined;
    default:
      return row.urgency === state;
  }
}

const STATES: readonly ListedState[] = [
  'account',
  'expired',
  'urgent',
  'soon',
  'calm',
  'unknown',
  'muted',
  'archived',
];

/** How many connections are in each state. */
export function countsOf(all: readonly Listed[]): Record<ListedState, number> {
  const count = (state: ListedState): number => all.filter((row) => isIn(row, state)).length;
  return Object.fromEntries(STATES.map((state) => [state, count(state)])) as Record<ListedState, number>;
}

/** Those with an end first, the earliest first; what has ended is earlier than what ends on that day. */
const byEnd = (a: Listed, b: Listed): number =>
  Number(b.remaining?.ended ?? false) - Number(a.remaining?.ended ?? false) ||
  (a.remaining?.days ?? Number.MAX_SAFE_INTEGER) - (b.remaining?.days ?? Number.MAX_SAFE_INTEGER);

/**
 * What the person wants to see, in their order. Every word of the search has to occur; case and accents do not matter.
 *
 * @param compare Compares two texts in the order of the user's language.
 */
export function listing<T extends Listed>(
  all: readonly Indexed<T>[],
  wanted: Wanted,
  compare: (a: string, b: string) => number,
): T[] {
  const finds = finder(wanted.search);
  const chosen = all.filter(
    ({ row, haystack }) =>
      isIn(row, wanted.state) &&
      (wanted.marketplace === undefined || row.marketplace === wanted.marketplace) &&
      (wanted.integration === undefined || row.integration === wanted.integration) &&
      finds(haystack),
  );
  const order = (a: Indexed<T>, b: Indexed<T>): number => {
    switch (wanted.by) {
      case 'end':
        return byEnd(a.row, b.row);
      case 'name':
        return compare(a.row.name, b.row.name);
      case 'software':
        return compare(a.software, b.software);
      case 'place':
        return compare(a.place, b.place);
    }
  };
  const direction = wanted.descending ? -1 : 1;
  return chosen
    .sort((a, b) => direction * order(a, b) || byEnd(a.row, b.row) || compare(a.row.name, b.row.name))
    .map(({ row }) => row);
}
