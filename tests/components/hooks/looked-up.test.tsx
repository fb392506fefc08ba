// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Popup } from '@/entrypoints/popup/Popup.tsx';
import type { Overview } from '@/utils/flows/reading/views.ts';
import { connection } from '../connection.ts';

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));
vi.mock('@/utils/platform/browser.ts', () => ({ browser: fakeBrowser }));

let overview: Overview;
vi.mock('@/utils/messages/send.ts', () => ({
  sendMessage: async (type: string, { id }: { id?: string } = {}) => {
    if (type === 'overview') return overview;
    if (type === 'dashboard/list') return [];
    if (type !== 'connection/history') return { ok: true };
    const view = overview.connections.find((each) => each.connection.id === id);
    return view && { view };
  },
}));

let page: HTMLElement;

/** The person opens the pop-up, with nothing in memory but what the browser keeps. */
async function open(): Promise<void> {
  render(null, page);
  await act(() => render(<Popup />, page));
  await vi.waitFor(() => expect(page.querySelector('h2')).not.toBeNull());
}

async function press(text: string): Promise<void> {
  const find = () =>
    [...page.querySelectorAll('button, a')].find(({ textContent }) => textContent.trim() === text);
  await vi.waitFor(() => expect(find(), text).toBeDefined());
  const found = find();
  const event = new MouseEvent('click', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  await act(() => void found?.dispatchEvent(event));
}

const asksForDate = (): boolean => page.textContent?.includes('report.checkEnter') ?? false;

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ toFake: ['Date'] });
  overview = {
    obstacles: [],
    runs: [],
    suggestions: [],
    attention: [],
    queue: { due: 0, groups: [] },
    connections: [{ connection, urgency: 'unknown', grants: [] }],
    total: 1,
  };
  page = document.createElement('main');
  // The link's page is the browser's business; here nothing is opened.
  page.addEventListener('click', (event) => event.preventDefault());
  document.body.append(page);
});

afterEach(() => {
  render(null, page);
  page.remove();
  vi.useRealTimers();
});

/** The person has pressed the link to the marketplace, and the pop-up closed over that. */
async function wentToLook(): Promise<void> {
  await open();
  await press('Nordlicht');
  await press('report.check');
  await press('checklist.manage');
}

describe('the pop-up', () => {
  it('opens at the date that the person has gone to look up', async () => {
    await wentToLook();
    await open();
    expect(asksForDate()).toBe(true);
  });

  it.each(['common.cancel', 'a date'])('opens with the connections again after %s', async (end) => {
    await wentToLook();
    await open();
    expect(asksForDate()).toBe(true);
    if (end === 'a date') {
      const day = page.querySelector<HTMLInputElement>('input[type=date]');
      await act(() => {
        if (day) day.value = '2031-05-31';
        day?.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await press('private.dateSave');
    } else await press(end);
    await vi.waitFor(() => expect(asksForDate()).toBe(false));
    await open();
    expect(asksForDate()).toBe(false);
  });

  it('opens with the connections where nobody has gone to look', async () => {
    await open();
    await press('Nordlicht');
    await press('report.check');
    expect(asksForDate()).toBe(true);
    await open();
    expect(asksForDate()).toBe(false);
  });

  it('opens with the connections where that is long ago, or the connection gone', async () => {
    await wentToLook();
    vi.setSystemTime(Date.now() + 2 * 60 * 60_000);
    await open();
    expect(asksForDate()).toBe(false);

    await wentToLook();
    overview = { ...overview, connections: [], total: 0 };
    await open();
    expect(asksForDate()).toBe(false);
  });

  it('opens all the same where the browser’s memory refuses', async () => {
    vi.spyOn(fakeBrowser.storage.session, 'get').mockRejectedValue(new Error('refused'));
    await open();
    expect(page.textContent).toContain('Nordlicht');
  });
});
