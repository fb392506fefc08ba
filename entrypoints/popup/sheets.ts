import type { Connection } from '@/utils/domain/account/connection.ts';
import { isAlive } from '@/utils/domain/run/run.ts';
import type { Overview } from '@/utils/flows/reading/views.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { lookedUp } from '@/utils/platform/store/looks.ts';

/** What can stand in the place of the list. */
export type OpenSheet =
  | { kind: 'add' | 'paste' | 'queue' }
  | { kind: 'need' | 'detail'; id: string }
  | { kind: 'start'; connection: Connection; queued?: true }
  | { kind: 'date' | 'check'; connection: Connection };

/** A connection that is still there, and not archived. */
export async function connectionWith(id: string | undefined): Promise<Connection | undefined> {
  if (!id) return undefined;
  const connection = (await sendMessage('connection/history', { id }))?.view.connection;
  return connection?.archivedAt === undefined ? connection : undefined;
}

/** The start of the renewal that the list offers first; none while one runs, which comes before it. */
function firstRenewal({ runs, connections: [first] }: Overview): OpenSheet | undefined {
  if (runs.some(({ run }) => isAlive(run))) return undefined;
  return first && { kind: 'start', connection: first.connection };
}

/**
 * What comes first: what the address asks for (the start of a connection, of the one that is most due, all about it, or
 * all that is due), or the date that the user has gone to look up.
 */
export async function firstSheet(overview: Overview): Promise<OpenSheet | undefined> {
  const asked = new URLSearchParams(location.search);
  if (asked.has('first')) return firstRenewal(overview);
  for (const kind of ['start', 'detail', 'need'] as const) {
    const id = asked.get(kind);
    const connection = id ? await connectionWith(id) : undefined;
    if (connection) return kind === 'start' ? { kind, connection } : { kind, id: connection.id };
  }
  if (asked.has('due')) return { kind: 'queue' };
  const looked = await connectionWith(await lookedUp.connectionId().catch(() => undefined));
  return looked && { kind: 'check', connection: looked };
}
