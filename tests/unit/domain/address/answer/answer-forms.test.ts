import { describe, expect, it } from 'vitest';
import { answerOf, canTell, returnedTo } from '@/utils/domain/address/answer/answer.ts';
import { digest } from '@/utils/domain/address/answer/digest.ts';

const EBAY = 'https://auth2.ebay.com/oauth2/consents?client_id=Vendor-PRD-1&state=s1';
const TOKEN = 'https://signin.ebay.com/ws/eBayISAPI.dll?SignIn&runame=Vendor-Ru&SessID=x';
const AMAZON = 'https://sellercentral.amazon.de/apps/authorize/consent?application_id=a&state=s1';
const BOTH = [EBAY, AMAZON];

/** Where software listens. */
const PLACES = [
  'https://vendor.example/cb',
  'http://localhost:8080/',
  'http://127.0.0.1:1/cb',
  'vendor-app://auth/cb',
  'com.vendor.app:/oauth',
];

/** The forms in which parameters come. */
const FORMS: Record<string, (place: string, query: string) => [to: string, form?: URLSearchParams]> = {
  query: (place, query) => [`${place}?${query}`],
  fragment: (place, query) => [`${place}#${query}`],
  'a route in the fragment': (place, query) => [`${place}#/done?${query}`],
  form_post: (place, query) => [place, new URLSearchParams(query)],
};

const ERRORS = [
  'invalid_request',
  'unauthorized_client',
  'unsupported_response_type',
  'invalid_scope',
  'server_error',
  'temporarily_unavailable',
  'interaction_required',
  'login_required',
  'account_selection_required',
  'consent_required',
  'invalid_request_uri',
  'invalid_request_object',
  'request_not_supported',
  'request_uri_not_supported',
  'registration_not_supported',
  'something_of_its_own',
];

const cases = BOTH.flatMap((from) =>
  PLACES.flatMap((place) =>
    Object.entries(FORMS).map(([form, write]) => ({
      from: URL.parse(from)?.hostname,
      place,
      form,
      read: (query: string) => {
        const [to, body] = write(place, query);
        return answerOf(from, to, body);
      },
    })),
  ),
);

describe.each(cases)('from $from to $place in $form', ({ read }) => {
  const state = digest('s1');

  it.each([
    'code=c&state=s1',
    'code=c&expires_in=299&state=s1',
    'state=s1&code=v%5E1.1%23c&iss=https%3A%2F%2Fissuer.example&session_state=x',
    'id_token=t&code=c&state=s1',
  ])('a code is a grant: %s', (query) => {
    expect(read(query)).toMatchObject({ outcome: 'granted', state, own: false });
  });

  it('a refusal is one', () => {
    expect(read('error=access_denied&state=s1')).toMatchObject({ outcome: 'declined', state });
  });

  it.each(ERRORS)('%s is an error, and is named', (error) => {
    expect(read(`error=${error}&error_description=More%20words&state=s1`)).toMatchObject({
      outcome: 'failed',
      error,
      state,
    });
  });

  it('an error that is no code is one all the same, and none of its text goes any further', () => {
    const answer = read(`error=${encodeURIComponent('<b>call 555</b>')}&state=s1`);
    expect(answer).toMatchObject({ outcome: 'failed', error: 'unknown_error' });
    expect(JSON.stringify(answer)).not.toContain('555');
  });

  it.each(['', 'state=s1', 'code=&state=s1', 'promo=SUMMER&lang=de'])(
    'nothing is read into “%s”',
    (query) => {
      expect(read(query)).toBeUndefined();
    },
  );
});

describe('Auth’n’Auth', () => {
  it.each([
    ['ebaytkn=&tknexp=2028-05-20%2010%3A00%3A00&username=north', 'north', '2028-05-20T10:00:00Z'],
    ['ebaytkn=t&tknexp=1970-01-01%2000%3A00%3A00&username=north', 'north', undefined],
    [
      'isAuthSuccessful=true&ebaytkn=t&tknexp=2028-05-20+10%3A00%3A00&username=north',
      'north',
      '2028-05-20T10:00:00Z',
    ],
    ['tknexp=2028-05-20+10%3A00%3A00&username=north', 'north', '2028-05-20T10:00:00Z'],
    ['ebaytkn=&tknexp=&username=', undefined, undefined],
  ])('%s is a grant', (query, accountId, until) => {
    expect(answerOf(TOKEN, `https://vendor.example/cb?${query}`)).toMatchObject({
      outcome: 'granted',
      kind: 'ebay-authnauth',
      accountId,
      expiresAt: until && Date.parse(until),
    });
  });

  it.each([
    'https://signin.ebay.com/ws/eBayISAPI.dll?ThirdPartyAuthSucessFailure&isAuthSuccessful=true',
    'https://signin.ebay.com/ws/eBayISAPI.dll?ThirdPartyAuthSucessFailure&isAuthSuccessful=TRUE',
    'https://signin.ebay.com/ws/eBayISAPI.dll?ThirdPartyAuthSucessFailure&isAuthSuccessful=true&ebaytkn=&tknexp=1970-01-01+00%3A00%3A00',
    'https://auth2.ebay.com/oauth2/ThirdPartyAuthSucessFailure?isAuthSuccessful=true',
    'https://vendor.example/cb?isAuthSuccessful=true',
    'https://vendor.example/cb?isAuthSuccessful=true&username=',
  ])('success without more is a grant of nobody in particular: %s', (to) => {
    const answer = answerOf(TOKEN, to);
    expect(answer).toMatchObject({ outcome: 'granted', accountId: undefined, expiresAt: undefined });
    expect(answer?.kind ?? answer?.askedKind).toBeDefined();
  });

  it.each([
    'https://vendor.example/cb?isAuthSuccessful=false&ebaytkn=&username=north',
    'https://signin.ebay.com/ws/eBayISAPI.dll?ThirdPartyAuthSucessFailure',
    'https://signin.ebay.com/ws/eBayISAPI.dll?ThirdPartyAuthSucessFailure&isAuthSuccessful=false',
    'https://auth2.ebay.com/oauth2/ThirdPartyAuthSucessFailure?isAuthSuccessful=False',
  ])('no success is a refusal: %s', (to) => {
    expect(answerOf(TOKEN, to)?.outcome).toBe('declined');
  });
});

describe('what is believed', () => {
  it.each(BOTH)('nothing that comes from %s over http', (from) => {
    const http = from.replace('https:', 'http:');
    expect(answerOf(http, 'https://vendor.example/cb?code=c&expires_in=1&state=s1')).toBeUndefined();
    expect(returnedTo(http, 'https://vendor.example/')).toBeUndefined();
  });

  it('nothing that a page of eBay’s own says over http', () => {
    const to = 'auth2.ebay.com/oauth2/ThirdPartyAuthSucessFailure?isAuthSuccessful=true&code=c';
    expect(answerOf(EBAY, `https://${to}`)?.outcome).toBe('granted');
    expect(answerOf(EBAY, `http://${to}`)).toBeUndefined();
  });

  it('what the query says, whatever a fragment carries along from the address before', () => {
    const to = 'https://vendor.example/cb?code=c&state=s1#state=other&error=access_denied';
    expect(answerOf(EBAY, to)).toMatchObject({ outcome: 'granted', state: digest('s1') });
  });

  it('a page’s word for its own place alone', () => {
    const answer = answerOf(AMAZON, 'https://vendor.example/cb?selling_partner_id=A&spapi_oauth_code=c');
    if (!answer) throw new Error('no answer');
    expect(canTell(AMAZON, answer)).toBe(true);
    for (const url of [
      EBAY,
      AMAZON.replace('https', 'http'),
      AMAZON.replace('amazon.de', 'amazon.fr'),
      AMAZON.replace('sellercentral', 'vendorcentral'),
      'https://sellercentral.amazon.de/gp/help',
      'https://vendor.example/',
    ])
      expect(canTell(url, answer), url).toBe(false);
  });
});

describe('a way back that is no answer', () => {
  it.each(BOTH)('is told with its host from %s', (from) => {
    expect(returnedTo(from, 'https://vendor.example/done?state=s1')?.host).toBe('vendor.example');
    expect(returnedTo(from, 'vendor-app://done')?.host).toBe('vendor-app:');
  });

  it.each([
    [EBAY, 'https://www.ebay.de/help'],
    [AMAZON, 'https://na.account.amazon.com/ap/sso'],
    [AMAZON, 'javascript:void 0'],
    [EBAY, 'mailto:help@vendor.example'],
    ['https://signin.ebay.com/ws/eBayISAPI.dll?SignIn&ru=x', 'https://accounts.google.com/'],
    ['https://signin.ebay.com/signin?ru=x', 'https://accounts.google.com/'],
    ['https://sellercentral.amazon.de/help', 'https://vendor.example/'],
  ])('is none from %s to %s', (from, to) => {
    expect(returnedTo(from, to)).toBeUndefined();
  });
});
