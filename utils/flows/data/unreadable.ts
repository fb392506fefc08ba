import { managedOf } from '../../domain/policy/managed.ts';
import type { Ports } from '../ports/ports.ts';
import type { UnreadableRow } from '../ports/unreadable.ts';
import type { Outcome } from '../reading/views.ts';

/** Every damaged entry; without what is stored of it where the organisation lets nobody save that. */
export async function unreadableRows({
  unreadable,
  policy,
}: Pick<Ports, 'unreadable' | 'policy'>): Promise<UnreadableRow[]> {
  const rows = await unreadable.all();
  if (managedOf(await policy.read()).allowExport) return rows;
  return rows.map(({ raw: _, ...row }) => row);
}

/** Removes a damaged entry for good. */
export async function removeUnreadable(
  { unreadable }: Pick<Ports, 'unreadable'>,
  table: string,
  key: string,
): Promise<Outcome> {
  await unreadable.remove(table, key);
  return { ok: true };
}
