// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Reread, useTicks } from '@/components/hooks/ticks.ts';

const STEPS = ['a', 'b'];

let page: HTMLElement;
/** What the page has read of what is kept, and the ticks that are being kept, in their order. */
let read: string[];
let keeping: { id: string; done: boolean; answer: (problem?: string) => void }[];
/** What the background keeps by now. */
let kept: string[];

const keep = (id: string, done: boolean): Promise<string | undefined> =>
  new Promise((resolve) => {
    const answer = (problem?: string): void => {
      if (problem === undefined) kept = [...kept.filter((each) => each !== id), ...(done ? [id] : [])];
      resolve(problem);
    };
    keeping.push({ id, done, answer });
  });

function Boxes({ known }: { known: string[] }) {
  const { ticked, tick, problem } = useTicks(known, keep);
  return (
    <>
      {STEPS.map((id) => (
        <input
          key={id}
          type="checkbox"
          checked={ticked.includes(id)}
          onChange={(event) => tick(id, event.currentTarget.checked)}
        />
      ))}
      <p>{problem}</p>
    </>
  );
}

const show = (): void =>
  render(
    <Reread.Provider value={reread}>
      <Boxes known={read} />
    </Reread.Provider>,
    page,
  );

/** As the pop-up does after every change. */
async function reread(): Promise<void> {
  read = kept;
  show();
}

const press = (nth: number): Promise<void> =>
  act(() => {
    page.querySelectorAll('input')[nth]?.click();
  });

const answered = (nth: number, problem?: string): Promise<void> =>
  act(async () => {
    keeping[nth]?.answer(problem);
    await vi.advanceTimersByTimeAsync(0);
  });

const ticked = (): boolean[] => [...page.querySelectorAll('input')].map(({ checked }) => checked);

beforeEach(async () => {
  vi.useFakeTimers();
  read = [];
  kept = [];
  keeping = [];
  page = document.createElement('main');
  document.body.append(page);
  await act(show);
});

afterEach(() => {
  render(null, page);
  page.remove();
  vi.useRealTimers();
});

it('shows a press at once; what is read of an earlier one does not take it back', async () => {
  await press(0);
  await press(1);
  expect(ticked()).toEqual([true, true]);
  await answered(0);
  expect(ticked()).toEqual([true, true]);
  await answered(1);
  expect(ticked()).toEqual([true, true]);
  expect(keeping).toMatchObject([
    { id: 'a', done: true },
    { id: 'b', done: true },
  ]);
});

it('takes a tick back that is pressed again before the first press was kept', async () => {
  await press(0);
  await press(0);
  await answered(0);
  expect(ticked()).toEqual([false, false]);
  await answered(1);
  expect(ticked()).toEqual([false, false]);
});

it('opens the box again where the tick cannot be kept, and says why, until one is kept', async () => {
  await press(0);
  await answered(0, 'No room.');
  expect(ticked()).toEqual([false, false]);
  expect(page.textContent).toBe('No room.');
  await press(1);
  await answered(1);
  expect(ticked()).toEqual([false, true]);
  expect(page.textContent).toBe('');
});

it('follows what is read where nothing is pressed', async () => {
  await press(0);
  await answered(0);
  kept = ['b'];
  await act(reread);
  expect(ticked()).toEqual([false, true]);
});
