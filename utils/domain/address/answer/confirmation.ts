import type { GrantKind, MarketplaceId } from '../../marketplaces/definition/schema.ts';
import { classifyUrl } from '../consent-url.ts';
import type { Answer } from './answer.ts';
import { digest } from './digest.ts';

/** What a page of the marketplace's own list of apps confirms, without its state. */
export interface Confirmation {
  marketplace: MarketplaceId;
  kind: GrantKind;
  app: string;
  /** Digest of the state that the software is given back, where there is one. */
  state?: string;
}

/** What the page at an address confirms; undefined where it is no such page. */
export function confirmationAt(url: string): Confirmation | undefined {
  const page = classifyUrl(url);
  if (page.step !== 'appstore-confirm' || page.ask?.app === undefined) return undefined;
  const { kind, app, state } = page.ask;
  return { marketplace: page.marketplace, kind, app, ...(state !== undefined && { state: digest(state) }) };
}

/**
 * Completes an answer by the confirmation that its tab came by: Amazon's page may send the browser on from an address
 * that names no app. The state has to be the same; an answer that names an app itself needs none.
 */
export function completed(answer: Answer, confirmation: Confirmation | undefined): Answer {
  if (!confirmation || answer.confirmed || answer.app !== undefined || answer.place !== 'known')
    return answer;
  const { marketplace, kind, app, state } = confirmation;
  const same = answer.marketplace === marketplace && answer.state === state;
  if (!same || (answer.kind !== undefined && answer.kind !== kind)) return answer;
  return { ...answer, confirmed: true, app, ...(answer.kind === undefined && { askedKind: kind }) };
}
