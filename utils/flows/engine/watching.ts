import { sessionDomainsOf } from '../../domain/address/host-patterns.ts';
import type { MarketplaceId } from '../../domain/marketplaces/definition/ids.ts';
import { optionalOnes } from '../../domain/marketplaces/index.ts';
import { type Obstacle, ofWithheld } from '../../domain/session/obstacle.ts';
import type { Ports } from '../ports/ports.ts';

/** Which of the optional marketplaces we may not see, with their domains. */
async function withheldOnes({ health }: Pick<Ports, 'health'>): Promise<Map<MarketplaceId, string[]>> {
  const asked = optionalOnes.map(
    async (each): Promise<[MarketplaceId, string[]]> => [
      each.id,
      await health.withheld(sessionDomainsOf([each])),
    ],
  );
  return new Map((await Promise.all(asked)).filter(([, domains]) => domains.length > 0));
}

/** Guard rules and script stand for exactly those optional marketplaces that we may see. */
export async function keepWatching(ports: Pick<Ports, 'health' | 'watch'>): Promise<void> {
  const withheld = await withheldOnes(ports);
  await ports.watch.keep(optionalOnes.flatMap(({ id }) => (withheld.has(id) ? [] : [id])));
}

/** The marketplaces that somebody has connections at and that we may not see. */
export async function unwatched(
  ports: Pick<Ports, 'health'>,
  inUse: ReadonlySet<MarketplaceId>,
): Promise<Obstacle[]> {
  if (!optionalOnes.some(({ id }) => inUse.has(id))) return [];
  const withheld = await withheldOnes(ports);
  return [...withheld].flatMap(([id, domains]) => (inUse.has(id) ? [ofWithheld(domains)] : []));
}
