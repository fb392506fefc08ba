import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dearer } from '../../bench/compare.ts';
import { type KeptRun, keptOf, withTable } from '../../bench/kept.ts';

const figures = (ours: number[], bare: number[], browser = 'chromium 156') =>
  keptOf([{ what: 'a clean', browser, ours, bare }], '2026-11-30', 1).figures;

it('names what costs over a fifth more, beside the bare browser of its own run', () => {
  expect(dearer(figures([30], [10]), figures([20], [10]))).toEqual([
    'a clean, chromium 156: 2.0 → 3.0 times the bare browser',
  ]);
  expect(dearer(figures([24], [10]), figures([20], [10]))).toEqual([]);
});

it('takes a slower machine for no slower work', () => {
  expect(dearer(figures([60], [30]), figures([20], [10]))).toEqual([]);
});

it('compares no browser with another one', () => {
  expect(dearer(figures([30], [10]), figures([20], [10], 'firefox 153'))).toEqual([]);
});

it('keeps the middle of each figure', () => {
  expect(figures([9, 30, 10], [5, 4, 90])).toEqual([
    { what: 'a clean', browser: 'chromium 156', ours: 10, bare: 5, ratio: 2 },
  ]);
});

it('docs/performance.md shows the figures that are kept', () => {
  const root = join(import.meta.dirname, '../../..');
  const kept = JSON.parse(readFileSync(join(root, 'tests/bench/kept.json'), 'utf8')) as KeptRun;
  const page = readFileSync(join(root, 'docs/performance.md'), 'utf8');
  expect(kept.figures.length).toBeGreaterThan(10);
  expect(page).toContain('| ratio |');
  expect(withTable(page, kept)).toBe(page);
});
