// @vitest-environment happy-dom
import type { Window } from 'happy-dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ContentScriptContext } from 'wxt/utils/content-script-context';
import { layReady } from '@/entrypoints/card/handover.ts';

type Reply = 'lays' | 'lays twice' | 'lays and dies' | 'dies' | 'says nothing of it';

/** What the background does each time the page asks for the card; after the last it goes on as it did then. */
let replies: Reply[];
let arrived: { is: 'accompanied' | 'alone' | 'stopped' };
/** Happens while the page waits for the card. */
let meanwhile: () => void;

const card = async (): Promise<void> => {
  document.documentElement.append(document.createElement('drawn-card'));
};

vi.mock('@/utils/platform/browser.ts', () => ({
  browser: { extension: { inIncognitoContext: true }, storage: { local: {} } },
}));
vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));
vi.mock('@/utils/messages/send.ts', () => ({
  async sendMessage(type: string): Promise<unknown> {
    if (type === 'page/allowed') return true;
    if (type === 'page/arrived') return arrived;
    if (type !== 'page/card') throw new Error(`nobody asks for ${type} here`);
    const reply = replies.length > 1 ? replies.shift() : replies[0];
    meanwhile();
    if (reply?.startsWith('lays')) layReady(card);
    if (reply === 'lays twice') layReady(card);
    if (reply === 'dies' || reply === 'lays and dies') throw new Error('The message port closed.');
    return undefined;
  },
}));

const CONSENT =
  'https://sellercentral.amazon.de/apps/authorize/consent?application_id=amzn1.sp.solution.one&state=s';

/** The script in a new page, until it has nothing to do any more; returns how many cards stand there. */
async function cardsAfter(context: (ctx: ContentScriptContext) => void = () => {}): Promise<number> {
  const { default: script } = await import('@/entrypoints/consent.content/index.ts');
  const ctx = new ContentScriptContext('consent');
  context(ctx);
  const done = script.main(ctx);
  await vi.advanceTimersByTimeAsync(60_000);
  await done;
  return document.querySelectorAll('drawn-card').length;
}

beforeEach(() => {
  vi.useFakeTimers();
  (window as unknown as Window).happyDOM.setURL(CONSENT);
  arrived = { is: 'accompanied' };
  meanwhile = () => {};
  // As in a page of its own: nothing is laid there.
  Reflect.deleteProperty(globalThis, Symbol.for('grantkeeper.card'));
});
afterEach(() => {
  vi.useRealTimers();
  for (const each of document.querySelectorAll('drawn-card')) each.remove();
});

describe('a page of a run', () => {
  it.each<[cards: number, replies: Reply[]]>([
    [1, ['lays']],
    [1, ['lays twice']],
    [1, ['lays and dies']],
    [1, ['dies', 'lays']],
    [1, ['lays and dies', 'lays']],
    [1, ['dies', 'dies', 'says nothing of it', 'dies', 'lays']],
    [0, ['dies']],
    [0, ['says nothing of it']],
  ])('shows %i card where the background, asked again and again, %j', async (cards, then) => {
    replies = then;
    expect(await cardsAfter()).toBe(cards);
  });

  it('shows none of an extension that went while it came', async () => {
    replies = ['lays'];
    const count = cardsAfter((ctx) => {
      meanwhile = () => ctx.abort('updated');
    });
    expect(await count).toBe(0);
  });
});

it.each(['alone', 'stopped'] as const)('a page that is %s never asks for the card', async (is) => {
  arrived = { is };
  replies = ['lays'];
  expect(await cardsAfter()).toBe(0);
});
