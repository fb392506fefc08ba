import type { Marketplace } from './core/kinds.ts';
import type { AmazonError } from './switches.ts';

export type IntegrationName = 'microtech' | 'magnalister' | 'linnworks';

/** An application as a vendor registered it with Amazon. */
export interface AmazonApplication {
  readonly id: string;
  readonly name: string;
  readonly integration: IntegrationName;
  /** The first one is used where the authorise URL names none. */
  readonly redirectUris: readonly string[];
  /** Where "Login to … now" leads (SP-API docs website-authorization-workflow). */
  readonly loginUri: string;
  /** A draft app works only with `version=beta`. */
  readonly draft?: boolean;
  /** A hybrid app's callback carries `mws_auth_token` as well. */
  readonly hybrid?: boolean;
  /** Always ends on this error page. */
  readonly error?: AmazonError;
}

/** A RuName: eBay's name for a pair of accept and decline URLs of one keyset. */
export interface RuName {
  readonly name: string;
  /** What the consent page calls the application. */
  readonly title: string;
  readonly acceptUrl: string;
  readonly declineUrl: string;
}

/** A keyset as a vendor registered it with eBay. */
export interface EbayApplication {
  readonly clientId: string;
  readonly integration: IntegrationName;
  readonly environment: 'production' | 'sandbox';
  readonly scopes: readonly string[];
  readonly oauth: RuName;
  readonly authNAuth: RuName;
}

/** An application as bol gave it a client id (api.bol.com, Intermediary authorization). */
export interface BolApplication {
  readonly clientId: string;
  readonly integration: IntegrationName;
  /** What bol's pages call it. */
  readonly title: string;
  readonly redirectUri: string;
}

const microtechAmazon = {
  integration: 'microtech',
  redirectUris: [
    'https://cloud.microtech.example/oauth/callback',
    'https://cloud.microtech.example/oauth/callback2',
  ],
  loginUri: 'https://cloud.microtech.example/amazon/login',
} as const;

const amazon = {
  microtech: {
    ...microtechAmazon,
    id: 'amzn1.sp.solution.4b6f0f4e-52a1-4c7e-9d0a-6f3f1f0a7c11',
    name: 'microtech',
  },
  microtechDraft: {
    ...microtechAmazon,
    id: 'amzn1.sp.solution.9c2d7a10-77b8-4f2c-8a3e-0d5b6c1e2f22',
    name: 'microtech (draft)',
    draft: true,
  },
  magnalister: {
    id: 'amzn1.sellerapps.app.1f0e9d8c-7b6a-4958-8473-625140302f33',
    name: 'magnalister',
    integration: 'magnalister',
    redirectUris: ['https://api.magnalister.example/amazon/callback'],
    loginUri: 'https://api.magnalister.example/amazon/login',
    hybrid: true,
  },
  linnworks: {
    id: 'amzn1.sp.solution.d3c2b1a0-0f9e-4d8c-b7a6-958473625144',
    name: 'Linnworks',
    integration: 'linnworks',
    redirectUris: ['https://app.linnworks.example/oauth/amazon/callback'],
    loginUri: 'https://app.linnworks.example/amazon/login',
  },
} as const satisfies Record<string, AmazonApplication>;

function ruName(name: string, title: string, acceptUrl: string): RuName {
  return { name, title, acceptUrl, declineUrl: acceptUrl };
}

const scopes = [
  'https://api.ebay.com/oauth/api_scope',
  'https://api.ebay.com/oauth/api_scope/sell.account',
  'https://api.ebay.com/oauth/api_scope/sell.inventory',
  'https://api.ebay.com/oauth/api_scope/sell.fulfillment',
  'https://api.ebay.com/oauth/api_scope/sell.finances',
];

const ebay = {
  microtech: {
    clientId: 'microtec-bueroplu-PRD-1a2b3c4d5-6e7f8a9b',
    integration: 'microtech',
    environment: 'production',
    scopes,
    oauth: ruName(
      'microtech_GmbH-microtec-buerop-kqzvxw',
      'microtech büro+',
      microtechAmazon.redirectUris[0],
    ),
    authNAuth: ruName(
      'microtech_GmbH-microtec-bueroa-lmnopq',
      'microtech büro+',
      'https://cloud.microtech.example/oauth/ebay-token',
    ),
  },
  microtechSandbox: {
    clientId: 'microtec-bueroplu-SBX-9f8e7d6c5-4b3a2910',
    integration: 'microtech',
    environment: 'sandbox',
    scopes,
    oauth: ruName(
      'microtech_GmbH-microtec-bueros-sbxabc',
      'microtech büro+',
      microtechAmazon.redirectUris[0],
    ),
    authNAuth: ruName(
      'microtech_GmbH-microtec-buerot-sbxdef',
      'microtech büro+',
      'https://cloud.microtech.example/oauth/ebay-token',
    ),
  },
  magnalister: {
    clientId: 'RedGecko-magnalis-PRD-aa11bb22c-33dd44ee',
    integration: 'magnalister',
    environment: 'production',
    scopes,
    oauth: ruName(
      'RedGecko_GmbH-RedGecko-magnal-oauth',
      'magnalister',
      'https://api.magnalister.example/ebay/callback',
    ),
    authNAuth: ruName(
      'RedGecko_GmbH-RedGecko-magnal-trading',
      'magnalister',
      'https://api.magnalister.example/ebay/token',
    ),
  },
  linnworks: {
    clientId: 'Linnwork-linnwork-PRD-55ff66aa7-77bb88cc',
    integration: 'linnworks',
    environment: 'production',
    scopes,
    oauth: ruName(
      'Linnworks_Ltd-Linnwork-linnwo-oauth',
      'Linnworks',
      'https://app.linnworks.example/oauth/ebay/callback',
    ),
    authNAuth: ruName(
      'Linnworks_Ltd-Linnwork-linnwo-trading',
      'Linnworks',
      'https://app.linnworks.example/oauth/ebay/token',
    ),
  },
} as const satisfies Record<string, EbayApplication>;

const bol = {
  microtech: {
    clientId: '7f3c9a52-1b7e-4f60-9c1d-6a2b8e0d4c11',
    integration: 'microtech',
    title: 'microtech büro+',
    redirectUri: microtechAmazon.redirectUris[0],
  },
} as const satisfies Record<string, BolApplication>;

const errors: readonly AmazonError[] = [
  'MD1000',
  'MD5100',
  'MD5101',
  'MD5110',
  'MD5200',
  'MD9000',
  'MD9010',
  'MD9999',
  'MD0000',
  'usage-limit',
  'invalid-access',
];

/** One application for each error page, registered so. */
const broken = Object.fromEntries(
  errors.map((error, index): [AmazonError, AmazonApplication] => [
    error,
    {
      ...microtechAmazon,
      id: `amzn1.sp.solution.00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`,
      name: `microtech (${error})`,
      error,
    },
  ]),
) as Record<AmazonError, AmazonApplication>;

/** What the vendors registered; ids are made up. */
export const applications = { amazon, ebay, bol, broken } as const;

const allAmazon: readonly AmazonApplication[] = [...Object.values(amazon), ...Object.values(broken)];
const allEbay: readonly EbayApplication[] = Object.values(ebay);

export function amazonApplication(id: string | null): AmazonApplication | undefined {
  return allAmazon.find((application) => application.id === id);
}

export function ebayApplication(clientId: string | null): EbayApplication | undefined {
  return allEbay.find((application) => application.clientId === clientId);
}

export function bolApplication(clientId: string | null): BolApplication | undefined {
  return Object.values<BolApplication>(bol).find((application) => application.clientId === clientId);
}

/** The keyset an Auth'n'Auth RuName belongs to. */
export function ebayApplicationOfRuName(name: string | null): EbayApplication | undefined {
  return allEbay.find((application) => application.authNAuth.name === name);
}

/** The application an integration uses by default. */
export function defaultApplicationId(integration: IntegrationName, marketplace: Marketplace): string {
  if (marketplace === 'bol') return bol.microtech.clientId;
  return marketplace === 'amazon' ? amazon[integration].id : ebay[integration].clientId;
}
