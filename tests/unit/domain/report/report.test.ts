import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marketplaces } from '@/utils/domain/marketplaces/index.ts';
import { reportOf, selectorsOf } from '@/utils/domain/report/report.ts';
import type { RawElement, RawStructure } from '@/utils/domain/report/structure.ts';
import { generic } from '@/utils/domain/report/words.ts';

const PAGE = 'https://sellercentral.amazon.de/apps/authorize/consent';

/** Names, numbers, addresses, words: none that a page of software would use for itself. */
const secret = fc.oneof(
  fc.stringMatching(/^zq[a-z]{6,20}$/),
  fc.stringMatching(/^Zq[A-Z][a-z]{4,10}[A-Z][a-z]{4,10}$/),
  fc.stringMatching(/^A[0-9A-Z]{12}$/),
  fc.stringMatching(/^[0-9]{6,14}$/),
  fc.stringMatching(/^zq[a-z]{4,9}@[a-z]{5}zq\.example$/),
  fc.uuid(),
);

const around = (words: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...words), fc.constantFrom('', '-', '_', '.', ':', '/', ' '), secret, fc.boolean())
    .map(([word, sign, hidden, first]) => (first ? hidden + sign + word : word + sign + hidden));

const name = around(['user', 'account', 'btn', 'a-button', 'headerInfo', '']);
const element: fc.Arbitrary<RawElement> = fc.record({
  tag: fc.oneof(fc.constantFrom('button', 'input', 'h1', 'kat-box'), name),
  role: fc.option(fc.oneof(fc.constant('button'), name), { nil: undefined }),
  type: fc.option(fc.oneof(fc.constant('submit'), name), { nil: undefined }),
  id: fc.option(name, { nil: undefined }),
  classes: fc.array(name, { maxLength: 6 }),
  shown: fc.boolean(),
});

const known = (text: string): string => text.toLowerCase();

describe('a report of a page', () => {
  it('has nothing in it of what a page writes into its names, its path, its query or its host', () => {
    const host = fc.constantFrom('sellercentral.amazon.de', 'sellercentral.amazon.com', 'shop.amazon.de');
    fc.assert(
      fc.property(secret, host, fc.array(element, { maxLength: 20 }), (hidden, on, elements) => {
        const planted: RawElement = {
          tag: hidden,
          role: hidden,
          type: hidden,
          id: `user-${hidden}`,
          classes: [hidden, `${hidden}-box`, `box_${hidden}`],
          shown: true,
        };
        const raw: RawStructure = {
          url: `https://${on}/apps/${encodeURIComponent(hidden)}/x?seller=${hidden}#${hidden}`,
          status: 200,
          elements: [planted, ...elements],
          hits: [],
        };
        const told = known(JSON.stringify(reportOf('amazon', raw, '1.0.0')));
        for (const part of [hidden, ...hidden.split(/[^\p{L}\p{N}]/u)].filter(({ length }) => length > 4))
          expect(told).not.toContain(known(part));
        expect(told).not.toMatch(/zq/);
        // Of numbers there are none but counts and the version.
        expect(told.replace(/"(?:version|selectors)":(?:"[^"]*"|\[.*?\])|×\d+|h[1-6]/g, '')).not.toMatch(
          /\d{4,}/,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('is bounded, and says what a definition needs', () => {
    const amazon = marketplaces.find(({ id }) => id === 'amazon');
    const selectors = amazon ? selectorsOf(amazon) : [];
    const raw: RawStructure = {
      url: `${PAGE}?application_id=x`,
      status: 200,
      elements: [
        { tag: 'h1', classes: [], shown: true },
        { tag: 'button', id: 'switch-account-anchor', classes: ['a-button', 'css-1x9zq'], shown: false },
        { tag: 'input', type: 'email', id: 'ap_email_login', classes: [], shown: true },
        { tag: 'kat-box', role: 'alert', classes: ['navHeader'], shown: true, within: true },
        { tag: 'button', classes: [], shown: true },
        { tag: 'button', classes: [], shown: true },
      ],
      hits: selectors.map(() => ({ found: 0, shown: 0 })),
    };
    expect(reportOf('amazon', raw, '1.0.0')).toMatchObject({
      host: 'sellercentral.amazon.de',
      role: 'seller',
      path: '/apps/authorize/consent',
      step: 'authorise',
      status: 200,
      elements: [
        'h1',
        'button#switch-account-anchor.*-button (hidden)',
        'input#ap_email_login[type=email]',
        '(shadow) component.navHeader[role=alert]',
        'button ×2',
      ],
      selectors: selectors.map((selector) => ({ selector, found: 0, shown: 0 })),
    });
  });

  it('is made of pages of the marketplace alone', () => {
    const raw = { status: 200, elements: [], hits: [] };
    for (const url of ['https://vendor.example/', 'https://auth.ebay.com/', 'about:blank', ''])
      expect(reportOf('amazon', { ...raw, url }, '1')).toBeUndefined();
    expect(reportOf('amazon', { ...raw, url: 'https://anna.amazon.de/' }, '1')).toMatchObject({
      host: '*.amazon.de',
    });
  });

  it.each([
    ['user-info', 'user-info'],
    ['userInfo', 'userInfo'],
    ['user-annamueller', 'user-*'],
    ['annamueller', undefined],
    ['btn_4711_x', 'btn_*'],
  ])('tells of %s', (text, told) => {
    expect(generic(text)).toBe(told);
  });
});
