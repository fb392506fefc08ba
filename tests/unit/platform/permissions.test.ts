import { beforeEach, expect, it, vi } from 'vitest';
import { rememberedWithheld } from '@/utils/platform/guard/permissions.ts';

/** A browser that lets us see these hosts. */
const { granted, asked, tell, fails } = vi.hoisted(() => ({
  granted: new Set<string>(),
  asked: { times: 0 },
  tell: [] as (() => void)[],
  fails: { now: false },
}));

vi.mock('@/utils/platform/browser.ts', () => ({
  browser: {
    permissions: {
      contains: async ({ origins }: { origins: string[] }) => {
        asked.times += 1;
        if (fails.now) throw new Error('gone');
        return origins.every((origin) => granted.has(origin));
      },
      onAdded: { addListener: (heard: () => void) => tell.push(heard) },
      onRemoved: { addListener: (heard: () => void) => tell.push(heard) },
    },
  },
}));

const changed = (): void => {
  for (const heard of tell) heard();
};

beforeEach(() => {
  granted.clear();
  granted.add('*://*.one.example/*');
  asked.times = 0;
  tell.length = 0;
  fails.now = false;
});

it('asks the browser once, and again once it says that permissions have changed', async () => {
  const withheld = rememberedWithheld();
  expect(await withheld(['one.example'])).toEqual([]);
  const first = asked.times;
  await Promise.all([withheld(['one.example']), withheld(['one.example'])]);
  expect(asked.times).toBe(first);
  granted.clear();
  changed();
  expect(await withheld(['one.example'])).toEqual(['one.example']);
});

it('tells different domains apart', async () => {
  const withheld = rememberedWithheld();
  expect(await withheld(['one.example'])).toEqual([]);
  expect(await withheld(['one.example', 'two.example'])).toEqual(['two.example']);
});

it('asks again where the browser did not answer', async () => {
  const withheld = rememberedWithheld();
  fails.now = true;
  await expect(withheld(['one.example'])).rejects.toThrow('gone');
  fails.now = false;
  expect(await withheld(['one.example'])).toEqual([]);
});
