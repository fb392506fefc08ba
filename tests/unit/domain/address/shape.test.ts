import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyUrl, isGuarded } from '@/utils/domain/address/consent-url.ts';
import { guardRules } from '@/utils/domain/address/guard-rules.ts';
import { verdict } from '../../../fakes/dnr.ts';
import { bits, carrying, changes, innocent, respelled, usual } from './spellings.ts';

const RULES = guardRules();
const stopped = (url: string): boolean =>
  verdict(RULES, { url: new URL(url).href, tabId: 1, type: 'main_frame' }) === 'guard';
const guarded = (url: string): boolean => isGuarded(classifyUrl(url));

describe('a request for consent', () => {
  it('is stopped and understood on every host, by every path', () => {
    expect(usual.filter((url) => !stopped(url) || !guarded(url))).toEqual([]);
  });

  it.each(changes.map((change) => [change.name, change] as const))('is the same with %s', (_, { of }) => {
    fc.assert(
      fc.property(fc.constantFrom(...usual), bits, (url, some) => {
        const other = of(new URL(url), some);
        expect([other, stopped(other), guarded(other)]).toEqual([other, true, true]);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same to the rules and to the classifier, however it is spelled', () => {
    fc.assert(
      fc.property(respelled, (url) => {
        expect([url, guarded(url)]).toEqual([url, stopped(url)]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a sign-in that leads on to a request', () => {
  it('is stopped and understood however the request is written in it', () => {
    expect(carrying.filter((url) => !stopped(url) || !guarded(url))).toEqual([]);
  });

  it('names the application of the request', () => {
    const value = encodeURIComponent('/oauth2/authorize?client_id=Vendor-PRD-1');
    for (const query of [`ru=${value}`, `ru=x&ru=${value}`])
      expect(classifyUrl(`https://signin.ebay.com/signin?${query}`)).toMatchObject({
        step: 'sign-in',
        ask: { app: 'Vendor-PRD-1' },
      });
  });

  it.each(['oauth2%2Fauthorize', 'authorize'])('is stopped and understood: %s', (path) => {
    const url = `https://signin.ebay.com/signin?ru=https%3A%2F%2Fsignin.ebay.com%2F${path}%3Fclient_id%3DVendor-PRD-1`;
    expect([stopped(url), guarded(url)]).toEqual([true, true]);
  });
});

/** Their names begin and end as those of a request do. */
const similar = [
  'https://www.amazon.de/apps/author%20page/content',
  'https://www.amazon.de/apps/authorize/consent%20form',
  'https://www.ebay.com/itm/123456?client_id=1&ref_type=2&recent_page=3&rover_e=4',
  'https://www.ebay.com/itm/123456?rt_nc_i=1&client_id=1&ret_%C3%A4_e=2',
];

describe('what asks for nothing', () => {
  it.each([...innocent, ...similar])('%s', (url) => {
    expect([stopped(url), guarded(url)]).toEqual([false, false]);
  });

  it('does not ask in other spellings either', () => {
    fc.assert(
      fc.property(fc.constantFrom(...innocent), fc.constantFrom(...changes), bits, (url, { of }, some) => {
        const other = of(new URL(url), some);
        expect([other, stopped(other), guarded(other)]).toEqual([other, false, false]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is no page that has the words of a request in its path among others', () => {
    const word = fc.constantFrom(
      'apps',
      'authorize',
      'consent',
      'oauth2',
      'Apps-',
      'author',
      'content',
      'consents',
      'authorise',
      'f%C3%BCr',
      '%20',
      '-',
      '%E2%82%AC',
      'x',
      '1',
      ';v=1',
      '%25',
      '%C3%A4',
    );
    const segment = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(''));
    const host = fc.constantFrom(
      'www.amazon.de',
      'www.ebay.com',
      'signin.ebay.de',
      'sellercentral.amazon.com',
    );
    const asks = /^\/+(apps\/+authorize\/+consent|oauth2\/+authorize|oauth2\/+consents|authorize)\/*$/;
    fc.assert(
      fc.property(host, fc.array(segment, { minLength: 1, maxLength: 4 }), (on, segments) => {
        const path = `/${segments.join('/')}`;
        const said = decodeURIComponent(path.replaceAll('%25', '').replace(/;[^/]*/g, '')).replace(/ +$/, '');
        const url = `https://${on}${path}`;
        if (!asks.test(said)) expect([url, stopped(url), guarded(url)]).toEqual([url, false, false]);
      }),
      { numRuns: 3000 },
    );
  });

  it('is no page of a shop, whatever its path and parameters', () => {
    const path = fc.webPath();
    const query = fc.webQueryParameters();
    const host = fc.constantFrom(
      'www.amazon.de',
      'www.ebay.com',
      'signin.ebay.de',
      'sellercentral.amazon.com',
    );
    fc.assert(
      fc.property(host, path, query, (on, at, asked) => {
        const url = `https://${on}${at}?${asked}`;
        expect([url, stopped(url), guarded(url)]).toEqual([url, false, false]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('whatever a rule stops', () => {
  const noise = fc.stringMatching(/^[a-z0-9%;/.=&?#_-]{0,30}$/);
  const piece = fc.constantFrom(
    'apps/',
    'authorize/',
    'consent',
    'oauth2/',
    'consents',
    'signin',
    '?',
    '&',
    ';',
    '%63',
    '%2f',
    '#',
    'client_id=',
    'redirect_uri=',
    'response_type=',
    'runame=',
    'application_id=',
    'ru=',
    'x',
    'https%3A%2F%2Fauth.ebay.com%2Foauth2%2Fauthorize%3Fclient_id%3Dx',
    'ws/eBayISAPI.dll',
  );
  const host = fc.constantFrom(
    'sellercentral.amazon.de',
    'www.amazon.com',
    'signin.ebay.com',
    'pages.ebay.de',
  );

  it('is known as a request, so that there is a way on', () => {
    fc.assert(
      fc.property(host, fc.array(fc.oneof(piece, noise), { maxLength: 10 }), (on, pieces) => {
        const url = `https://${on}/${pieces.join('')}`;
        const page = classifyUrl(url);
        const known = isGuarded(page) || page.step === 'callback' || page.step === 'error';
        if (stopped(url)) expect([url, known]).toEqual([url, true]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('an address of a megabyte', () => {
  it.each(['client_id=a&', 'r_', 'r%5f', '%72_', '%61pps%2f', 'ru=client_id%3d', ';', '%2525'])(
    'is read at once, whatever it repeats: %s',
    (piece) => {
      const starts = ['/', '/x?', '/x?client_id=a&', '/signin?ru='];
      for (const start of starts) {
        const url = `https://signin.ebay.com${start}${piece.repeat(1_000_000 / piece.length)}`;
        const before = performance.now();
        classifyUrl(url);
        // A comparison whose time grows with the square of the length takes hours.
        expect([start, performance.now() - before < 4000]).toEqual([start, true]);
      }
    },
    30_000,
  );
});
