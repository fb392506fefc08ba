import type { MarketplaceId } from '../../domain/marketplaces/definition/schema.ts';
import { type Marker, markerAddress, markerName } from '../../domain/session/marker.ts';
import { type Obstacle, ofWithheld } from '../../domain/session/obstacle.ts';
import { planFor } from '../engine/effects/clean.ts';
import type { Ports } from '../ports/ports.ts';
import { createSerial } from '../ports/serial.ts';

/** What a renewal would take place in. */
export interface Place {
  marketplace: MarketplaceId;
  site: string;
  jar: string;
}

/** A look that the guard page has to take part in: it asks for this address, which the browser does not open. */
export interface Look {
  kind: 'look';
  address: string;
}

/** No tab: a look from the pop-up. */
const POPUP = -1;

type Needed = Pick<Ports, 'markers' | 'looks' | 'health' | 'guardRules' | 'newId' | 'toolbar'>;

/** What is in the way in every jar; on all marketplaces that are built in where no domains are named. */
export async function obstacleFor(
  { health, guardRules }: Pick<Ports, 'health' | 'guardRules'>,
  domains?: readonly string[],
): Promise<Obstacle | undefined> {
  const withheld = await health.withheld(domains);
  if (withheld.length > 0) return ofWithheld(withheld);
  return (await guardRules.ensure()) ? undefined : { kind: 'rules' };
}

/** What keeps us from working at all, in the order in which it is to be dealt with. */
export async function obstaclesHere(ports: Pick<Ports, 'health' | 'guardRules'>): Promise<Obstacle[]> {
  const [environment, why] = await Promise.all([obstacleFor(ports), ports.health.databaseFailure()]);
  return [...(environment ? [environment] : []), ...(why ? [{ kind: 'database' as const, why }] : [])];
}

/** Looks, before each renewal, for what would keep it from being what it says. */
export function createDoctor(ports: Needed) {
  const { markers, looks, guardRules, newId, toolbar } = ports;
  // One after the other: a second look of the same tab would forget the marker of the first.
  const serial = createSerial();

  const domainsOf = ({ marketplace, site }: Place): string[] =>
    planFor(marketplace, site).domains.map(({ domain }) => domain);

  /** A marker that is noted before it is set: whatever dies, the next wake removes it. */
  async function place(tabId: number, where: Place): Promise<Marker | Obstacle> {
    const marker = { name: markerName(newId()), domain: domainsOf(where)[0] ?? '', jar: where.jar };
    await looks.put(tabId, { marker });
    try {
      await markers.set(marker);
      const found = await markers.find(marker);
      if (found.join() === where.jar) return marker;
      return { kind: found.length === 0 ? 'cookies' : 'other-jar' };
    } catch {
      return { kind: 'cookies' };
    }
  }

  async function takeAway(tabId: number): Promise<void> {
    const { marker } = (await looks.get(tabId)) ?? {};
    // One that cannot be removed is gone after a minute.
    if (marker) await markers.remove(marker).catch(() => undefined);
    await looks.drop(tabId);
  }

  /** A tab's jar stays the same as long as the tab lives: it is looked at once. */
  async function inTab(tabId: number, where: Place): Promise<Obstacle | Look | undefined> {
    const before = await looks.get(tabId);
    if (before?.marker) return { kind: 'look', address: markerAddress(before.marker) };
    if (before) return before.same ? undefined : { kind: 'other-jar' };
    const placed = await place(tabId, where);
    if (!('kind' in placed) && markers.tabsTell) return { kind: 'look', address: markerAddress(placed) };
    await takeAway(tabId);
    if ('kind' in placed) return placed;
    await looks.put(tabId, { same: true });
    return undefined;
  }

  return {
    /** What is in the way of a renewal that starts in the pop-up: no tab is known yet. */
    async beforeStart(where: Place): Promise<Obstacle | undefined> {
      const found = await obstacleFor(ports, domainsOf(where));
      if (found) return found;
      return serial(async () => {
        const placed = await place(POPUP, where);
        await takeAway(POPUP);
        return 'kind' in placed ? placed : undefined;
      });
    },

    /** What is in the way of a renewal in the guard's tab, or what that page has to do so that we can tell. */
    async atGuard(tabId: number, where: Place): Promise<Obstacle | Look | undefined> {
      return (await obstacleFor(ports, domainsOf(where))) ?? serial(() => inTab(tabId, where));
    },

    /** The browser was about to send these markers from a tab. */
    told: (tabId: number, names: string[]): Promise<void> => looks.tell(tabId, names),

    /** The guard page has asked for the address. Where the browser told nothing, nothing is said of the jar. */
    looked: (tabId: number): Promise<void> =>
      serial(async () => {
        const { marker } = (await looks.get(tabId)) ?? {};
        if (!marker) return;
        const names = await looks.told(tabId);
        await takeAway(tabId);
        await looks.put(tabId, { same: names?.includes(marker.name) ?? true });
        await toolbar.changed();
      }),

    /** A tab was closed. */
    closed: (tabId: number): Promise<void> => serial(() => takeAway(tabId)),

    /** Tries again what the browser did not do, and has every page look anew. */
    async again(): Promise<void> {
      await guardRules.ensure();
      await toolbar.changed();
    },

    /** Removes the markers that a stopped worker left: at every wake. */
    async tidy(): Promise<void> {
      for (const [tabId, { marker }] of await looks.all()) if (marker) await takeAway(tabId);
    },
  };
}

export type Doctor = ReturnType<typeof createDoctor>;
