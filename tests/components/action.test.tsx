// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Action } from '@/components/parts/Action.tsx';

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));

let page: HTMLElement;
beforeEach(() => {
  page = document.body.appendChild(document.createElement('main'));
});
afterEach(() => {
  render(null, page);
  page.remove();
});

/** Clicks as a person does. */
async function click(): Promise<void> {
  const event = new MouseEvent('click', { bubbles: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  await act(async () => {
    page.querySelector('button')?.dispatchEvent(event);
  });
}

const said = (): string | undefined => page.querySelector('[role=alert]')?.textContent ?? undefined;

it.each([
  ['is never answered', () => Promise.reject(new Error('The message channel closed'))],
  [
    'fails at once',
    () => {
      throw new Error('no');
    },
  ],
  ['is refused', async () => ({ ok: false, problem: 'busy' })],
  ['is refused without a word', async () => ({ ok: false })],
])('what %s is said beside its button, which keeps the focus', async (_, onPress) => {
  await act(() => render(<Action onPress={onPress}>Renew</Action>, page));
  const button = page.querySelector('button');
  button?.focus();
  await click();
  expect(said()).toMatch(/^problem/);
  expect(document.activeElement).toBe(button);
});

it('what is done says nothing, and takes an earlier word back', async () => {
  const answers: unknown[] = [{ ok: false }, { ok: true }, undefined];
  await act(() => render(<Action onPress={async () => answers.shift()}>Renew</Action>, page));
  await click();
  expect(said()).toBeDefined();
  await click();
  expect(said()).toBeUndefined();
  await click();
  expect(said()).toBeUndefined();
});
