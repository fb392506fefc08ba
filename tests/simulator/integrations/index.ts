import type { IntegrationName } from '../applications.ts';
import type { Reply, SimRequest } from '../core/exchange.ts';
import type { GrantKind } from '../core/kinds.ts';
import { answerFrom, type Routes } from '../core/routes.ts';
import type { World } from '../core/world.ts';
import type { AuthoriseRequest } from './attempt.ts';
import { begin } from './attempts.ts';
import { linnworksRoutes } from './linnworks.ts';
import { magnalisterRoutes, shopRoutes } from './magnalister.ts';
import { microtechRoutes } from './microtech.ts';
import { type Outcome, redeemPasted } from './redeem.ts';

/** What the vendor's program or server offers to a test, outside the browser. */
export interface Integration {
  readonly name: IntegrationName;
  /** Begins an attempt and gives its authorise URL, which a desktop program would hand to the operating system. */
  authoriseUrl(request: AuthoriseRequest): string;
  /** What the vendor's software says about a connection, by its default name or the one given. */
  status(connectionRef?: string): {
    readonly authorised: boolean;
    readonly text: string;
    readonly kinds: GrantKind[];
  };
  /** The person pastes the address of eBay's own result page into the program. */
  paste(address: string): Outcome;
}

const hosts: Record<string, (world: World, request: SimRequest) => Routes> = {
  'cloud.microtech.example': microtechRoutes,
  'www.microtech.example': microtechRoutes,
  'shop.example': shopRoutes,
  'api.magnalister.example': magnalisterRoutes,
  'www.magnalister.example': magnalisterRoutes,
  'app.linnworks.example': linnworksRoutes,
  'www.linnworks.example': linnworksRoutes,
};

export function isVendorHost(host: string): boolean {
  return Object.hasOwn(hosts, host);
}

/** Answers for a vendor's or the shop's host. */
export function answerVendor(world: World, request: SimRequest): Reply | undefined {
  const routes = hosts[request.host];
  return routes && answerFrom(routes(world, request), request);
}

const words: Record<IntegrationName, readonly [yes: string, no: string]> = {
  microtech: ['Authentifiziert', 'Nicht authentifiziert'],
  magnalister: ['Token: valid', 'Token: missing or expired'],
  linnworks: [
    'Token has been re-created successfully',
    'eBay Authorization Token has expired and needs to be re-created',
  ],
};

function integration(world: World, name: IntegrationName): Integration {
  return {
    name,
    authoriseUrl: (request) => begin(world, name, request),
    status: (connectionRef) => {
      const grants = world.grants.filter(
        (grant) => grant.integration === name && (!connectionRef || grant.connectionRef === connectionRef),
      );
      const authorised = grants.length > 0;
      return { authorised, text: words[name][authorised ? 0 : 1], kinds: grants.map((grant) => grant.kind) };
    },
    paste: (address) => redeemPasted(world, name, address),
  };
}

export function createIntegrations(world: World): Readonly<Record<IntegrationName, Integration>> {
  return {
    microtech: integration(world, 'microtech'),
    magnalister: integration(world, 'magnalister'),
    linnworks: integration(world, 'linnworks'),
  };
}

export type Integrations = Readonly<Record<IntegrationName, Integration>>;
