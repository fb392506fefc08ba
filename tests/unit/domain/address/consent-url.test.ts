import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyUrl, handoffPlace, isGuarded } from '@/utils/domain/address/consent-url.ts';
import { marketplaces } from '@/utils/domain/marketplaces/index.ts';

const CONSENT = 'https://sellercentral.amazon.de/apps/authorize/consent';
const ID = 'amzn1.sp.solution.0b3e';

/** Addresses that people, programs and attackers could come up with, made of the pieces that matter. */
const hosts = fc.constantFrom(
  ...marketplaces.flatMap((each) => each.sites.flatMap((site) => Object.values(site.hosts).flat())),
  'sellercentral.amazon.de.evil.example',
  'xn--sellercentral-amazon-de.example',
  'xn--mazon-3ve.de',
  'vendor.example',
  '[::1]',
  '',
);
const paths = fc.constantFrom(
  ...marketplaces.flatMap((each) => each.pages.map(({ path }) => path)),
  '/%61pps/authorize/consent',
  '//apps//authorize/consent/',
  '/%',
);
const names = fc.constantFrom(
  'application_id',
  'client_id',
  'state',
  'code',
  'runame',
  'SessID',
  'expires_in',
  '%',
);
const pairs = fc.array(fc.tuple(names, fc.oneof(fc.string(), fc.constant('%E0%A4%A'), fc.webFragments())));
const addresses = fc
  .record({
    scheme: fc.constantFrom('https', 'http', 'javascript', 'HTTPS', ''),
    userinfo: fc.constantFrom('', 'user@', 'sellercentral.amazon.de:x@'),
    host: hosts,
    port: fc.constantFrom('', ':443', ':8443', ':99999'),
    path: paths,
    pairs,
    fragment: fc.constantFrom('', '#', '#?application_id=x'),
  })
  .map(({ scheme, userinfo, host, port, path, pairs: query, fragment }) => {
    const search = query.map(([name, value]) => `${name}=${value}`).join('&');
    return `${scheme}://${userinfo}${host}${port}${path}?${search}${fragment}`;
  });

describe('classifyUrl', () => {
  it('has an answer for every string', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), addresses), (raw) => {
        expect(classifyUrl(raw).step).toBeTypeOf('string');
        expect(classifyUrl(raw, { from: 'ebay', form: [[raw, raw]] }).step).toBeTypeOf('string');
        expect(handoffPlace(raw, 'amazon')).toBeTypeOf('string');
      }),
      { numRuns: 2000 },
    );
  });

  it('asks for a grant only on a host of a marketplace', () => {
    const known = new Set(
      marketplaces.flatMap((each) => each.sites.flatMap((site) => Object.values(site.hosts).flat())),
    );
    fc.assert(
      fc.property(addresses, (raw) => {
        if (isGuarded(classifyUrl(raw))) expect(known.has(new URL(raw).hostname)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('never hands on a code or a token', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.constantFrom('spapi_oauth_code', 'code', 'ebaytkn', 'mws_auth_token'),
        (secret, name) => {
          const url = `https://vendor.example/cb?${name}=${secret}&selling_partner_id=A1&username=u&isAuthSuccessful=true&expires_in=299&spapi_oauth_code=${secret}`;
          for (const from of [undefined, 'amazon', 'ebay'] as const) {
            expect(JSON.stringify(classifyUrl(url, from ? { from } : {}))).not.toContain(secret);
          }
        },
      ),
    );
  });

  it('takes an address of two megabytes', () => {
    const long = `${CONSENT}?application_id=${ID}&redirect_uri=${'a%20'.repeat(500_000)}`;
    expect(classifyUrl(long)).toMatchObject({ step: 'authorise', ask: { app: ID } });
  });

  it.each([
    [
      'another spelling of the path',
      'https://sellercentral.amazon.de//apps/%61uthorize/Consent/?application_id=',
    ],
    ['another spelling of the parameter', `${CONSENT}?%61pplication_id=`],
    ['upper case', 'HTTPS://SELLERCENTRAL.AMAZON.DE/apps/authorize/consent?APPLICATION_ID='],
    ['userinfo', 'https://someone:secret@sellercentral.amazon.de/apps/authorize/consent?application_id='],
    [
      'the usual port written out',
      'https://sellercentral.amazon.de:443/apps/authorize/consent?application_id=',
    ],
    // Cookies know no ports: whoever listens there would get the same session.
    ['another port', 'https://sellercentral.amazon.de:8443/apps/authorize/consent?application_id='],
    [
      'a path that is encoded twice',
      'https://sellercentral.amazon.de/apps/%2561uthorize/consent?application_id=',
    ],
    ['white space around it', `  ${CONSENT}?application_id=`],
  ])('sees the consent through %s', (_, start) => {
    expect(classifyUrl(start + ID)).toMatchObject({ step: 'authorise', site: 'de', ask: { app: ID } });
  });

  it.each([
    ['a subdomain of a stranger', 'https://sellercentral.amazon.de.evil.example/apps/authorize/consent'],
    [
      'a stranger with the host as user',
      'https://sellercentral.amazon.de@evil.example/apps/authorize/consent',
    ],
    ['a look-alike', 'https://sellercentral.аmazon.de/apps/authorize/consent'],
    ['another scheme', 'ftp://sellercentral.amazon.de/apps/authorize/consent'],
    ['a fragment', 'https://sellercentral.amazon.de/#/apps/authorize/consent'],
  ])('does not take %s for the consent', (_, start) => {
    expect(classifyUrl(`${start}?application_id=${ID}`)).toEqual({ step: 'none' });
  });

  it('names no application where the address names two', () => {
    const url = `${CONSENT}?application_id=${ID}&application_id=amzn1.sp.solution.other`;
    expect(classifyUrl(url)).toMatchObject({ step: 'authorise', ask: { app: undefined } });
    expect(classifyUrl(`${CONSENT}?application_id=${ID}&application_id=${ID}`)).toMatchObject({
      ask: { app: ID },
    });
  });

  it('names no account where the callback names two', () => {
    const url = 'https://vendor.example/cb?spapi_oauth_code=c&selling_partner_id=A1&selling_partner_id=A2';
    expect(classifyUrl(url)).toMatchObject({ step: 'callback', accountId: undefined });
  });

  it('does not take an impossible date for an expiry', () => {
    const url = 'https://vendor.example/cb?isAuthSuccessful=true&username=u&tknexp=2028-13-41%2099:00:00';
    expect(classifyUrl(url)).toMatchObject({ step: 'callback', expiresAt: undefined });
  });

  it('reads a callback out of a form’s body', () => {
    const form: [string, string][] = [
      ['spapi_oauth_code', 'c'],
      ['selling_partner_id', 'A1'],
      ['state', 's'],
    ];
    expect(classifyUrl('https://vendor.example/cb', { form })).toMatchObject({ accountId: 'A1', state: 's' });
  });

  it('tells eBay’s plain OAuth answers only from a browser that leaves eBay', () => {
    const url = 'https://vendor.example/cb?code=v%5E1.1&expires_in=299';
    expect(classifyUrl(url)).toEqual({ step: 'none' });
    expect(classifyUrl(url, { from: 'amazon' })).toEqual({ step: 'none' });
    expect(classifyUrl(url, { from: 'ebay' })).toMatchObject({ step: 'callback', kind: 'ebay-oauth' });
  });
});

describe('handoffPlace', () => {
  it.each([
    ['https://sellercentral.amazon.de/apps/authorize/consent?x=1', 'known'],
    ['https://sellercentral.amazon.de/apps/authorize/submit', 'known'],
    ['https://sellercentral.amazon.de/gp/redirect?location=https://evil.example', 'host'],
    ['https://www.amazon.de/gp/redirect?location=https://evil.example', 'no'],
    ['https://evil.example/apps/authorize/consent', 'no'],
    ['not an address', 'no'],
  ] as const)('%s: %s', (url, place) => {
    expect(handoffPlace(url, 'amazon')).toBe(place);
  });
});
