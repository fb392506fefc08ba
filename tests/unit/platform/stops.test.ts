import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readAddress } from '@/utils/domain/address/address.ts';
import type { Stop } from '@/utils/flows/ports/runs.ts';
import { stops } from '@/utils/platform/store/stops.ts';

const TAB = 7;

function stopped(app: string, at = Date.now()): Stop {
  const { request } = readAddress(
    `https://sellercentral.amazon.de/apps/authorize/consent?application_id=${app}`,
  );
  if (!request) throw new Error('not stopped');
  return { ...request, at };
}

const FIRST = stopped('one');
const SECOND = stopped('two');

beforeEach(() => fakeBrowser.reset());

describe('what the guard stopped', () => {
  it('stays when it is stopped while what was stopped before in its tab is dropped', async () => {
    await stops.put(TAB, FIRST);
    await Promise.all([stops.drop(TAB, FIRST.url), stops.put(TAB, SECOND)]);
    expect(await stops.claim(TAB)).toEqual(SECOND);
  });

  it('stays when it is stopped without a tab while others are dropped', async () => {
    const at = Date.now();
    await stops.put(undefined, { ...FIRST, at });
    await Promise.all([stops.drop(TAB, FIRST.url), stops.put(undefined, { ...SECOND, at })]);
    expect(await stops.claim(TAB)).toEqual({ ...SECOND, at });
  });

  it('is given to one guard page alone where it has no tab', async () => {
    await stops.put(undefined, { ...FIRST, at: Date.now() });
    const claimed = await Promise.all([stops.claim(TAB), stops.claim(TAB + 1)]);
    expect(claimed.filter(Boolean)).toHaveLength(1);
  });

  it('of a person is kept, however many a page has stopped after it', async () => {
    const now = Date.now();
    await stops.put(TAB, { ...stopped('mine', now - 60_000), by: 'shop.example' });
    for (let tab = 100; tab < 170; tab += 1)
      await stops.put(tab, { ...stopped('theirs', now + tab), by: 'evil.example' });
    expect(await stops.claim(TAB)).toMatchObject({ by: 'shop.example' });
  });

  it('that was in view is kept before those that were not', async () => {
    const now = Date.now();
    await stops.put(TAB, stopped('seen', now - 60_000));
    await stops.claim(TAB, true);
    for (let tab = 100; tab < 170; tab += 1) await stops.put(tab, stopped('a', now - 1000 + tab));
    expect(await stops.claim(TAB)).toBeDefined();
  });

  it('is kept of the newest fifty tabs, and for half an hour', async () => {
    const now = Date.now();
    for (let tab = 1; tab <= 60; tab += 1) await stops.put(tab, stopped('a', now - 60_000 + tab));
    expect(await stops.claim(10)).toBeUndefined();
    expect(await stops.claim(11)).toBeDefined();
    await stops.put(100, stopped('old', now - 31 * 60_000));
    await stops.put(101, FIRST);
    expect(await stops.claim(100)).toBeUndefined();
  });
});
