import fc from 'fast-check';
import { marketplaces } from '../../../../utils/domain/marketplaces/index.ts';

/**
 * Addresses in other spellings that mean the same to a server: RFC 3986, 6.2.2 (case, percent-encoding, dot segments)
 * and 6.2.3 (scheme, default port), what servers make of a path's parameters and empty segments, and the fragment,
 * which is never sent.
 */

const hex = (letter: string): string => `%${letter.charCodeAt(0).toString(16)}`;

/** Some of a text's letters encoded, as the bits say. */
const encoded = (text: string, bits: number): string =>
  [...text]
    .map((letter, index) => (/\w/.test(letter) && (bits >> (index % 30)) & 1 ? hex(letter) : letter))
    .join('');

/** What is encoded, encoded once more. */
const again = (text: string): string => text.replaceAll('%', '%25');

const mixed = (text: string, bits: number): string =>
  [...text].map((letter, index) => ((bits >> (index % 30)) & 1 ? letter.toUpperCase() : letter)).join('');

interface Change {
  name: string;
  of(url: URL, bits: number): string;
}

const around = (url: URL, path: string, query = url.search): string =>
  `${url.protocol}//${url.host}${path}${query}`;

function names(query: string, how: (name: string) => string): string {
  const pairs = query.slice(1).split('&');
  return `?${pairs.map((pair) => pair.replace(/^[^=]*/, how)).join('&')}`;
}

export const changes: readonly Change[] = [
  { name: 'encoded letters of the path', of: (url, bits) => around(url, encoded(url.pathname, bits)) },
  {
    name: 'an encoded slash between segments',
    of: (url) => around(url, url.pathname.replace(/(.)\/([^/]+)$/, '$1%2F$2')),
  },
  { name: 'an encoded blank at the end of the path', of: (url) => around(url, `${url.pathname}%20`) },
  { name: 'letters of the path in upper case', of: (url, bits) => around(url, mixed(url.pathname, bits)) },
  { name: 'empty segments', of: (url) => around(url, url.pathname.replaceAll('/', '//')) },
  {
    name: 'letters of the path encoded twice',
    of: (url, bits) => around(url, again(encoded(url.pathname, bits))),
  },
  {
    name: 'letters of the path encoded thrice',
    of: (url, bits) => around(url, again(again(encoded(url.pathname, bits)))),
  },
  {
    name: 'a slash that is encoded twice',
    of: (url) => around(url, url.pathname.replace(/(.)\/([^/]+)$/, '$1%252F$2')),
  },
  {
    name: 'a dot with parameters',
    of: (url) => around(url, url.pathname.replaceAll('/', '/.;v=1/')),
  },
  { name: 'two dots with parameters', of: (url) => around(url, `/x/..;v=1${url.pathname}`) },
  { name: 'two dots that are encoded twice', of: (url) => around(url, `/x/%252e%252E${url.pathname}`) },
  { name: 'a first segment of parameters alone', of: (url) => around(url, `/;v=1${url.pathname}`) },
  {
    name: 'parameters of every segment',
    of: (url) => around(url, url.pathname.replace(/(?<=[^/])(?=\/|$)/g, ';v=1')),
  },
  {
    name: 'letters of the names encoded twice',
    of: (url, bits) =>
      around(
        url,
        url.pathname,
        names(url.search, (name) => again(encoded(name, bits))),
      ),
  },
  { name: 'a slash at the end', of: (url) => around(url, `${url.pathname}/`) },
  { name: 'dot segments', of: (url) => around(url, `/x/..${url.pathname.replaceAll('/', '/./')}`) },
  { name: 'encoded dot segments', of: (url) => around(url, `/x/%2e%2E${url.pathname}`) },
  { name: 'parameters of the last segment', of: (url) => around(url, `${url.pathname};v=1`) },
  {
    name: 'parameters of the first segment',
    of: (url) => around(url, url.pathname.replace(/^(\/[^/]+)/, '$1;x=1')),
  },
  {
    name: 'encoded letters of the names',
    of: (url, bits) =>
      around(
        url,
        url.pathname,
        names(url.search, (name) => encoded(name, bits)),
      ),
  },
  {
    name: 'names in upper case',
    of: (url, bits) =>
      around(
        url,
        url.pathname,
        names(url.search, (name) => mixed(name, bits)),
      ),
  },
  {
    name: 'the parameters in another order',
    of: (url) => around(url, url.pathname, `?${url.search.slice(1).split('&').reverse().join('&')}`),
  },
  { name: 'http', of: (url) => `http://${url.host}${url.pathname}${url.search}` },
  { name: 'the usual port', of: (url) => `https://${url.hostname}:443${url.pathname}${url.search}` },
  { name: 'another port', of: (url) => `https://${url.hostname}:8443${url.pathname}${url.search}` },
  { name: 'a fragment', of: (url) => `${url.href}#part?x=/apps/manage` },
  { name: 'a user', of: (url) => `https://someone:secret@${url.hostname}${url.pathname}${url.search}` },
  { name: 'the host in upper case', of: (url) => url.href.replace(url.host, url.host.toUpperCase()) },
  { name: 'a line break', of: (url) => url.href.replace('?', '\n?') },
];

const AMAZON_QUERY = '?application_id=amzn1.sp.solution.4b6f0f4e&state=s1';
const OAUTH_QUERY = '?client_id=Vendor-PRD-1&redirect_uri=Vendor-Ru&response_type=code&state=s1';

/** Every host that a site lists, and one that none does. */
function hosts(id: string, roles: string[]): string[] {
  const found = marketplaces.find((each) => each.id === id);
  const listed = found?.sites.flatMap((site) => roles.flatMap((role) => site.hosts[role] ?? [])) ?? [];
  return [...listed, ...(found?.sessionDomains ?? []).map(({ domain }) => `other.${domain}`)];
}

/** Usual spellings of requests for consent. */
export const usual: readonly string[] = [
  ...hosts('amazon', ['seller', 'vendor', 'shop']).flatMap((host) =>
    ['', '?mons_redirect=remedy_uri', AMAZON_QUERY].map(
      (query) => `https://${host}/apps/authorize/consent${query}`,
    ),
  ),
  ...hosts('ebay', ['auth', 'signin']).flatMap((host) => [
    ...['/oauth2/authorize', '/oauth2/consents', '/authorize', '/some/other/path'].map(
      (path) => `https://${host}${path}${OAUTH_QUERY}`,
    ),
    `https://${host}/oauth2/authorize?request_uri=urn:1&client_id=Vendor-PRD-1`,
    ...['/ws/eBayISAPI.dll', '/saw-cgi/eBayISAPI.dll'].flatMap((path) => [
      `https://${host}${path}?SignIn&runame=Vendor-Ru&SessID=abc`,
      `https://${host}${path}?SingleSignOn&runame=Vendor-Ru&sid=abc`,
    ]),
  ]),
];

export const address = fc.constantFrom(...usual);
export const change = fc.constantFrom(...changes);
export const bits = fc.integer({ min: 1, max: 2 ** 30 - 1 });

/** A request for consent in up to three unusual spellings at a time. */
export const respelled = fc
  .tuple(address, fc.array(fc.tuple(change, bits), { minLength: 1, maxLength: 3 }))
  .map(([url, all]) => all.reduce((text, [{ of }, some]) => of(URL.parse(text) as URL, some), url));

/** Addresses of the marketplaces that ask for nothing. */
export const innocent: readonly string[] = [
  'https://www.amazon.de/K%C3%BChlschrank-consent-apps/dp/B000000001?application_id=x',
  'https://www.amazon.com/s?k=client_id&redirect_uri=1',
  'https://www.amazon.de/ap/oa?client_id=amzn1.application-oa2-client.1&redirect_uri=https%3A%2F%2Fv.example&response_type=code',
  'https://www.amazon.de/ap/signin?openid.return_to=https%3A%2F%2Fsellercentral.amazon.de%2Fapps%2Fauthorize%2Fconsent%3Fapplication_id%3Dx',
  'https://sellercentral.amazon.de/apps/manage',
  'https://sellercentral.amazon.de/apps/authorize/confirm/amzn1.sp.solution.5?amazon_state=a&state=b',
  'https://sellercentral.amazon.de/account-switcher/default/merchantMarketplace?returnTo=%2Fapps%2Fauthorize%2Fconsent',
  'https://www.ebay.com/itm/123456?client_id=1&hash=item',
  'https://www.ebay.de/sch/i.html?_nkw=redirect_uri&response_type=x&Screen%2520Size=14%2522',
  'https://signin.ebay.com/signin?ru=https%3A%2F%2Fwww.ebay.com%2F',
  'https://signin.ebay.com/ws/eBayISAPI.dll?SignIn&ru=https%3A%2F%2Fwww.ebay.com%2Fmyb%2FSummary',
  'https://signin.ebay.com/ws/eBayISAPI.dll?SignIn&lgout=1&sgfl=gh',
  'https://auth2.ebay.com/oauth2/errorOauth?errorId=invalid_scope',
  'https://auth2.ebay.com/oauth2/ThirdPartyAuthSucessFailure?isAuthSuccessful=true&code=c&expires_in=299',
  'https://accountsettings.ebay.com/uas',
  // Pages that have the words in them, or begin as they do.
  'https://www.amazon.de/Apps-f%C3%BCr-author/x/consent',
  'https://www.amazon.de/Apps-K%C3%BCche/author/consent?x=1',
  'https://www.amazon.de/app/a%20b/consent',
  'https://www.amazon.de/apps/a%20b/c%20d',
  'https://www.amazon.de/K%C3%BChl?u=https://sellercentral.amazon.de/apps/authorize/consent',
  'https://www.amazon.de/apps%20authorize%20consent',
  'https://www.ebay.de/oauf%C3%BC/x/authorize',
  'https://www.ebay.de/authorize%20me',
  'https://www.ebay.com/itm/K%C3%BCche-authorize/1',
  'https://www.ebay.com/b/%E2%80%9Eauthorize%E2%80%9C',
  // Sign-ins that lead on to other places.
  'https://signin.ebay.com/signin?xru=https%3A%2F%2Fauth.ebay.com%2Foauth2%2Fauthorize%3Fclient_id%3DV',
  'https://signin.ebay.com/signin?x=ru%3Dhttps%3A%2F%2Fauth.ebay.com%2Foauth2%2Fauthorize%3Fclient_id%3DV',
  'https://signin.ebay.com/signin?ru=https%3A%2F%2Fwww.ebay.com%2Fsch%3F_nkw%3Doauth2%2Fauthorize',
  'https://signin.ebay.com/signin?ru=https%3A%2F%2Fvendor.example%2Foauth2%2Fauthorize%3Fclient_id%3DV',
  'https://signin.ebay.com/signin?ru=https%3A%2F%2Fwww.ebay.com%2Fx%3Fxruname%3D1',
  'https://signin.ebay.com/signin?ru=https%3A%2F%2Fwww.ebay.com%2Foauth2%2Fauthorized',
  'https://signin.ebay.com/signin?ru=https%3A%2F%2Fwww.ebay.com%2Fx&y=runame%3D1',
  'https://signin.ebay.com/signing?ru=https%3A%2F%2Fauth.ebay.com%2Foauth2%2Fauthorize%3Fclient_id%3DV',
];

/** Addresses that a sign-in leads on to and that are requests for consent. */
const CARRIED = [
  ...['auth.ebay.com', 'auth2.ebay.de', 'signin.ebay.com', 'other.ebay.co.uk'].flatMap((host) => [
    `https://${host}/oauth2/authorize${OAUTH_QUERY}`,
    `https://${host}/authorize?client_id=Vendor-PRD-1`,
    `https://${host}/some/path?redirect_uri=R&client_id=Vendor-PRD-1`,
    `https://${host}/ws/eBayISAPI.dll?SignIn&runame=Vendor-Ru&SessID=abc`,
  ]),
  '/oauth2/authorize?client_id=Vendor-PRD-1',
  '//auth.ebay.com/oauth2/authorize?client_id=Vendor-PRD-1',
  '/ws/eBayISAPI.dll?SignIn&runame=Vendor-Ru',
  'https://auth.ebay.com/oauth2/authorize',
];
const encodedTimes = (text: string, times: number): string =>
  times === 0 ? text : encodedTimes(encodeURIComponent(text), times - 1);

/** Sign-ins that lead on to a request. */
export const carrying: readonly string[] = CARRIED.flatMap((inner) =>
  [1, 2, 3].flatMap((times) => {
    const value = encodedTimes(inner, times);
    return [
      `https://signin.ebay.com/signin?ru=${value}`,
      `https://signin.ebay.de/signin/?a=1&RU=${value}&sgfl=oauth2_login`,
      `https://signin.ebay.com/ws/eBayISAPI.dll?SignIn&ru=${value}&siteid=0`,
      `https://signin.ebay.com/signin;x=1?ru=${value.toLowerCase()}#x`,
    ];
  }),
);
