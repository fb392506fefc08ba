import type { Connection } from '@/utils/domain/account/connection.ts';
import type { Grant } from '@/utils/domain/account/grant.ts';
import type { Remaining } from '@/utils/domain/due/expiry.ts';
import type { Listed } from '@/utils/domain/due/listing.ts';
import type { ConnectionView } from '@/utils/flows/reading/views.ts';
import { marketplaceById } from '../../../utils/domain/marketplaces/index.ts';

/** Noon on the day on which the gallery stands still: UTC. */
export const NOW = Date.UTC(2026, 10, 28, 12);
const DAY = 24 * 60 * 60 * 1000;

export const APP = 'amzn1.sp.solution.7c2f94d1-55e0-4b8a-9d3e-0f6b1c8e7c11';

export const alpenglueck: Connection = {
  id: '5b6a0c1e-alpenglueck',
  marketplace: 'amazon',
  site: 'europe',
  region: 'EU',
  integration: 'microtech',
  name: 'Alpenglück',
  signInName: 'anna@alpenglueck.example',
  apps: [{ kind: 'amazon', app: APP, verified: true }],
  account: { id: 'A1ALPENEU00001', label: 'Alpenglück Handel GmbH' },
  lastMode: 'set-aside',
  createdAt: NOW - 400 * DAY,
  updatedAt: NOW - 365 * DAY,
};

/** A name as sellers really have them, and as no surface may break over. */
export const longNamed: Connection = {
  ...alpenglueck,
  id: '0f2d77a4-nordlicht',
  name: 'Nordlicht Elektrofachhandel und Werkzeugversand GmbH & Co. KG',
  signInName: 'buchhaltung.marktplaetze@nordlicht-elektrofachhandel.example',
  account: { id: 'A2NORDEU000099', label: 'Nordlicht Elektrofachhandel und Werkzeugversand' },
};

export const ebayShop: Connection = {
  ...alpenglueck,
  id: 'c09e1b55-alpenglueck-ebay',
  marketplace: 'ebay',
  site: 'de',
  region: 'ebay',
  integration: 'linnworks',
  name: 'Alpenglück eBay',
  signInName: 'alpenglueck-shop',
  apps: [],
  account: { user: 'alpenglueck-shop' },
};

export const bolShop: Connection = {
  ...alpenglueck,
  id: 'b01e1b55-alpenglueck-bol',
  marketplace: 'bol',
  site: 'nl-be',
  region: 'nl-be',
  integration: 'other',
  software: 'Stallkeeper',
  name: 'Alpenglück Winkel',
  signInName: 'anna@alpenglueck.example',
  apps: [],
  account: { label: 'Alpenglück Winkel' },
};

/** What remains of a grant that ends so many days after the gallery's day. */
export function endingIn(days: number, kind: Grant['kind'] = 'amazon'): Remaining {
  return {
    days,
    ended: days < 0,
    kind,
    expiry: { basis: 'by-rule', at: NOW + days * DAY },
    grantId: 'grant',
    since: NOW - 300 * DAY,
  };
}

/** The kind of grant that a connection's marketplace gives first of all. */
const kindOf = ({ marketplace }: Connection): Grant['kind'] =>
  marketplaceById(marketplace).lifetimes[0]?.kind ?? 'amazon';

/** A grant that came back today. */
export function grantFor(connection: Connection, more: Partial<Grant> = {}): Grant {
  return {
    id: `grant-${connection.id}`,
    connectionId: connection.id,
    runId: 'run',
    kind: kindOf(connection),
    app: APP,
    verdict: 'match',
    at: NOW,
    expiry: { basis: 'by-rule', at: NOW + 365 * DAY },
    ...(connection.account.id !== undefined && { accountId: connection.account.id }),
    ...(connection.account.label !== undefined && { accountLabel: connection.account.label }),
    ...more,
  };
}

export function viewOf(
  connection: Connection,
  days?: number,
  more: Partial<ConnectionView> = {},
): ConnectionView {
  const remaining = days === undefined ? undefined : endingIn(days, kindOf(connection));
  const urgency =
    days === undefined
      ? 'unknown'
      : days < 0
        ? 'expired'
        : days <= 7
          ? 'urgent'
          : days <= 30
            ? 'soon'
            : 'calm';
  return {
    connection,
    urgency,
    grants: remaining ? [grantFor(connection, { expiry: remaining.expiry })] : [],
    ...(remaining && { remaining }),
    ...more,
  };
}

/** A connection as a long list has it. */
export function listedOf({ connection, remaining, urgency, quarantined }: ConnectionView): Listed {
  const { id, name, marketplace, site, integration } = connection;
  return {
    id,
    name,
    marketplace,
    site,
    integration,
    urgency,
    ...(remaining && { remaining }),
    ...(quarantined && { account: 'wrong' as const }),
  };
}

const NAMES = ['Bergwerk', 'Küstenkind', 'Zirbenholz', 'Lichtblick', 'Atelier Süd', 'Hofladen', 'Tintenfass'];

/** So many connections with dates from long ago to far ahead. */
export function many(count: number): ConnectionView[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `${NAMES[index % NAMES.length]} ${Math.floor(index / NAMES.length) + 1}`;
    const shop = index % 3 === 2 ? ebayShop : alpenglueck;
    const connection = { ...shop, id: `made-up-${index}`, name, account: {} };
    return viewOf(connection, index * 9 - 12);
  });
}
