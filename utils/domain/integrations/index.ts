import type { GrantKind, MarketplaceId } from '../marketplaces/definition/schema.ts';
import { linnworks } from './linnworks.ts';
import { magnalister } from './magnalister.ts';
import { microtech } from './microtech.ts';
import { other } from './other.ts';
import type { Integration, IntegrationId, Step } from './schema.ts';

/** Every integration that Grantkeeper knows, in the order in which they are offered. */
export const integrations: readonly Integration[] = [microtech, magnalister, linnworks, other];

const byId = new Map(integrations.map((each) => [each.id, each]));

/** The definition of an integration. */
export function integrationById(id: IntegrationId): Integration {
  return byId.get(id) ?? other;
}

/** The software that sells at a marketplace, in the order in which it is offered. */
export function integrationsAt(id: MarketplaceId): Integration[] {
  return integrations.filter((each) => each.marketplaces.some(({ marketplace }) => marketplace === id));
}

/** The kinds of grant that an integration needs at a marketplace. */
export function kindsNeeded(id: IntegrationId, marketplace: MarketplaceId): GrantKind[] {
  return integrationById(id).marketplaces.find((each) => each.marketplace === marketplace)?.kinds ?? [];
}

/** How an integration's authorise address comes into the browser. */
export function opensBy(id: IntegrationId, marketplace: MarketplaceId): 'desktop' | 'popup' | 'page' {
  return integrationById(id).marketplaces.find((each) => each.marketplace === marketplace)?.opens ?? 'page';
}

/** What an integration says where a grant of this marketplace is over, in its own words. */
export function symptomOf(id: IntegrationId, marketplace: MarketplaceId): string | undefined {
  return integrationById(id).marketplaces.find((each) => each.marketplace === marketplace)?.symptom;
}

/** The steps of a renewal with an integration at a marketplace, in their order; none where it is not used there. */
export function stepsFor(id: IntegrationId, marketplace: MarketplaceId): Step[] {
  return integrationById(id).marketplaces.find((each) => each.marketplace === marketplace)?.steps ?? [];
}
