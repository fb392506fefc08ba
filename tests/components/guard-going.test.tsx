// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PATIENCE } from '@/components/hooks/live.ts';
import { Guard } from '@/entrypoints/guard/Guard.tsx';
import type { GuardView } from '@/utils/flows/reading/views.ts';

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));
vi.mock('@/utils/platform/browser.ts', () => ({ browser: fakeBrowser }));
vi.mock('@/components/hooks/settled.ts', () => ({ useSettled: () => true }));

let view: GuardView;
let outcome: object;
vi.mock('@/utils/messages/send.ts', () => ({
  sendMessage: async (type: string) => (type === 'guard/view' ? view : outcome),
}));

const living = (phase: string): GuardView =>
  ({
    kind: 'living',
    run: { run: { id: 'r', marketplace: 'amazon', phase, legs: [] } },
  }) as unknown as GuardView;

let page: HTMLElement;
const heading = (): string => page.querySelector('h1')?.textContent ?? '';

async function open(now: GuardView): Promise<void> {
  view = now;
  await act(() => render(<Guard />, page));
  await vi.waitFor(() => expect(heading()).not.toBe('common.loading'));
}

async function press(text: string): Promise<void> {
  const found = [...page.querySelectorAll('button')].find(({ textContent }) => textContent === text);
  const event = new MouseEvent('click', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  await act(async () => {
    found?.dispatchEvent(event);
    await vi.advanceTimersByTimeAsync(0);
  });
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ shouldAdvanceTime: true });
  outcome = { ok: true };
  page = document.createElement('div');
  document.body.append(page);
});

afterEach(() => {
  render(null, page);
  page.remove();
  vi.useRealTimers();
});

describe('the guard’s page after a press that leads to the marketplace', () => {
  it('says that it goes on, and offers the way once more where the marketplace does not come', async () => {
    await open(living('consenting'));
    expect(heading()).toBe('guard.livingHeading');
    await press('guard.goOn');
    expect(heading()).toBe('guard.goingOn');
    await act(async () => void (await vi.advanceTimersByTimeAsync(PATIENCE)));
    expect(heading()).toBe('guard.livingHeading');
  });

  it('shows at once what hinders it', async () => {
    await open(living('consenting'));
    view = living('not-clean');
    await press('guard.goOn');
    expect(heading()).not.toBe('guard.goingOn');
    view = living('consenting');
    outcome = { ok: false, problem: 'nothing-stopped' };
    render(null, page);
    await open(view);
    await press('guard.goOn');
    expect(heading()).toBe('guard.livingHeading');
    expect(page.querySelector('[role="alert"]')).not.toBeNull();
  });
});
