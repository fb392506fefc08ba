import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerOf } from '@/utils/domain/address/answer/answer.ts';
import { digest } from '@/utils/domain/address/answer/digest.ts';
import { stateForm } from '@/utils/domain/address/answer/state-form.ts';
import { classifyUrl } from '@/utils/domain/address/consent-url.ts';

const AUTHORISE = 'https://sellercentral-europe.amazon.com/apps/authorize/consent?application_id=a&state=';

const asked = (sent: string): string | undefined => {
  const page = classifyUrl(AUTHORISE + sent);
  return 'ask' in page && page.ask?.state !== undefined ? digest(page.ask.state) : undefined;
};
const cameBack = (back: string): string | undefined =>
  answerOf(AUTHORISE, `https://v.example/cb?selling_partner_id=A1&spapi_oauth_code=c&state=${back}`)?.state;

/** Every sign escaped, also those that need it not. */
const allEscaped = (text: string): string =>
  [...new TextEncoder().encode(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

/** Ways in which one and the same state is written into an address. */
const spellings: Record<string, (state: string) => string> = {
  usual: encodeURIComponent,
  'as a form writes it': (state) => new URLSearchParams({ s: state }).toString().slice(2),
  'encoded twice': (state) => encodeURIComponent(encodeURIComponent(state)),
  'encoded three times': (state) => encodeURIComponent(encodeURIComponent(encodeURIComponent(state))),
  'every sign escaped': allEscaped,
  'in upper case': (state) => allEscaped(state).toUpperCase(),
};

describe('a state', () => {
  it.each([
    ['q7%2BZx%3D', 'q7+Zx='],
    ['q7+Zx=', 'q7%2BZx%3D'],
    ['q7%2BZx%2Fw0T1%3D%3D', 'q7+Zx/w0T1=='],
    ['%7B%22a%22%3A1%7D', '{"a":1}'],
    ['a%20b', 'a+b'],
    ['a%252Fb', 'a/b'],
    ['%e4', '%E4'],
  ])('sent as %s is known again as %s', (sent, back) => {
    expect(asked(sent)).toBeDefined();
    expect(cameBack(back)).toBe(asked(sent));
  });

  it('is the same one in every spelling', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'aZ0+/=%-_~.|{}":,;&#? äß€😀'), minLength: 1 });
    const states = signs.filter((state) => stateForm(state) !== '' && stateForm(state) !== 'null');
    fc.assert(
      fc.property(states, fc.constantFrom(...Object.keys(spellings)), (state, name) => {
        const spelled = spellings[name]?.(state) ?? '';
        expect(cameBack(spelled)).toBe(asked(encodeURIComponent(state)));
      }),
      { numRuns: 1000 },
    );
  });

  it('has a form that does not change any more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (state) => {
        expect(stateForm(stateForm(state))).toBe(stateForm(state));
      }),
    );
  });

  it('is another one where more than its spelling differs', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'abcXYZ019-_'), minLength: 1 });
    fc.assert(
      fc.property(plain, plain, (one, other) => {
        expect(cameBack(one) === asked(other)).toBe(one === other);
      }),
    );
  });
});
