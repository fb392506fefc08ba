import type { Marketplace } from '../definition/schema.ts';

/** Answers with which Amazon sends the browser back. The first that fits counts. */
export const callbacks: Marketplace['callbacks'] = [
  {
    kind: 'amazon',
    outcome: 'granted',
    at: 'away',
    query: { spapi_oauth_code: 'filled', selling_partner_id: 'filled' },
    state: 'state',
    account: 'selling_partner_id',
    source: 'website-workflow',
    samples: {
      yes: [
        {
          url: 'https://vendor.example/cb?state=s1&selling_partner_id=A3EXAMPLE&spapi_oauth_code=c&mws_auth_token=t',
          state: 's1',
          accountId: 'A3EXAMPLE',
        },
        {
          url: 'http://localhost:4000/?selling_partner_id=VENDORGROUP&spapi_oauth_code=c',
          accountId: 'VENDORGROUP',
        },
        {
          url: 'https://vendor.example/cb#state=s1&selling_partner_id=A3EXAMPLE&spapi_oauth_code=c',
          state: 's1',
          accountId: 'A3EXAMPLE',
        },
      ],
      no: [
        'https://vendor.example/cb?state=s1&selling_partner_id=A3EXAMPLE',
        'https://vendor.example/login?amazon_callback_uri=u&amazon_state=s&selling_partner_id=A3EXAMPLE',
        'https://sellercentral.amazon.de/cb?selling_partner_id=A3EXAMPLE&spapi_oauth_code=c',
      ],
    },
  },
  {
    kind: 'amazon',
    outcome: 'granted',
    at: 'away',
    query: { spapi_oauth_code: 'filled' },
    state: 'state',
    source: 'website-workflow',
    samples: {
      yes: [{ url: 'https://vendor.example/cb?state=s1&spapi_oauth_code=c', state: 's1' }],
      no: ['https://vendor.example/cb?state=s1&spapi_oauth_code='],
    },
  },
];
