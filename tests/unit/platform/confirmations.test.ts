import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { confirmations } from '@/utils/platform/store/confirmations.ts';

const TAB = 7;
const seen = (app: string, at = Date.now()) => ({ marketplace: 'amazon', kind: 'amazon', app, at }) as const;

beforeEach(() => fakeBrowser.reset());

it('the last confirmation of a tab is known at once, until it is dropped', async () => {
  void confirmations.put(TAB, seen('one'));
  void confirmations.put(TAB + 1, seen('other'));
  void confirmations.put(TAB, seen('two'));
  expect(await confirmations.get(TAB)).toMatchObject({ app: 'two' });
  await confirmations.drop(TAB);
  expect(await confirmations.get(TAB)).toBeUndefined();
  expect(await confirmations.get(TAB + 1)).toMatchObject({ app: 'other' });
});

it('confirmations are kept of fifty tabs, and for half an hour', async () => {
  await confirmations.put(200, seen('old', Date.now() - 31 * 60_000));
  expect(await confirmations.get(200)).toBeUndefined();
  for (let tab = 1; tab <= 60; tab += 1) await confirmations.put(tab, seen('a'));
  expect(await confirmations.get(10)).toBeUndefined();
  expect(await confirmations.get(11)).toBeDefined();
});
