import type { Marketplace } from '../definition/schema.ts';

/** Answers with which eBay sends the browser back. The first that fits counts. */
export const callbacks: Marketplace['callbacks'] = [
  {
    outcome: 'declined',
    at: 'away',
    query: { isAuthSuccessful: { is: 'false' } },
    state: 'state',
    source: 'authnauth',
    samples: {
      yes: [{ url: 'https://vendor.example/cb?isAuthSuccessful=false&state=s1', state: 's1' }],
      no: ['https://vendor.example/cb?isAuthSuccessful=maybe'],
    },
  },
  {
    // The token may be empty: software that fetches it by itself gets none here.
    kind: 'ebay-authnauth',
    outcome: 'granted',
    at: 'away',
    query: { ebaytkn: 'present', code: 'absent', error: 'absent' },
    state: 'state',
    account: 'username',
    expires: 'tknexp',
    source: 'authnauth',
    samples: {
      yes: [
        {
          url: 'https://vendor.example/cb?ebaytkn=&tknexp=2028-05-20%2010%3A00%3A00&username=north-shop&state=s1',
          accountId: 'north-shop',
          expiresAt: '2028-05-20T10:00:00Z',
          state: 's1',
        },
        {
          url: 'https://vendor.example/cb?ebaytkn=&tknexp=1970-01-01%2000%3A00%3A00&username=north-shop',
          accountId: 'north-shop',
        },
        {
          url: 'https://vendor.example/cb?isAuthSuccessful=true&ebaytkn=t&tknexp=2028-05-20%2010%3A00%3A00&username=north-shop',
          accountId: 'north-shop',
          expiresAt: '2028-05-20T10:00:00Z',
        },
      ],
      no: [
        'https://vendor.example/cb?isAuthSuccessful=false&ebaytkn=',
        'https://signin.ebay.com/cb?ebaytkn=t&username=north-shop',
      ],
    },
  },
  {
    kind: 'ebay-authnauth',
    outcome: 'granted',
    at: 'away',
    query: { isAuthSuccessful: { is: 'true' }, username: 'filled', code: 'absent' },
    state: 'state',
    account: 'username',
    expires: 'tknexp',
    source: 'authnauth',
    samples: {
      yes: [
        {
          url: 'https://vendor.example/cb?isAuthSuccessful=true&username=north-shop',
          accountId: 'north-shop',
        },
      ],
      no: ['https://vendor.example/cb?isAuthSuccessful=true&username='],
    },
  },
  {
    kind: 'ebay-authnauth',
    outcome: 'granted',
    at: 'away',
    query: { tknexp: 'present', username: 'filled', code: 'absent', error: 'absent' },
    state: 'state',
    account: 'username',
    expires: 'tknexp',
    generic: true,
    source: 'authnauth',
    samples: {
      yes: [
        {
          url: 'https://vendor.example/cb?tknexp=2028-05-20+10%3A00%3A00&username=north-shop',
          accountId: 'north-shop',
          expiresAt: '2028-05-20T10:00:00Z',
        },
      ],
      no: ['https://vendor.example/cb?username=north-shop'],
    },
  },
  {
    kind: 'ebay-oauth',
    outcome: 'granted',
    at: 'away',
    query: { isAuthSuccessful: { is: 'true' }, code: 'filled' },
    state: 'state',
    source: 'chain',
    samples: {
      yes: [{ url: 'https://vendor.example/cb?isAuthSuccessful=true&code=c&state=s1', state: 's1' }],
      no: ['https://vendor.example/cb?isAuthSuccessful=true&code='],
    },
  },
  {
    outcome: 'granted',
    at: 'away',
    query: { isAuthSuccessful: { is: 'true' } },
    state: 'state',
    source: 'authnauth',
    samples: {
      yes: [{ url: 'https://vendor.example/cb?isAuthSuccessful=true&state=s1', state: 's1' }],
      no: ['https://vendor.example/cb?isAuthSuccessful=false'],
    },
  },
  {
    kind: 'ebay-oauth',
    outcome: 'granted',
    at: 'away',
    query: { code: 'filled', expires_in: 'filled', error: 'absent' },
    state: 'state',
    generic: true,
    source: 'chain',
    samples: {
      yes: [{ url: 'https://vendor.example/cb?code=v%5E1.1%23c&expires_in=299&state=s1', state: 's1' }],
      no: [
        'https://vendor.example/cb?expires_in=299&state=s1',
        'https://www.ebay.com/cb?code=c&expires_in=299',
      ],
    },
  },
  {
    kind: 'ebay-oauth',
    outcome: 'declined',
    at: 'away',
    query: { error: { is: 'access_denied' } },
    state: 'state',
    generic: true,
    source: 'chain',
    samples: {
      yes: [
        {
          url: 'https://vendor.example/cb?state=s1&error=access_denied&error_description=declined',
          state: 's1',
        },
      ],
      no: ['https://vendor.example/cb?error=server_error'],
    },
  },
  {
    // Software registers eBay's own page as its accept address: the flag says "yes" there, with or without a code.
    kind: 'ebay-oauth',
    outcome: 'granted',
    at: { on: ['auth'], path: '/oauth2/ThirdPartyAuthSucessFailure' },
    query: { isAuthSuccessful: { is: 'true' } },
    state: 'state',
    source: 'default-page',
    samples: {
      yes: [
        {
          url: 'https://auth2.ebay.com/oauth2/ThirdPartyAuthSucessFailure?isAuthSuccessful=true&state=s1&code=c&expires_in=299',
          state: 's1',
        },
        { url: 'https://auth2.ebay.com/oauth2/ThirdPartyAuthSucessFailure?isAuthSuccessful=true' },
      ],
      no: [
        'https://www.ebay.com/oauth2/ThirdPartyAuthSucessFailure?isAuthSuccessful=true&code=c',
        'https://auth2.ebay.com/oauth2/ThirdPartyAuthSucessFailure?isAuthSuccessful=false',
      ],
    },
  },
  {
    kind: 'ebay-oauth',
    outcome: 'granted',
    at: { on: ['auth'], path: '/oauth2/ThirdPartyAuthSucessFailure' },
    query: { code: 'filled', isAuthSuccessful: 'absent' },
    state: 'state',
    source: 'chain',
    samples: {
      yes: [
        {
          url: 'https://auth2.ebay.com/oauth2/ThirdPartyAuthSucessFailure?state=s1&code=c&expires_in=299',
          state: 's1',
        },
      ],
      no: ['https://auth2.ebay.com/oauth2/ThirdPartyAuthSucessFailure?state=s1'],
    },
  },
  {
    kind: 'ebay-oauth',
    outcome: 'granted',
    at: { on: ['signin'], path: '/ws/eBayISAPI.dll' },
    query: { ThirdPartyAuthSucessFailure: 'present', isAuthSuccessful: { is: 'true' }, code: 'filled' },
    state: 'state',
    source: 'chain',
    samples: {
      yes: [
        {
          url: 'https://signin.ebay.com/ws/eBayISAPI.dll?ThirdPartyAuthSucessFailure&isAuthSuccessful=true&state=null&code=c',
        },
      ],
      no: ['https://signin.ebay.com/ws/eBayISAPI.dll?isAuthSuccessful=true&code=c'],
    },
  },
  {
    kind: 'ebay-authnauth',
    outcome: 'granted',
    at: { on: ['signin'], path: '/ws/eBayISAPI.dll' },
    query: { ThirdPartyAuthSucessFailure: 'present', isAuthSuccessful: { is: 'true' }, username: 'filled' },
    state: 'state',
    account: 'username',
    expires: 'tknexp',
    source: 'authnauth',
    samples: {
      yes: [
        {
          url: 'https://signin.ebay.com/ws/eBayISAPI.dll?ThirdPartyAuthSucessFailure&isAuthSuccessful=true&ebaytkn=t&tknexp=2028-05-20+10%3A00%3A00&username=north-shop',
          accountId: 'north-shop',
          expiresAt: '2028-05-20T10:00:00Z',
        },
      ],
      no: ['https://signin.ebay.com/ws/eBayISAPI.dll?isAuthSuccessful=true&username=north-shop'],
    },
  },
  {
    // Which kind it was, only the run or the page before can tell.
    outcome: 'granted',
    at: { on: ['signin'], path: '/ws/eBayISAPI.dll' },
    query: { ThirdPartyAuthSucessFailure: 'present', isAuthSuccessful: { is: 'true' } },
    state: 'state',
    expires: 'tknexp',
    source: 'default-page',
    samples: {
      yes: [
        {
          url: 'https://signin.ebay.com/ws/eBayISAPI.dll?ThirdPartyAuthSucessFailure&isAuthSuccessful=true&ebaytkn=&tknexp=1970-01-01+00%3A00%3A00',
        },
      ],
      no: ['https://signin.ebay.com/ws/eBayISAPI.dll?ThirdPartyAuthSucessFailure&isAuthSuccessful=false'],
    },
  },
  {
    // eBay's own page after a refusal carries no isAuthSuccessful at all, or says false (KB 1350).
    outcome: 'declined',
    at: { on: ['auth'], path: '/oauth2/ThirdPartyAuthSucessFailure' },
    query: { code: 'absent', ebaytkn: 'absent' },
    state: 'state',
    source: 'authnauth',
    samples: {
      yes: [
        { url: 'https://auth2.ebay.com/oauth2/ThirdPartyAuthSucessFailure?state=s1', state: 's1' },
        { url: 'https://auth2.ebay.com/oauth2/ThirdPartyAuthSucessFailure?isAuthSuccessful=false' },
      ],
      no: [
        'https://auth2.ebay.com/oauth2/ThirdPartyAuthSucessFailure?isAuthSuccessful=true&code=c',
        'https://auth2.ebay.com/oauth2/ThirdPartyAuthSucessFailure?isAuthSuccessful=true',
      ],
    },
  },
  {
    outcome: 'declined',
    at: { on: ['signin'], path: '/ws/eBayISAPI.dll' },
    query: {
      ThirdPartyAuthSucessFailure: 'present',
      code: 'absent',
      username: 'absent',
      ebaytkn: 'absent',
    },
    state: 'state',
    source: 'authnauth',
    samples: {
      yes: [{ url: 'https://signin.ebay.com/ws/eBayISAPI.dll?ThirdPartyAuthSucessFailure' }],
      no: [
        'https://signin.ebay.com/ws/eBayISAPI.dll?SignIn',
        'https://signin.ebay.com/ws/eBayISAPI.dll?ThirdPartyAuthSucessFailure&isAuthSuccessful=true',
      ],
    },
  },
];
