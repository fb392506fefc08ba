// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Boundary } from '@/components/failure/Boundary.tsx';
import { Waiting } from '@/components/failure/Waiting.tsx';
import { PATIENCE } from '@/components/hooks/live.ts';
import { Diagnosis } from '@/components/parts/help.ts';

vi.mock('#i18n', () => ({ i18n: { t: (key: string, of?: string[]) => [key, ...(of ?? [])].join(' ') } }));

let page: HTMLElement;
let broken: boolean;

function Fragile({ name }: { name: string }) {
  if (broken) throw new TypeError(`no ${name}`);
  return <p>{name}</p>;
}

const passes = (ms: number): Promise<void> => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));

/** A press of a person; happy-dom's own are none. */
async function press(name: string): Promise<void> {
  const button = [...page.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  if (!button) throw new Error(`There is no button "${name}"`);
  const click = new Event('click', { bubbles: true });
  Object.defineProperty(click, 'isTrusted', { value: true });
  await act(async () => {
    button.dispatchEvent(click);
    await vi.advanceTimersByTimeAsync(0);
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  broken = false;
  page = document.createElement('div');
});

afterEach(() => {
  render(null, page);
  vi.useRealTimers();
});

it('says what is waited for once that takes long, and not for longer that it is but a moment', async () => {
  await act(() => render(<Waiting what="your dates" />, page));
  await passes(PATIENCE - 1);
  expect(page.textContent).toBe('common.loading');
  await passes(1);
  expect(page.textContent).not.toContain('common.loading');
  expect(page.querySelector('[role=alert]')?.textContent).toContain('failure.lateText your dates');
});

it('leaves the other parts where one throws, and shows it once it can be', async () => {
  broken = true;
  vi.spyOn(console, 'error').mockReturnValue();
  await act(() =>
    render(
      <>
        <Boundary of="card">
          <Fragile name="one" />
        </Boundary>
        <p>two</p>
      </>,
      page,
    ),
  );
  expect(page.textContent).toContain('failure.partHeading');
  expect(page.textContent).toContain('two');
  broken = false;
  await press('failure.again');
  expect(page.textContent).toBe('onetwo');
});

it('says so where a whole page throws', async () => {
  broken = true;
  await act(() =>
    render(
      <Boundary of="page">
        <Fragile name="page" />
      </Boundary>,
      page,
    ),
  );
  expect(page.querySelector('main')?.textContent).toContain('failure.pageHeading');
});

it('keeps a broken row a row of its table', async () => {
  broken = true;
  await act(() =>
    render(
      <table>
        <tbody>
          <Boundary of={{ columns: 5 }}>
            <Fragile name="row" />
          </Boundary>
        </tbody>
      </table>,
      page,
    ),
  );
  expect(page.querySelector('tbody > tr > td')?.getAttribute('colspan')).toBe('5');
});

it.each([
  ['copies the diagnostics', true],
  ['shows the diagnostics where the browser does not let it copy them', false],
])('%s', async (_, allowed) => {
  const copied: string[] = [];
  vi.stubGlobal('navigator', {
    clipboard: {
      writeText: async (text: string) => {
        if (!allowed) throw new Error('not allowed');
        copied.push(text);
      },
    },
  });
  broken = true;
  const diagnose = async (error: unknown): Promise<string> => `thrown: ${(error as Error).name}`;
  await act(() =>
    render(
      <Diagnosis.Provider value={diagnose}>
        <Boundary of="card">
          <Fragile name="one" />
        </Boundary>
      </Diagnosis.Provider>,
      page,
    ),
  );
  await press('failure.copy');
  expect(copied).toEqual(allowed ? ['thrown: TypeError'] : []);
  expect(page.querySelector('pre')?.textContent).toBe(allowed ? undefined : 'thrown: TypeError');
  vi.unstubAllGlobals();
});
