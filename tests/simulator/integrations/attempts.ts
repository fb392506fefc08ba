import { countries } from '../amazon/sites.ts';
import { defaultApplicationId, ebayApplication, type IntegrationName } from '../applications.ts';
import { withQuery } from '../core/exchange.ts';
import type { GrantKind, Marketplace, World } from '../core/world.ts';
import { newSessionId } from '../ebay/authnauth.ts';

/** What a vendor wants to have authorised. */
export interface AuthoriseRequest {
  readonly marketplace: Marketplace;
  /** Only eBay has two; OAuth unless said otherwise. */
  readonly kind?: GrantKind;
  /** A country such as `DE`, or the whole host name that the authorise URL is to have. `DE` and `auth.ebay.com` by default. */
  readonly site?: string;
  readonly applicationId?: string;
  /** Which of the vendor's connections this renews; a name of the caller's. */
  readonly connectionRef?: string;
  /** Further parameters of the authorise URL: `redirect_uri`, `version`, `locale`, `prompt`. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** One attempt as the vendor's back end keeps it, by its `state`. */
export interface Attempt {
  readonly state: string;
  readonly integration: IntegrationName;
  readonly marketplace: Marketplace;
  readonly kind: GrantKind;
  readonly applicationId: string;
  readonly connectionRef: string;
  /** Set once a callback ended it. */
  done: boolean;
}

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
    kind: marketplace === 'amazon' ? 'amazon' : (request.kind ?? 'ebay-oauth'),
    applicationId: request.applicationId ?? defaultApplicationId(integration, marketplace),
    connectionRef: request.connectionRef ?? `${integration}-${marketplace}`,
  });
  if (attempt.kind === 'amazon') return amazonUrl(attempt, request);
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
