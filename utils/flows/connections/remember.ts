import type { Connection } from '../../domain/account/connection.ts';
import type { RunMode } from '../../domain/session/modes.ts';
import type { Ports } from '../ports/ports.ts';

/** Remembers how a clean start of a connection was made, for the next one. */
export async function rememberMode(
  { connections }: Pick<Ports, 'connections'>,
  connection: Connection,
  mode: RunMode,
): Promise<void> {
  if (mode === 'as-is' || connection.lastMode === mode) return;
  await connections.change(connection.id, (known) => ({ ...known, lastMode: mode }));
}
