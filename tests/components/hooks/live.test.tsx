// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PATIENCE, useReread } from '@/components/hooks/live.ts';

let page: HTMLElement;
/** Settles the reads that were begun, in their order. */
let reads: { answer: (value: string) => void; refuse: () => void }[];
let change: () => void;

const read = (): Promise<string> =>
  new Promise((answer, reject) => {
    reads.push({ answer, refuse: () => reject(new Error('no')) });
  });

const onChanged = (listener: () => void): (() => void) => {
  change = listener;
  return () => {};
};

function Shown() {
  const [shown, reread] = useReread(read, onChanged);
  return (
    <button type="button" onClick={() => void reread()}>
      {shown ?? 'nothing yet'}
    </button>
  );
}

/** Does something, and lets all that follows from it happen. */
const settle = (doing: () => void): Promise<void> =>
  act(async () => {
    doing();
    await vi.advanceTimersByTimeAsync(0);
  });

const passes = (ms: number): Promise<void> => settle(() => void vi.advanceTimersByTime(ms));

beforeEach(async () => {
  vi.useFakeTimers();
  reads = [];
  page = document.createElement('main');
  await act(() => render(<Shown />, page));
});

afterEach(() => {
  render(null, page);
  vi.useRealTimers();
});

it('shows what was read, and what was read after a change', async () => {
  await settle(() => reads[0]?.answer('one'));
  expect(page.textContent).toBe('one');
  await settle(change);
  await settle(() => reads[1]?.answer('two'));
  expect(page.textContent).toBe('two');
  await passes(10 * PATIENCE);
  expect(reads).toHaveLength(2);
});

it('reads anew when it is asked to', async () => {
  await settle(() => reads[0]?.answer('one'));
  await settle(() => page.querySelector('button')?.click());
  await settle(() => reads[1]?.answer('two'));
  expect(page.textContent).toBe('two');
});

it('never shows an older answer that comes after a newer one', async () => {
  await settle(change);
  await settle(() => reads[1]?.answer('new'));
  await settle(() => reads[0]?.answer('old'));
  expect(page.textContent).toBe('new');
});

it.each(['never answered', 'refused'])('asks once more where a read is %s', async (how) => {
  await settle(() => reads[0]?.answer('one'));
  await settle(change);
  if (how === 'refused') await settle(() => reads[1]?.refuse());
  await passes(PATIENCE);
  expect(reads).toHaveLength(3);
  await settle(() => reads[2]?.answer('two'));
  expect(page.textContent).toBe('two');
});

it('asks no more once it is gone', async () => {
  render(null, page);
  await passes(10 * PATIENCE);
  expect(reads).toHaveLength(1);
});
