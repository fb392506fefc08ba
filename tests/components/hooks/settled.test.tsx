// @vitest-environment happy-dom
import { type ComponentChild, render } from 'preact';
import { useRef } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SETTLE_TIME, useSettled } from '@/components/hooks/settled.ts';
import { Action } from '@/components/parts/Action.tsx';
import { ConfirmAccount } from '@/entrypoints/popup/account/ConfirmAccount.tsx';
import { FinishCard } from '@/entrypoints/popup/renewal/FinishCard.tsx';
import { OtherWays } from '@/entrypoints/popup/renewal/OtherWays.tsx';
import { RunCard } from '@/entrypoints/popup/renewal/RunCard.tsx';
import { SuggestionCard } from '@/entrypoints/popup/renewal/SuggestionCard.tsx';
import type { Grant } from '@/utils/domain/account/grant.ts';
import type { Suggestion } from '@/utils/domain/account/suggestion.ts';
import type { LedgerEntry } from '@/utils/domain/run/run.ts';
import { connection } from '../connection.ts';

/** What the pop-up has asked the background for. */
const asked: unknown[] = [];

vi.mock('@/utils/messages/send.ts', () => ({
  sendMessage: async (type: string, data: unknown) => {
    asked.push([type, data]);
    return { ok: true };
  },
}));
// Buttons are found by their keys here; that each key has a text is the locales' test.
vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));

const grant: Grant = {
  id: 'run:amazon',
  connectionId: 'north',
  kind: 'amazon',
  verdict: 'first',
  accountId: 'A1NORTH',
  accountLabel: 'Nordlicht GmbH',
  at: 1,
  expiry: { basis: 'by-rule', at: 2 },
};
const run: LedgerEntry = {
  id: 'run',
  connectionId: 'north',
  marketplace: 'amazon',
  site: 'de',
  jar: '0',
  mode: 'set-aside',
  phase: 'between-legs',
  kinds: ['amazon'],
  legs: [],
  progress: {},
  aside: { state: 'kept' },
  startedAt: 0,
} as unknown as LedgerEntry;
const suggestion: Suggestion = {
  id: 'suggested',
  marketplace: 'amazon',
  site: 'de',
  kind: 'amazon',
  accountId: 'A1NORTH',
  at: 1,
} as Suggestion;

/** Where everything stands: the distance of every element from the top, CSS pixels. */
let top = 0;
let page: HTMLElement;

/** The person's own press, or a page's. */
async function press(key: string, isTrusted = true): Promise<void> {
  const button = [...page.querySelectorAll('button')].find(({ textContent }) => textContent === key);
  const event = new MouseEvent('click', { bubbles: true });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  await act(() => void button?.dispatchEvent(event));
}

const wait = (ms: number): Promise<void> => act(() => void vi.advanceTimersByTime(ms));

async function show(card: ComponentChild): Promise<void> {
  await act(() => render(card, page));
}

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['performance', 'requestAnimationFrame', 'cancelAnimationFrame', 'setTimeout', 'clearTimeout'],
  });
  top = 0;
  asked.length = 0;
  page = document.createElement('main');
  document.body.append(page);
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(
    () => new DOMRect(14, top, 360, 200),
  );
});

afterEach(() => {
  render(null, page);
  page.remove();
  vi.useRealTimers();
});

describe('a press that decides something', () => {
  const buttons: [string, ComponentChild, string, unknown][] = [
    ...(['confirm', 'deny'] as const).map((what): [string, ComponentChild, string, unknown] => [
      `to ${what} an account`,
      <ConfirmAccount key={what} grant={grant} connection={connection} />,
      what === 'confirm' ? 'account.yes' : 'account.no',
      [`account/${what}`, { grantId: grant.id }],
    ]),
    [
      'to note an account of its own',
      <OtherWays key="own" grant={grant} connection={connection} came="Nordlicht" />,
      'account.separate',
      ['account/separate', { grantId: grant.id, name: 'Nordlicht GmbH' }],
    ],
    [
      'to keep the new sign-in',
      <RunCard key="keep" view={{ run }} />,
      'run.keepLogin',
      ['run/choose', { runId: 'run', choice: 'keep-login' }],
    ],
    [
      'to end a renewal',
      <RunCard key="end" view={{ run }} />,
      'run.end',
      ['run/choose', { runId: 'run', choice: 'cancel' }],
    ],
    [
      'to say that the software works',
      <FinishCard
        key="works"
        connection={{ ...connection, finishing: { runId: 'run', since: 1, done: [] } }}
      />,
      'finish.works',
      ['connection/works', { id: 'north' }],
    ],
    [
      'to drop a suggestion',
      <SuggestionCard key="drop" suggestion={suggestion} fitting={[]} />,
      'suggestion.ignore',
      ['suggestion/settle', { id: 'suggested' }],
    ],
  ];

  it.each(buttons)('%s counts once the card has stood still', async (_, card, button, wanted) => {
    await show(card);
    await press(button);
    await wait(SETTLE_TIME - 100);
    await press(button);
    expect(asked).toEqual([]);
    await wait(200);
    await press(button);
    expect(asked).toEqual([wanted]);
  });

  it('does not count just after the card was pushed down by what grew above it', async () => {
    await show(<ConfirmAccount grant={grant} connection={connection} />);
    await wait(2 * SETTLE_TIME);
    top = 180;
    await wait(50);
    await press('account.yes');
    expect(asked).toEqual([]);
    await wait(SETTLE_TIME + 50);
    await press('account.yes');
    expect(asked).toHaveLength(1);
  });

  it('asks for no frame once it stands still, until it moves', async () => {
    const moves: (() => void)[] = [];
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        constructor(crossed: () => void) {
          // The browsers report once at the beginning.
          crossed();
          moves.push(crossed);
        }
        observe(): void {}
        disconnect(): void {}
      },
    );
    await show(<ConfirmAccount grant={grant} connection={connection} />);
    await wait(2 * SETTLE_TIME);
    const frames = vi.spyOn(globalThis, 'requestAnimationFrame');
    await wait(10 * SETTLE_TIME);
    expect(frames).not.toHaveBeenCalled();
    top = 180;
    await act(() => moves.at(-1)?.());
    await wait(50);
    expect(page.querySelector('button')?.getAttribute('aria-disabled')).toBe('true');
    vi.unstubAllGlobals();
  });

  it('to bind another account is asked for twice, and the second press is not the first one’s bounce', async () => {
    await show(<OtherWays grant={grant} connection={connection} came="Nordlicht" />);
    await wait(2 * SETTLE_TIME);
    await press('account.bind');
    await wait(50);
    await press('account.sure');
    expect(asked).toEqual([]);
    await wait(SETTLE_TIME + 50);
    await press('account.sure');
    expect(asked).toEqual([['account/confirm', { grantId: grant.id }]]);
  });

  it('does not count where no person made it', async () => {
    await show(<ConfirmAccount grant={grant} connection={connection} />);
    await wait(2 * SETTLE_TIME);
    await press('account.yes', false);
    expect(asked).toEqual([]);
  });

  it('does not count while another window is in front of a tab’s page, nor just after that came back', async () => {
    const focused = vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    function Page() {
      const body = useRef<HTMLDivElement>(null);
      const settled = useSettled(body, true);
      return (
        <div ref={body}>
          <Action ready={settled} onPress={() => asked.push('pressed')}>
            press
          </Action>
        </div>
      );
    }
    await show(<Page />);
    await wait(2 * SETTLE_TIME);
    await press('press');
    expect(asked).toEqual([]);
    focused.mockReturnValue(true);
    await act(() => void window.dispatchEvent(new Event('focus')));
    await wait(SETTLE_TIME - 100);
    await press('press');
    expect(asked).toEqual([]);
    await wait(200);
    await press('press');
    expect(asked).toEqual(['pressed']);
  });
});
