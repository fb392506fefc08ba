import { beforeEach, expect, it, vi } from 'vitest';

type Moves = (tabId: number, change: { status?: string }) => void;

interface Tab {
  id: number;
  windowId: number;
  url?: string;
  openerTabId?: number;
  cookieStoreId?: string;
}

/** Made-up tabs and windows; the address of a foreign site is not shown to us. */
const world = vi.hoisted(() => ({
  tabs: new Map<number, Tab>(),
  windows: [] as { id: number; type: string; incognito: boolean; focused: boolean }[],
  opened: [] as object[],
  closed: [] as number[],
  kept: {} as Record<string, unknown>,
  moves: [] as Moves[],
}));

vi.mock('@/utils/platform/browser.ts', () => {
  const made = (asked: object, windowId: number): Tab => {
    world.opened.push(asked);
    const tab = { id: 100 + world.opened.length, windowId, url: 'about:blank' };
    world.tabs.set(tab.id, tab);
    return tab;
  };
  const get = async (id: number): Promise<Tab> => {
    const tab = world.tabs.get(id);
    if (!tab) throw new Error('no such tab');
    return { ...tab };
  };
  return {
    browser: {
      runtime: { getURL: (path: string) => `moz-extension://own${path}` },
      tabs: {
        get,
        create: async (asked: { windowId: number }) => made(asked, asked.windowId),
        // Its page comes later.
        update: (id: number) => get(id),
        remove: async (id: number) => {
          world.closed.push(id);
          world.tabs.delete(id);
        },
        onUpdated: {
          addListener: (moves: Moves) => world.moves.push(moves),
          removeListener: (moves: Moves) => world.moves.splice(world.moves.indexOf(moves), 1),
        },
      },
      windows: {
        get: async (id: number) => world.windows.find((window) => window.id === id),
        getAll: async () => world.windows.filter(({ type }) => type === 'normal'),
        update: async () => undefined,
        create: async (asked: object) => ({ tabs: [made(asked, 9)] }),
      },
    },
  };
});
vi.mock('@/utils/platform/store/session.ts', () => ({
  session: {
    get: async (key: string) => ({ [key]: world.kept[key] }),
    under: async (prefix: string) =>
      Object.fromEntries(Object.entries(world.kept).filter(([key]) => key.startsWith(prefix))),
    set: async (items: object) => void Object.assign(world.kept, items),
    remove: async (key: string) => void delete world.kept[key],
  },
}));

// The files of a worker share their modules.
vi.resetModules();
const { showGuard, standInClosed } = await import('@/utils/platform/guard/stand-ins.ts');

const NORMAL = { id: 1, type: 'normal', incognito: false, focused: true };
const POPUP = { id: 2, type: 'popup', incognito: false, focused: true };

beforeEach(() => {
  vi.stubEnv('FIREFOX', true as unknown as string);
  Object.assign(world, { windows: [NORMAL, POPUP], opened: [], closed: [], kept: {}, moves: [] });
  world.tabs.clear();
  return () => vi.unstubAllEnvs();
});

/** The guard's tab that stands in for this tab is closed. */
async function closeGuardOf(tab: Tab): Promise<void> {
  world.tabs.set(tab.id, tab);
  await showGuard(tab.id);
  world.tabs.delete(101);
  await standInClosed(101);
}

it('takes along the pop-up window that waits for it', async () => {
  await closeGuardOf({ id: 5, windowId: POPUP.id });
  expect(world.closed).toEqual([5]);
});

it('leaves a tab that a page opened: nobody knows what it shows', async () => {
  await closeGuardOf({ id: 6, windowId: NORMAL.id, openerTabId: 4 });
  expect(world.opened).toHaveLength(1);
  expect(world.closed).toEqual([]);
});

it('leaves a pop-up window that has gone on meanwhile', async () => {
  const tab = { id: 7, windowId: POPUP.id };
  world.tabs.set(tab.id, tab);
  await showGuard(tab.id);
  for (const moves of [...world.moves]) moves(tab.id, { status: 'loading' });
  await standInClosed(101);
  expect(world.closed).toEqual([]);
  expect(world.moves).toEqual([]);
});

it('is one, however many addresses end in a tab at once', async () => {
  world.tabs.set(8, { id: 8, windowId: POPUP.id });
  await Promise.all([showGuard(8), showGuard(8), showGuard(8)]);
  expect(world.opened).toHaveLength(1);
  expect(Object.keys(world.kept)).toEqual(['stand-in:101']);
});

it('is in the container of its window, where a window has to be opened for it too', async () => {
  world.windows = [POPUP];
  world.tabs.set(9, { id: 9, windowId: POPUP.id, cookieStoreId: 'firefox-container-3' });
  await showGuard(9);
  expect(world.opened).toMatchObject([{ cookieStoreId: 'firefox-container-3' }]);
});
