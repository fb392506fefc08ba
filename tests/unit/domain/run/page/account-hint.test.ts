import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountHint, nameExpected, userInCookies } from '@/utils/domain/run/page/account-hint.ts';

const hint = (progress: object, account: object) => accountHint({ progress }, { account });

describe('a user’s name on the sign-in page', () => {
  const hint = (user: string, signInName: string | undefined, account = {}) =>
    accountHint({ progress: { user } }, { account, ...(signInName !== undefined && { signInName }) });

  it.each([
    ['seller@firm.example', 'Seller@Firm.example', {}, 'match'],
    ['seller@firm.example', 'Seller@Firm.example', { id: 'north-shop' }, 'match'],
    ['other@firm.example', 'seller@firm.example', { id: 'north-shop' }, 'different'],
    // A typed address says nothing of a user name, nor the other way round.
    ['seller@firm.example', undefined, { id: 'north-shop' }, 'unknown'],
    ['seller@firm.example', 'north-shop', { id: 'north-shop' }, 'unknown'],
    ['north-shop', 'seller@firm.example', { id: 'north-shop' }, 'match'],
    ['south-shop', 'seller@firm.example', { id: 'north-shop' }, 'different'],
    ['north-shop', 'north-shop', {}, 'match'],
    ['south-shop', 'north-shop', {}, 'unknown'],
  ] as const)('%s, where %s signs in with %j: %s', (user, signInName, account, expected) => {
    expect(hint(user, signInName, account)).toBe(expected);
  });
});

describe('who is signed in against who is expected', () => {
  it.each([
    [{ label: 'Nordlicht' }, { label: 'Nordlicht' }, 'match'],
    [{ label: 'Nordlicht' }, { label: 'Südwind' }, 'different'],
    [{}, { label: 'Südwind' }, 'unknown'],
    [{ label: 'Nordlicht' }, {}, 'unknown'],
    // User names are compared with user names and ids, never with the name in the header.
    [{ user: 'nord-shop' }, { id: 'Nord-Shop' }, 'match'],
    [{ user: 'nord-shop' }, { user: 'nord-shop' }, 'match'],
    [{ user: 'sued-shop' }, { id: 'nord-shop', label: 'Anna' }, 'different'],
    [{ user: 'nord-shop' }, { label: 'Anna' }, 'unknown'],
    [{ label: 'Anna' }, { id: 'nord-shop' }, 'unknown'],
    // What contradicts itself says nothing.
    [{ user: 'sued-shop', label: 'Anna' }, { id: 'nord-shop', label: 'Anna' }, 'unknown'],
    [{ user: 'nord-shop', label: 'Bert' }, { id: 'nord-shop', label: 'Anna' }, 'unknown'],
  ] as const)('%j against %j: %s', (progress, account, expected) => {
    expect(hint(progress, account)).toBe(expected);
  });

  it('is never a match with nothing', () => {
    const some = fc.record({ label: fc.string(), user: fc.string() }, { requiredKeys: [] });
    fc.assert(
      fc.property(some, (progress) => {
        expect(hint(progress, {})).toBe('unknown');
        expect(accountHint({ progress }, undefined)).toBe('unknown');
      }),
    );
  });
});

const base64 = (name: string): string => Buffer.from(name).toString('base64').replaceAll('=', '*');
const dp1 = (name: string, domain = 'ebay.com') => ({
  name: 'dp1',
  value: `bu1p/${base64(name)}6b3a7f12^pbf/%2380000e0000000${'0'.repeat(20)}^`,
  domain,
});
const ds2 = (domain = 'ebay.com') => ({ name: 'ds2', value: 'ssts/1763640000000^', domain });

describe('the user in eBay’s cookies', () => {
  it.each(['anna', 'anna1', 'alpenglueck-handel', 'a.b_c', 'brückner'])('%s is read', (name) => {
    expect(userInCookies('ebay', 'auth2.ebay.com', [dp1(name), ds2()])).toBe(name);
  });

  it.each([
    ['the sign-in that set the name is over', [dp1('anna')]],
    ['nobody is named', [dp1('@@__@@__@@'), ds2()]],
    ['the name is that of another domain', [dp1('anna', 'ebay.de'), ds2()]],
    ['two are named', [dp1('anna'), dp1('bert'), ds2()]],
    ['it is no text', [{ ...dp1('x'), value: 'bu1p/gICA6b3a7f12^' }, ds2()]],
    ['it is more than a line', [dp1('anna\n<b>'), ds2()]],
    ['it is longer than any name', [dp1('a'.repeat(101)), ds2()]],
    ['the cookie is another one', [{ ...dp1('anna'), name: 'dp2' }, ds2()]],
  ])('is nobody where %s', (_, cookies) => {
    expect(userInCookies('ebay', 'auth2.ebay.com', cookies)).toBeUndefined();
  });

  it('is nobody at Amazon', () => {
    expect(userInCookies('amazon', 'sellercentral.amazon.de', [dp1('anna'), ds2()])).toBeUndefined();
  });

  it('is read back whatever the name is, and nothing throws', () => {
    const printable = fc.stringMatching(/^[!-~]{1,60}$/);
    fc.assert(
      fc.property(printable, (name) => {
        const read = userInCookies('ebay', 'signin.ebay.com', [dp1(name), ds2()]);
        if (name !== '@@__@@__@@') expect(read).toBe(name);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (value) => {
        userInCookies('ebay', 'signin.ebay.com', [{ ...dp1(''), value }, ds2()]);
      }),
    );
  });
});

describe('the name to look for', () => {
  const both = { id: 'A1NORTH', label: 'Nordlicht GmbH' };

  it.each([
    ['amazon', {}, both, 'Nordlicht GmbH'],
    ['amazon', {}, { id: 'A1NORTH' }, 'A1NORTH'],
    ['amazon', { label: 'Südwind' }, both, 'Nordlicht GmbH'],
    // eBay's id is the user's name; its header greets with a first name.
    ['ebay', {}, { id: 'nord-shop', label: 'Anna' }, 'nord-shop'],
    ['ebay', { user: 'sued-shop' }, { id: 'nord-shop', label: 'Anna' }, 'nord-shop'],
    ['ebay', { label: 'Bert' }, { id: 'nord-shop', label: 'Anna' }, 'Anna'],
    ['ebay', {}, { label: 'Anna' }, 'Anna'],
    ['amazon', {}, {}, undefined],
  ] as const)('at %s, where the page shows %o, of %o: %s', (marketplace, progress, account, wanted) => {
    expect(nameExpected({ marketplace, progress }, { account })).toBe(wanted);
  });
});
