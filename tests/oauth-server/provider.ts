import type { IncomingMessage, ServerResponse } from 'node:http';
import Provider from 'oidc-provider';

/** The one piece of software that this server knows. */
export const CLIENT = 'Vendor-PRD-1';
export const CALLBACK = 'https://vendor.example/cb';
const HOST = 'auth.ebay.com';

/** A state whose spelling can change on the way. */
export const STATE = 'q7+Zx/w0T1==';

/** Parameters that make the server answer in another form. */
export type Wishes = Record<string, string>;

/** The authorise address as software writes it. */
export function authoriseUrl(wishes: Wishes = {}): string {
  const url = new URL(`https://${HOST}/oauth2/authorize`);
  const usual = {
    client_id: CLIENT,
    redirect_uri: CALLBACK,
    response_type: 'code',
    scope: 'openid',
    state: STATE,
  };
  for (const [name, value] of Object.entries({ ...usual, ...wishes })) url.searchParams.set(name, value);
  return url.href;
}

/**
 * A real OAuth server behind eBay's host name: not our idea of one, as the simulator is, but the implementation of
 * others. Its sign-in takes any name; its pages and answers are its own.
 */
export function createOAuthServer() {
  const provider = new Provider(`https://${HOST}`, {
    clients: [
      {
        client_id: CLIENT,
        client_secret: 'not-a-secret',
        redirect_uris: [CALLBACK],
        response_types: ['code', 'code id_token'],
        grant_types: ['authorization_code', 'implicit'],
      },
    ],
    responseTypes: ['code', 'code id_token'],
    routes: { authorization: '/oauth2/authorize' },
    pkce: { required: () => false },
    features: { devInteractions: { enabled: true } },
  });
  // The certificate is the simulator's: this server believes that it is reached over https.
  provider.proxy = true;
  const answer = provider.callback();
  return {
    /** Whether a host is this server's. */
    serves: (host: string): boolean => host === HOST,
    /** Answers a request as the server does. */
    answer: (message: IncomingMessage, response: ServerResponse): void => {
      message.headers['x-forwarded-proto'] = 'https';
      // Behind the port that the tests listen on it must not be named.
      message.headers.host = HOST;
      void answer(message, response);
    },
  };
}
