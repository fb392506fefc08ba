import { isAlive } from '@/utils/domain/run/run.ts';
import type { World } from '../world.ts';

/** A connection goes with its grants and with the runs that are over. */
export function moveToBin(world: World, id: string, at: number): void {
  const connection = world.connections.get(id);
  if (!connection) return;
  const own = [...world.grants.values()].filter(({ connectionId }) => connectionId === id);
  const runs = [...world.ledger.values()].filter(
    (row) => row.connectionId === id && !isAlive(row) && row.aside?.state !== 'kept',
  );
  world.bin.set(id, { connection, at, grants: own, runs });
  for (const each of own) world.grants.delete(each.id);
  for (const each of runs) world.ledger.delete(each.id);
  world.connections.delete(id);
}

/** A removed connection comes back; false where it is forgotten. What was written since stays. */
export function takeFromBin(world: World, id: string): boolean {
  const row = world.bin.get(id);
  if (!row) return false;
  if (!world.connections.has(id)) world.connections.set(id, row.connection);
  for (const each of row.grants) if (!world.grants.has(each.id)) world.grants.set(each.id, each);
  for (const each of row.runs) if (!world.ledger.has(each.id)) world.ledger.set(each.id, each);
  return world.bin.delete(id);
}
