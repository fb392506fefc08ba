import { OAuth2Client } from '@badgateway/oauth2-client';
import EbayAuthToken from 'ebay-oauth-nodejs-client';
import { buildAuthorizationUrl, Configuration } from 'openid-client';
import { Strategy } from 'passport-oauth2';
import { AuthorizationCode } from 'simple-oauth2';
import { describe, expect, it } from 'vitest';
import { classifyUrl, isGuarded } from '@/utils/domain/address/consent-url.ts';
import { guardRules } from '@/utils/domain/address/guard-rules.ts';
import { verdict } from '../../../fakes/dnr.ts';

/** What software tells its library, whichever it is. */
interface Request {
  /** The authorise address without the library's own parameters. */
  endpoint: string;
  client: string;
  redirect: string;
  scopes: string[];
  state: string;
}

/** An authorise address as a library writes it; each has a spelling and an order of its own. */
type Write = (request: Request) => Promise<string> | string;

const SECRET = 'not-a-secret';
const TOKEN = 'https://vendor.example/token';

const openidClient: Write = ({ endpoint, client, redirect, scopes, state }) => {
  const server = { issuer: new URL(endpoint).origin, authorization_endpoint: endpoint };
  const config = new Configuration(server, client, SECRET);
  return buildAuthorizationUrl(config, { redirect_uri: redirect, scope: scopes.join(' '), state }).href;
};

const simpleOauth2: Write = ({ endpoint, client, redirect, scopes, state }) => {
  const { origin, pathname, search } = new URL(endpoint);
  const auth = { tokenHost: TOKEN, authorizeHost: origin, authorizePath: pathname + search };
  const library = new AuthorizationCode({ client: { id: client, secret: SECRET }, auth });
  return library.authorizeURL({ redirect_uri: redirect, scope: scopes, state });
};

const passport: Write = ({ endpoint, client, redirect, scopes, state }) =>
  new Promise((resolve, reject) => {
    const strategy = new Strategy(
      {
        authorizationURL: endpoint,
        tokenURL: TOKEN,
        clientID: client,
        clientSecret: SECRET,
        callbackURL: redirect,
        scope: scopes,
      },
      () => undefined,
    );
    // A redirect address without a scheme, as eBay's are, is taken as a path of the software's own host.
    const request = { url: '/', headers: { host: 'vendor.example' }, connection: { encrypted: true } };
    const told = request as unknown as Parameters<typeof strategy.authenticate>[0];
    Object.assign(strategy, { redirect: resolve, error: reject }).authenticate(told, { state });
  });

const badgateway: Write = ({ endpoint, client, redirect, scopes, state }) => {
  const library = new OAuth2Client({ clientId: client, authorizationEndpoint: endpoint });
  return library.authorizationCode.getAuthorizeUri({ redirectUri: redirect, scope: scopes, state });
};

const LIBRARIES: [name: string, write: Write][] = [
  ['openid-client', openidClient],
  ['simple-oauth2', simpleOauth2],
  ['passport-oauth2', passport],
  ['@badgateway/oauth2-client', badgateway],
];

const EBAY_SCOPES = [
  'https://api.ebay.com/oauth/api_scope',
  'https://api.ebay.com/oauth/api_scope/sell.inventory',
];

/** Characters that libraries encode in different ways. */
const STATES = ['s1', 'a b', 'q7+Zx/w0T1==', 'https://vendor.example/back?x=1&y=2', 'ü~*!(’'];

const EBAY_ENDPOINTS = [
  'https://auth.ebay.com/oauth2/authorize',
  'https://auth.ebay.de/oauth2/authorize',
  'https://auth2.ebay.com/oauth2/authorize',
  'https://auth.sandbox.ebay.com/oauth2/authorize',
  // In many public modules, against eBay's documentation.
  'https://signin.ebay.com/authorize',
  'https://signin.sandbox.ebay.com/authorize',
];
const AMAZON_HOSTS = [
  'sellercentral.amazon.com',
  'sellercentral-europe.amazon.com',
  'vendorcentral.amazon.de',
];
const SOLUTION = 'amzn1.sp.solution.4b6f0f4e-52a1-4c7e-9d0a-6f3f1f0a7c11';

const table = <T>(rows: readonly T[]): [string, Write, T, string][] =>
  LIBRARIES.flatMap(([name, write]) =>
    rows.flatMap((row) => STATES.map((state): [string, Write, T, string] => [name, write, row, state])),
  );

function expectUnderstood(url: string, wanted: { kind: string; app: string; state: string }): void {
  // Browsers send what their own parser makes of an address.
  const sent = new URL(url).href;
  expect(verdict(guardRules(), { url: sent, tabId: 7, type: 'main_frame' })).toBe('guard');
  const page = classifyUrl(sent);
  expect(isGuarded(page)).toBe(true);
  expect(page).toMatchObject({ step: 'authorise', ask: wanted });
}

describe('an address that a client library writes is stopped and understood', () => {
  it.each(table(EBAY_ENDPOINTS))('%s, at eBay (%#)', async (_, write, endpoint, state) => {
    const app = 'Vendor-PRD-1';
    const url = await write({ endpoint, client: app, redirect: 'Vendor-RuName', scopes: EBAY_SCOPES, state });
    expectUnderstood(url, { kind: 'ebay-oauth', app, state });
  });

  it.each(table(AMAZON_HOSTS))('%s, at Amazon (%#)', async (_, write, host, state) => {
    const endpoint = `https://${host}/apps/authorize/consent?application_id=${SOLUTION}&version=beta`;
    const redirect = 'https://vendor.example/cb?shop=1';
    const url = await write({
      endpoint,
      client: 'amzn1.application-oa2-client.1',
      redirect,
      scopes: [],
      state,
    });
    expectUnderstood(url, { kind: 'amazon', app: SOLUTION, state });
  });

  it.each(['PRODUCTION', 'SANDBOX'] as const)('eBay’s own library, %s', (environment) => {
    const library = new EbayAuthToken({
      clientId: 'Vendor-PRD-1',
      clientSecret: SECRET,
      redirectUri: 'Vendor-RuName',
      env: environment,
    });
    for (const options of [{ state: 's1' }, { state: 's1', prompt: 'login' as const }])
      expectUnderstood(library.generateUserAuthorizationUrl(environment, EBAY_SCOPES, options), {
        kind: 'ebay-oauth',
        app: 'Vendor-PRD-1',
        state: 's1',
      });
  });
});
