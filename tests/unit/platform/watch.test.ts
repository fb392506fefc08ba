import { beforeEach, expect, it, vi } from 'vitest';

const done = vi.hoisted(() => ({ refused: '', list: [] as string[] }));

vi.mock('@/utils/platform/browser.ts', () => {
  const part = (name: string) => async (): Promise<void> => {
    if (done.refused === name) throw new Error(`${name} refused`);
    done.list.push(name);
  };
  return {
    browser: {
      runtime: { getURL: (path: string) => `moz-extension://own${path}` },
      declarativeNetRequest: {
        getSessionRules: async () => [],
        getDynamicRules: async () => [],
        updateSessionRules: part('session rules'),
        updateDynamicRules: part('dynamic rules'),
      },
      scripting: { getRegisteredContentScripts: async () => [], registerContentScripts: part('scripts') },
    },
  };
});

// The files of a worker share their modules.
vi.resetModules();
const { watch } = await import('@/utils/platform/guard/watch.ts');

const PARTS = ['session rules', 'dynamic rules', 'scripts'];

beforeEach(() => {
  vi.stubEnv('FIREFOX', true as unknown as string);
  done.list = [];
  return () => vi.unstubAllEnvs();
});

it.each(PARTS)('puts all else in place where the %s are refused, and says so', async (refused) => {
  done.refused = refused;
  await expect(watch.keep(['bol'])).rejects.toThrow(`${refused} refused`);
  expect(done.list.toSorted()).toEqual(PARTS.filter((part) => part !== refused).toSorted());
});
