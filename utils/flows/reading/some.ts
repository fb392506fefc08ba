import type { From, Soonest } from '../../domain/due/upcoming.ts';
import type { Ports } from '../ports/ports.ts';
import { allConnectionViews, viewsFrom } from './overview.ts';
import type { ConnectionView } from './views.ts';

type Reading = Pick<Ports, 'connections' | 'grants' | 'clock' | 'health'>;

/** Some connections with what their grants say now; without those that are gone, or cannot be read. */
export async function viewsOf(ports: Reading, ids: readonly string[]): Promise<ConnectionView[]> {
  const { connections, grants, clock } = ports;
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const now = clock.now();
  try {
    const [found, standings] = await Promise.all([connections.some(wanted), grants.standings(now, wanted)]);
    return viewsFrom(found, standings, now, clock.timeZone());
  } catch {
    // One of them cannot be read by the browser itself: all the others can, one by one.
    const all = await allConnectionViews(ports);
    return all.filter(({ connection }) => wanted.includes(connection.id));
  }
}

/** What comes first of all connections; nothing where the database refuses, which is noted. */
export async function soonest(
  { upcoming, clock, health }: Pick<Ports, 'upcoming' | 'clock' | 'health'>,
  froms: readonly From[],
): Promise<Soonest> {
  try {
    return await upcoming.first(froms, clock.now());
  } catch (error) {
    await health.database(true, error);
    return { asks: [], ends: [], apart: [] };
  }
}
