// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Export } from '@/entrypoints/options/data/Export.tsx';
import { defaultSettings } from '@/utils/domain/settings/settings.ts';
import { connection } from './connection.ts';

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));
vi.mock('@/utils/platform/version.ts', () => ({ VERSION: '1.0.0' }));

const saved: string[] = [];
vi.mock('@/entrypoints/options/data/save.ts', () => ({ saveText: (text: string) => saved.push(text) }));

const grant = {
  id: 'g',
  connectionId: connection.id,
  kind: 'amazon',
  verdict: 'match',
  at: 0,
  expiry: { basis: 'entered', date: '2031-05-31' },
};
let settings: () => unknown;
vi.mock('@/utils/messages/send.ts', () => ({
  sendMessage: async (type: string, asked: { table: string }) => {
    if (type === 'settings') return settings();
    const rows: Record<string, object[]> = { connections: [connection], grants: [grant] };
    return { rows: rows[asked.table] ?? [], lost: 0 };
  },
}));

let page: HTMLElement;

/** Saves the calendar; tells how many alarms are in it. */
async function alarmsSaved(): Promise<number> {
  await act(() => render(<Export allowed />, page));
  const button = [...page.querySelectorAll('button')].find(
    (each) => each.textContent === 'data.calendarSave',
  );
  const event = new MouseEvent('click', { bubbles: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  await act(() => void button?.dispatchEvent(event));
  await vi.waitFor(() => expect(saved).toHaveLength(1));
  return saved[0]?.match(/BEGIN:VALARM/g)?.length ?? 0;
}

beforeEach(() => {
  saved.length = 0;
  page = document.body.appendChild(document.createElement('div'));
});

afterEach(() => {
  render(null, page);
  page.remove();
});

it('puts the days into the calendar that hold, the organisation’s where it fixed them', async () => {
  const { reminders } = defaultSettings();
  settings = () => ({ reminders: { ...reminders, ladder: [5, 2], fixed: true } });
  expect(await alarmsSaved()).toBe(2);
});

it('saves the calendar where a database refuses the settings', async () => {
  settings = () => {
    throw new Error('refused');
  };
  expect(await alarmsSaved()).toBeGreaterThan(2);
});
