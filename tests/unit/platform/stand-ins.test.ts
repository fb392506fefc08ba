import { beforeEach, expect, it, vi } from 'vitest';

const world = vi.hoisted(() => ({ opened: [] as unknown[] }));

vi.mock('@/utils/platform/browser.ts', () => {
  const waiting = { id: 5, windowId: 2, incognito: false, cookieStoreId: 'firefox-container-3' };
  return {
    browser: {
      runtime: { getURL: (path: string) => `moz-extension://own${path}` },
      tabs: { get: async () => waiting, update: async () => waiting },
      windows: {
        get: async () => ({ id: 2, type: 'popup', incognito: false }),
        getAll: async () => [],
        update: async () => undefined,
        create: async (asked: unknown) => {
          world.opened.push(asked);
          return { tabs: [{ id: 200, windowId: 9 }] };
        },
      },
    },
  };
});
vi.mock('@/utils/platform/store/session.ts', () => ({
  session: { under: async () => ({}), set: async () => undefined },
}));

const { showGuard } = await import('@/utils/platform/guard/stand-ins.ts');

beforeEach(() => {
  vi.stubEnv('FIREFOX', true as unknown as string);
  return () => vi.unstubAllEnvs();
});

it('is in the container of the window for which it stands in, where a window has to be opened for it too', async () => {
  await showGuard(5);
  expect(world.opened).toMatchObject([{ cookieStoreId: 'firefox-container-3' }]);
});
