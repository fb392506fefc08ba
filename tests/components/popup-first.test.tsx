// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Popup } from '@/entrypoints/popup/Popup.tsx';

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));
vi.mock('@/utils/platform/browser.ts', () => ({ browser: fakeBrowser }));
vi.mock('@/utils/messages/send.ts', () => ({
  sendMessage: async () => ({
    obstacles: [],
    runs: [],
    suggestions: [],
    attention: [],
    queue: { due: 0, groups: [] },
    connections: [],
    total: 0,
  }),
}));

/** Answers what the pop-up asks of the date that was being looked up, in its order. */
let answers: ((id: undefined) => void)[];
vi.mock('@/utils/platform/store/looks.ts', () => ({
  lookedUp: { connectionId: () => new Promise((answer) => answers.push(answer)) },
}));

const listeners = new Set<() => void>();
const change = (): void => {
  for (const listener of listeners) listener();
};
vi.mock('@/utils/platform/surface/toolbar.ts', () => ({
  onChanged: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
}));

let page: HTMLElement;
const settle = (doing: () => void): Promise<void> =>
  act(async () => {
    doing();
    await vi.advanceTimersByTimeAsync(0);
  });

beforeEach(async () => {
  vi.useFakeTimers();
  answers = [];
  page = document.createElement('div');
  document.body.append(page);
  await settle(() => render(<Popup />, page));
});

afterEach(() => {
  render(null, page);
  page.remove();
  vi.useRealTimers();
});

function press(text: string): void {
  const found = [...page.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === text);
  const event = new MouseEvent('click', { bubbles: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  found?.dispatchEvent(event);
}

it('what the person has opened stays, though a change had it asked twice what comes first', async () => {
  await settle(() => change());
  expect(answers).toHaveLength(2);
  await settle(() => answers[1]?.(undefined));
  await settle(() => press('popup.paste'));
  const opened = page.textContent;
  expect(page.querySelector('form, input, textarea')).not.toBeNull();
  await settle(() => answers[0]?.(undefined));
  expect(page.textContent).toBe(opened);
});
