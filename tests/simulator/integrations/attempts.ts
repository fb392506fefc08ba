import { countries } from '../amazon/sites.ts';
import {
  bolApplication,
  defaultApplicationId,
  ebayApplication,
  type IntegrationName,
} from '../applications.ts';
import { withQuery } from '../core/exchange.ts';
import type { World } from '../core/world.ts';
import { newSessionId } from '../ebay/session-ids.ts';
import type { Attempt, AuthoriseRequest } from './attempt.ts';

function amazonHost(site = 'DE'): string {
  const country = Object.entries(countries).find(([code]) => code === site)?.[1];
  return country?.host ?? site;
}

const ebayCountries: Record<string, string> = {
  DE: 'ebay.de',
  UK: 'ebay.co.uk',
  FR: 'ebay.fr',
  US: 'ebay.com',
};

function ebayHostOf(role: 'auth' | 'signin', site: string | undefined): string {
  if (site?.includes('.')) return site;
  return `${role}.${ebayCountries[site ?? 'US'] ?? 'ebay.com'}`;
}

function amazonUrl(attempt: Attempt, request: AuthoriseRequest): string {
  return withQuery(`https://${amazonHost(request.site)}/apps/authorize/consent`, {
    application_id: attempt.applicationId,
    state: attempt.state,
    ...request.parameters,
  });
}

function oauthUrl(attempt: Attempt, request: AuthoriseRequest): string {
  const application = ebayApplication(attempt.applicationId);
  return withQuery(`https://${ebayHostOf('auth', request.site)}/oauth2/authorize`, {
    client_id: attempt.applicationId,
    redirect_uri: application?.oauth.name ?? '',
    response_type: 'code',
    scope: application?.scopes.join(' ') ?? '',
    state: attempt.state,
    ...request.parameters,
  });
}

function authNAuthUrl(world: World, attempt: Attempt, request: AuthoriseRequest): string {
  const runame = ebayApplication(attempt.applicationId)?.authNAuth.name ?? '';
  const query = new URLSearchParams({
    runame,
    SessID: newSessionId(world, runame),
    ruparams: `state=${attempt.state}`,
    ...request.parameters,
  });
  return `https://${ebayHostOf('signin', request.site)}/ws/eBayISAPI.dll?SignIn&${query}`;
}

function bolUrl(attempt: Attempt, request: AuthoriseRequest): string {
  return withQuery('https://login.bol.com/authorize', {
    response_type: 'code',
    client_id: attempt.applicationId,
    scope: 'offline_access',
    redirect_uri: bolApplication(attempt.applicationId)?.redirectUri,
    state: attempt.state,
    ...request.parameters,
  });
}

function newAttempt(world: World, parts: Omit<Attempt, 'state' | 'done'>): Attempt {
  const attempt = { ...parts, state: world.secrets.issue('state-'), done: false };
  world.attempts.set(attempt.state, attempt);
  return attempt;
}

/** Begins an attempt and builds its authorise URL, as the vendor's back end does. */
export function begin(world: World, integration: IntegrationName, request: AuthoriseRequest): string {
  const { marketplace } = request;
  const attempt = newAttempt(world, {
    integration,
    marketplace,
    kind: marketplace === 'ebay' ? (request.kind ?? 'ebay-oauth') : marketplace,
    applicationId: request.applicationId ?? defaultApplicationId(integration, marketplace),
    connectionRef: request.connectionRef ?? `${integration}-${marketplace}`,
  });
  if (attempt.kind === 'amazon') return amazonUrl(attempt, request);
  if (attempt.kind === 'bol') return bolUrl(attempt, request);
  if (attempt.kind === 'ebay-oauth') return oauthUrl(attempt, request);
  return authNAuthUrl(world, attempt, request);
}

/** Begins an attempt that Amazon's Appstore flow started. @returns its `state` */
export function beginFromAppstore(world: World, integration: IntegrationName, callback: URL): string {
  return newAttempt(world, {
    integration,
    marketplace: 'amazon',
    kind: 'amazon',
    applicationId: callback.pathname.split('/').at(-1) ?? '',
    connectionRef: `${integration}-amazon`,
  }).state;
}
