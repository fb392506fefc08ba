// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Connections } from '@/entrypoints/options/connections/Connections.tsx';
import { defaultSettings } from '@/utils/domain/settings/settings.ts';
import { connection } from './connection.ts';

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));
vi.mock('@/utils/platform/version.ts', () => ({ VERSION: '1.0.0' }));
vi.mock('@/utils/platform/surface/toolbar.ts', () => ({ onChanged: () => () => {} }));

const { id, name, marketplace, site, integration } = connection;
let settingsCome: ((settings: unknown) => void) | undefined;
vi.mock('@/utils/messages/send.ts', () => ({
  sendMessage: async (type: string) => {
    if (type === 'dashboard/list') return [{ id, name, marketplace, site, integration, urgency: 'none' }];
    if (type === 'settings') return new Promise((resolve) => (settingsCome = resolve));
    return [];
  },
}));

let page: HTMLElement;

beforeEach(() => {
  page = document.body.appendChild(document.createElement('div'));
});

afterEach(() => {
  render(null, page);
  page.remove();
});

it('shows nothing to press before all is there that stands above it', async () => {
  await act(() => render(<Connections detail={undefined} />, page));
  await act(() => vi.waitFor(() => expect(settingsCome).toBeDefined()));
  expect(page.querySelector('a, button')).toBeNull();
  await act(async () => settingsCome?.(defaultSettings()));
  await vi.waitFor(() => expect(page.textContent).toContain(name));
  expect(page.textContent).toContain('reminder.offer');
});
