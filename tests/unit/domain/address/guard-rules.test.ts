import { describe, expect, it } from 'vitest';
import {
  type Allowance,
  allowanceRules,
  guardRules,
  spellingsIn,
} from '@/utils/domain/address/guard-rules.ts';
import { marketplaces } from '@/utils/domain/marketplaces/index.ts';
import { verdict } from '../../../fakes/dnr.ts';

const CONSENT = 'https://sellercentral.amazon.de/apps/authorize/consent';
const APP = 'amzn1.sp.solution.4b6f0f4e-52a1-4c7e-9d0a-6f3f1f0a7c11';
const TAB = 7;
const OTHER_TAB = 8;
const NO_TAB = -1;

const guarded = marketplaces.flatMap((each) => each.pages.filter(({ guarded: stops }) => stops));
const open = marketplaces.flatMap((each) => each.pages.filter(({ guarded: stops }) => !stops));

const at = (url: string, tabId = TAB) => ({ url, tabId, type: 'main_frame' as const });
const withAllowance = (allowance: Allowance) => [...guardRules(), ...allowanceRules([allowance])];

describe('the standing rules', () => {
  it.each(guarded.flatMap(({ samples }) => samples.yes.map(({ url }) => url)))('stop %s', (url) => {
    expect(verdict(guardRules(), at(url))).toBe('guard');
    expect(verdict(guardRules(), { url, tabId: NO_TAB, type: 'xmlhttprequest' })).toBe('guard');
    expect(verdict(guardRules(), { url, tabId: TAB, type: 'sub_frame' })).toBe('guard');
  });

  it.each([
    `${CONSENT}/?application_id=${APP}`,
    `${CONSENT.replace('/apps', '//apps')}?application_id=${APP}`,
    `${CONSENT.toUpperCase()}?application_id=${APP}`,
    `${CONSENT}?%61pplication_id=${APP}`,
    `http://sellercentral.amazon.de/apps/authorize/consent?application_id=${APP}`,
    `https://user:pass@sellercentral.amazon.de/apps/authorize/consent?application_id=${APP}`,
  ])('stop %s', (url) => {
    expect(verdict(guardRules(), at(url))).toBe('guard');
  });

  it.each([
    ...open.flatMap(({ samples, path }) =>
      guarded.some((page) => page.path === path) ? [] : samples.yes.map(({ url }) => url),
    ),
    'https://sellercentral.amazon.de/home',
    'https://vendor.example/apps/authorize/consent?application_id=x',
  ])('let %s pass', (url) => {
    expect(verdict(guardRules(), at(url))).toBe('pass');
  });
});

describe('the allowance of a run', () => {
  const rules = withAllowance({ kind: 'amazon', app: APP, tabId: TAB });

  it('lets its application pass in its tab, and there alone', () => {
    const url = `${CONSENT}?application_id=${APP}&state=s`;
    expect(verdict(rules, at(url))).toBe('pass');
    expect(verdict(rules, at(`${CONSENT}?state=s&application_id=${APP}`))).toBe('pass');
    expect(verdict(rules, at(url, OTHER_TAB))).toBe('guard');
  });

  it('lets its application pass behind a page’s own worker, where there is no tab', () => {
    const url = `${CONSENT}?application_id=${APP}`;
    expect(verdict(rules, { url, tabId: NO_TAB, type: 'xmlhttprequest' })).toBe('pass');
  });

  it('stops every other application in its tab', () => {
    expect(verdict(rules, at(`${CONSENT}?application_id=amzn1.sp.solution.other`))).toBe('guard');
    expect(verdict(rules, at(`${CONSENT}?application_id=${APP}0`))).toBe('guard');
    expect(verdict(rules, at(`${CONSENT}?application_id=${APP}&application_id=other`))).toBe('guard');
    expect(verdict(rules, at(`${CONSENT}?application_id=other&application_id=${APP}`))).toBe('guard');
  });

  it('lets the consent pass that the account picker stripped of its application', () => {
    expect(verdict(rules, at(`${CONSENT}?mons_redirect=remedy_uri`))).toBe('pass');
    expect(verdict(rules, at(`${CONSENT}?mons_redirect=remedy_uri`, OTHER_TAB))).toBe('guard');
  });

  it('stops another kind of the same marketplace', () => {
    const ebay = withAllowance({ kind: 'ebay-oauth', app: 'Vendor-PRD-1', tabId: TAB });
    expect(verdict(ebay, at('https://auth.ebay.de/oauth2/authorize?client_id=Vendor-PRD-1'))).toBe('pass');
    expect(verdict(ebay, at('https://auth2.ebay.com/oauth2/consents?client_id=Vendor-PRD-1'))).toBe('pass');
    const signIn = 'https://signin.ebay.de/ws/eBayISAPI.dll?SignIn&runame=Vendor-PRD-1&SessID=x';
    expect(verdict(ebay, at(signIn))).toBe('guard');
  });

  it('knows the application however the address spells it', () => {
    const app = 'Vendor & Söhne-PRD';
    const url = 'https://auth.ebay.de/oauth2/authorize?client_id=Vendor+%26+S%c3%b6hne-PRD&state=s';
    const allowed = withAllowance({ kind: 'ebay-oauth', app, spellings: spellingsIn(url, app), tabId: TAB });
    expect(verdict(allowed, at(url))).toBe('pass');
    const other = 'https://auth.ebay.de/oauth2/authorize?client_id=Vendor%20%26%20S%C3%B6hne-PRD';
    expect(verdict(allowed, at(other))).toBe('pass');
  });
});

describe('an application that is always let through', () => {
  const rules = withAllowance({ kind: 'amazon', app: APP });

  it('passes in every tab, and no other does', () => {
    expect(verdict(rules, at(`${CONSENT}?application_id=${APP}`, OTHER_TAB))).toBe('pass');
    expect(verdict(rules, at(`${CONSENT}?application_id=other`, OTHER_TAB))).toBe('guard');
  });
});

describe('rule ids', () => {
  it('are unique within a store', () => {
    const many = allowanceRules([
      { kind: 'amazon', app: APP, tabId: 1 },
      { kind: 'ebay-oauth', app: 'b', tabId: 2 },
      { kind: 'ebay-authnauth', app: 'c', tabId: 3 },
    ]);
    expect(new Set(many.map(({ id }) => id)).size).toBe(many.length);
  });
});

describe('an app that is let through at eBay', () => {
  const AUTHORISE = 'https://auth.ebay.com/oauth2/authorize';
  const SIGN_IN = 'https://signin.ebay.com/signin?ru=https%3A%2F%2Fauth.ebay.com%2Foauth2%2Fauthorize%3F';
  const allowed: [string, Allowance][] = [
    ['everywhere', { kind: 'ebay-oauth', app: 'Own-PRD-1' }],
    ['in a tab', { kind: 'ebay-oauth', app: 'Own-PRD-1', tabId: TAB, domains: ['ebay.com'] }],
  ];

  it.each(allowed)('%s lends its name to no other', (_, allowance) => {
    const rules = withAllowance(allowance);
    const asks = [
      `${AUTHORISE}?client_id=Other-PRD-1&state=client_id%3DOwn-PRD-1`,
      `${AUTHORISE}?client_id=Other-PRD-1&state=client_id%3dOwn-PRD-1%26`,
      `${AUTHORISE}?state=client_id%3DOwn-PRD-1&client_id=Other-PRD-1`,
      `${AUTHORISE}?client_id=Other-PRD-1#client_id%3DOwn-PRD-1`,
      'https://pages.ebay.com/x?client_id=Other-PRD-1&redirect_uri=R&state=client_id%3DOwn-PRD-1',
    ];
    expect(asks.filter((url) => verdict(rules, at(url)) === 'pass')).toEqual([]);
  });

  it.each(allowed)('%s passes by its own address and by the sign-in before it', (_, allowance) => {
    const rules = withAllowance(allowance);
    for (const url of [
      `${AUTHORISE}?client_id=Own-PRD-1&state=s`,
      `${SIGN_IN}client_id%3DOwn-PRD-1%26state%3Ds&AppName=Own-PRD-1`,
    ])
      expect([url, verdict(rules, at(url))]).toEqual([url, 'pass']);
  });
});
