import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attentionOf, badgeOf } from '@/utils/domain/due/badge.ts';
import type { Remaining } from '@/utils/domain/due/expiry.ts';
import { stateOf } from '@/utils/domain/due/state.ts';

const known = fc.record(
  {
    account: fc.constantFrom('wrong' as const, 'unconfirmed' as const),
    condition: fc.constantFrom(
      'to-finish' as const,
      'working' as const,
      'stopped-working' as const,
      'asked-again' as const,
    ),
    urgency: fc.constantFrom(
      'calm' as const,
      'soon' as const,
      'urgent' as const,
      'expired' as const,
      'unknown' as const,
    ),
  },
  { requiredKeys: ['urgency'] },
);

const remaining = (days: number): Remaining => ({
  days,
  ended: days < 0,
  kind: 'amazon',
  expiry: { basis: 'by-rule', at: 0 },
  grantId: 'grant',
  since: 0,
});

describe('the state of a connection', () => {
  it('is calm only where the account is confirmed, the steps are done and nothing was reported', () => {
    fc.assert(
      fc.property(known, (each) => {
        const isFine =
          each.account === undefined &&
          (each.condition === undefined || each.condition === 'working') &&
          each.urgency === 'calm';
        return (stateOf(each) === 'calm') === isFine;
      }),
    );
  });

  it('is the wrong account before all else', () => {
    fc.assert(fc.property(known, (each) => stateOf({ ...each, account: 'wrong' }) === 'wrong-account'));
  });
});

describe('the badge', () => {
  it('is calm only while every connection is', () => {
    fc.assert(
      fc.property(fc.array(known, { minLength: 1, maxLength: 5 }), (all) => {
        const states = all.map(stateOf);
        const attention = states.flatMap((state) => attentionOf(state) ?? []);
        const badge = badgeOf([remaining(365)], attention);
        return badge.urgency !== 'calm' || states.every((state) => attentionOf(state) === undefined);
      }),
    );
  });

  it('keeps its number while an account is to be confirmed, and says why it is not calm', () => {
    expect(badgeOf([remaining(365)], ['unconfirmed'])).toEqual({
      text: '365',
      urgency: 'soon',
      attention: 'unconfirmed',
      days: 365,
    });
    expect(badgeOf([remaining(5)], ['to-finish'])).toMatchObject({ text: '5', urgency: 'urgent' });
    expect(badgeOf([remaining(-1)], ['to-finish'])).toMatchObject({ text: '!', urgency: 'expired' });
    expect(badgeOf([remaining(5)], ['to-finish', 'wrong-account'])).toMatchObject({
      text: '!',
      attention: 'wrong-account',
    });
  });
});
