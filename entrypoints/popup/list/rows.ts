import { useLive } from '@/components/hooks/live.ts';
import { type Indexed, indexed, type Listed, listing } from '@/utils/domain/due/listing.ts';
import { listedOf } from '@/utils/flows/reading/listed.ts';
import type { Overview } from '@/utils/flows/reading/views.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { onChanged } from '@/utils/platform/surface/toolbar.ts';
import { locale, placeName, softwareName } from '@/utils/texts/names.ts';

/** What a row of the pop-up shows. */
export type Row = Omit<Listed, 'note' | 'preset' | 'archived'>;

/** From so many connections on the list can be searched. */
export const SEARCH_FROM = 8;

const none = async (): Promise<Listed[]> => [];
const all = (): Promise<Listed[]> => sendMessage('dashboard/list');

/** Those that are not among the first, in the order in which they end; muted ones last. */
function behind(first: readonly Row[], every: readonly Listed[]): Row[] {
  const there = new Set(first.map(({ id }) => id));
  const { compare } = new Intl.Collator(locale(), { numeric: true });
  const rest = every.filter(({ id, archived }) => !archived && !there.has(id));
  const rows = listing(withWords(rest), { search: '', by: 'end', descending: false }, compare);
  return [...rows.filter(({ muted }) => !muted), ...rows.filter(({ muted }) => muted)];
}

const withWords = <T extends Listed>(rows: readonly T[]): Indexed<T>[] =>
  indexed(rows, (row) => ({ software: softwareName(row), place: placeName(row.marketplace, row.site) }));

/** Every connection as a row, the most urgent first: the first ones at once, the others as soon as they are read. */
export function useRows({ connections, total }: Pick<Overview, 'connections' | 'total'>): Row[] {
  const rest = useLive(total > connections.length ? all : none, onChanged);
  const first = connections.map(listedOf);
  return rest ? [...first, ...behind(first, rest)] : first;
}

/** The rows that have every word that is searched for, in their own order. */
export function search(rows: readonly Row[], words: string): Row[] {
  if (!words.trim()) return [...rows];
  const found = listing(withWords(rows), { search: words, by: 'end', descending: false }, () => 0);
  const ids = new Set(found.map(({ id }) => id));
  return rows.filter(({ id }) => ids.has(id));
}
