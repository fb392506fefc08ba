import { describe, expect, it } from 'vitest';
import { checklistOf } from '@/utils/domain/checklist.ts';
import type { Run } from '@/utils/domain/run.ts';

type Seen = Parameters<typeof checklistOf>[0];

const run = (change: Partial<Run>): Seen => ({
  phase: 'consenting',
  mode: 'clear',
  progress: {},
  receipt: { at: 1, domains: [], siteData: {}, clean: true },
  ...change,
});
const states = (seen: Seen, hint: Parameters<typeof checklistOf>[1] = 'unknown'): string =>
  checklistOf(seen, hint)
    .map(({ state }) => state)
    .join(' ');

describe('the checklist', () => {
  it.each([
    ['while it cleans', run({ phase: 'cleaning', receipt: undefined }), 'unknown', 'now open open open open'],
    ['on the sign-in page', run({ progress: { signInSeen: true } }), 'unknown', 'done now open open open'],
    ['on the consent page', run({ progress: { consentSeen: true } }), 'unknown', 'done done now now open'],
    ['with the right account', run({ progress: { consentSeen: true } }), 'match', 'done done done now open'],
    [
      'with another account',
      run({ progress: { consentSeen: true } }),
      'different',
      'done done warning open open',
    ],
    ['after the answer', run({ phase: 'ended', result: 'granted' }), 'unknown', 'done done done done done'],
    [
      'without a clean, as wished',
      run({ mode: 'as-is', receipt: undefined }),
      'unknown',
      'done now open open open',
    ],
  ] as const)('%s', (_, seen, hint, expected) => {
    expect(states(seen, hint)).toBe(expected);
  });
});
