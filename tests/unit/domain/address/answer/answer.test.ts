import { describe, expect, it } from 'vitest';
import { answerOf } from '@/utils/domain/address/answer/answer.ts';
import { digest } from '@/utils/domain/address/answer/digest.ts';

const CONSENT = 'https://sellercentral.amazon.de/apps/authorize/consent?application_id=a';
const CALLBACK = 'https://vendor.example/cb?state=s1&selling_partner_id=A1&spapi_oauth_code=secret-code';

describe('an answer', () => {
  it('has the digest of its state and nothing secret', () => {
    const answer = answerOf(CONSENT, CALLBACK);
    expect(answer).toEqual({
      marketplace: 'amazon',
      site: 'de',
      outcome: 'granted',
      own: false,
      place: 'known',
      kind: 'amazon',
      app: 'a',
      accountId: 'A1',
      state: digest('s1'),
      expiresAt: undefined,
    });
    expect(JSON.stringify(answer)).not.toMatch(/secret-code|"s1"/);
  });

  it.each([
    [
      'https://vendorcentral.amazon.de/apps/authorize/consent?application_id=a',
      { site: 'de', central: 'vendor' },
    ],
    ['https://amazon.com/apps/authorize/confirm/a?amazon_state=x', { site: 'us', anyRegion: true, app: 'a' }],
  ])('says where it was given: %s', (from, where) => {
    expect(answerOf(from, CALLBACK)).toMatchObject({ place: 'known', ...where });
  });

  it('names its account without signs that turn a text around', () => {
    const turned = CALLBACK.replace('A1', '%E2%80%AEA1%E2%81%A9');
    expect(answerOf(CONSENT, turned)?.accountId).toBe('A1');
  });

  it('has no state where eBay writes null for it', () => {
    const own =
      'https://signin.ebay.com/ws/eBayISAPI.dll?ThirdPartyAuthSucessFailure&isAuthSuccessful=true&state=null&code=c';
    expect(answerOf('https://auth2.ebay.com/oauth2/consents?client_id=a', own)).toMatchObject({ own: true });
    expect(answerOf('https://auth2.ebay.com/oauth2/consents?client_id=a', own)?.state).toBeUndefined();
  });

  it.each([
    ['https://www.amazon.de/gp/redirect?location=x', CALLBACK],
    ['https://vendor.example/elsewhere', CALLBACK],
    [CONSENT, 'https://vendor.example/cb?state=s1'],
    ['not an address', CALLBACK],
    ['https://auth.ebay.de/oauth2/authorize?client_id=a', CALLBACK],
  ])('is none from %s to %s', (from, to) => {
    expect(answerOf(from, to)).toBeUndefined();
  });

  it('from elsewhere on the consent’s host is told apart', () => {
    expect(answerOf('https://sellercentral.amazon.de/gp/redirect', CALLBACK)?.place).toBe('host');
  });
});
