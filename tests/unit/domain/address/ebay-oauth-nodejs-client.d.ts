/** As far as the tests use it; the package brings no types. */
declare module 'ebay-oauth-nodejs-client' {
  interface Credentials {
    clientId: string;
    clientSecret: string;
    redirectUri: string;
    env: 'PRODUCTION' | 'SANDBOX';
  }
  export default class EbayAuthToken {
    constructor(credentials: Credentials);
    generateUserAuthorizationUrl(
      environment: Credentials['env'],
      scopes: string[],
      options: { state?: string; prompt?: 'login' },
    ): string;
  }
}
