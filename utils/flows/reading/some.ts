import { standingOf } from '../../domain/account/grant.ts';
import type { From, Soonest } from '../../domain/due/upcoming.ts';
import type { Ports } from '../ports/ports.ts';
import { allConnectionViews, connectionView } from './overview.ts';
import type { ConnectionView } from './views.ts';

/** Above this many, one read of all costs less than a read for each. */
const MANY = 100;

type Reading = Pick<Ports, 'connections' | 'grants' | 'clock' | 'health'>;

/** Some connections with what their grants say now; without those that are gone, or cannot be read. */
export async function viewsOf(ports: Reading, ids: readonly string[]): Promise<ConnectionView[]> {
  const wanted = new Set(ids);
  if (wanted.size > MANY)
    return (await allConnectionViews(ports)).filter(({ connection }) => wanted.has(connection.id));
  const { connections, grants, clock, health } = ports;
  const now = clock.now();
  const views = await Promise.all(
    [...wanted].map(async (id) => {
      try {
        const [connection, given] = await Promise.all([connections.get(id), grants.of(id)]);
        if (!connection) return [];
        const standing = standingOf(id, given, { account: connection.account, now });
        return [connectionView(connection, standing, now, clock.timeZone())];
      } catch (error) {
        await health.database(true, error);
        return [];
      }
    }),
  );
  return views.flat();
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
