import { expect, it } from 'vitest';
import { dearer } from '../../bench/compare.ts';

const measured = (ours: number[], bare: number[], browser = 'chromium 156') => ({
  what: 'a clean',
  browser,
  ours,
  bare,
});

it('names what costs over a fifth more, beside the bare browser of its own run', () => {
  expect(dearer([measured([30], [10])], [measured([20], [10])])).toEqual([
    'a clean, chromium 156: 2.0 → 3.0 times the bare browser',
  ]);
  expect(dearer([measured([24], [10])], [measured([20], [10])])).toEqual([]);
});

it('takes a slower machine for no slower work', () => {
  expect(dearer([measured([60], [30])], [measured([20], [10])])).toEqual([]);
});

it('compares no browser with another one', () => {
  expect(dearer([measured([30], [10])], [measured([20], [10], 'firefox 153')])).toEqual([]);
});
