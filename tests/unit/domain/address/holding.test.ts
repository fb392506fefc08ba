import { describe, expect, it } from 'vitest';
import { allowanceRules, guardRules, holding, holdingRules } from '@/utils/domain/address/guard-rules.ts';
import { marketplaces } from '@/utils/domain/marketplaces/index.ts';
import { verdict } from '../../../fakes/dnr.ts';
import { changes, innocent, usual } from './spellings.ts';

const standing = guardRules();
const beside = [...standing, ...holdingRules(marketplaces)];
const some = usual.filter((_, index) => index % 41 === 0);
const spelled = changes.flatMap(({ of }) =>
  some.map((url) => new URL(of(new URL(url), 0b101101110101)).href),
);

describe('the rules that end a request in its tab', () => {
  it.each(['main_frame', 'xmlhttprequest'] as const)(
    'end what the standing ones take to the guard in a tab, and nothing else (%s)',
    (type) => {
      const different = [...some, ...spelled, ...innocent].filter((url) => {
        const request = { url, tabId: 3, type };
        const before = verdict(standing, request);
        const ends = before === 'guard' && type === 'main_frame';
        return verdict(beside, request) !== (ends ? 'end' : before);
      });
      expect(different).toEqual([]);
    },
  );

  it('leave a run’s own application alone, and end another one in its tab', () => {
    const allowance = { kind: 'amazon', app: 'amzn1.sp.solution.mine', tabId: 3 } as const;
    const rules = [...beside, ...allowanceRules([allowance]).map(holding)];
    const asks = (app: string, tabId: number): string =>
      verdict(rules, {
        url: `https://sellercentral.amazon.de/apps/authorize/consent?application_id=${app}&state=1`,
        tabId,
        type: 'main_frame',
      });
    expect(asks('amzn1.sp.solution.mine', 3)).toBe('pass');
    expect(asks('amzn1.sp.solution.mine', 4)).toBe('end');
    expect(asks('amzn1.sp.solution.other', 3)).toBe('end');
  });
});
