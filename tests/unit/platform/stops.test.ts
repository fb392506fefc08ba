import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { stops } from '@/utils/platform/store/run-store.ts';

const TAB = 7;
const FIRST = { url: 'https://sellercentral.amazon.de/apps/authorize/consent?application_id=one', at: 1 };
const SECOND = { url: 'https://sellercentral.amazon.de/apps/authorize/consent?application_id=two', at: 2 };

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
});
