import { describe, expect, it } from 'vitest';
import { trusted } from '@/entrypoints/background/sender.ts';
import type { MessageSource } from '@/utils/messages/message.ts';
import { browser } from '@/utils/platform/browser.ts';

const { id } = browser.runtime;
const ours = (path: string): string => browser.runtime.getURL(path);
const AMAZON = 'https://sellercentral.amazon.de/apps/authorize/consent';
const tab = { id: 7, incognito: false };

const page = { id, url: ours('/popup.html'), frameId: 0 };
const guard = { id, url: ours('/guard.html'), frameId: 0, tab };
const content = { id, url: AMAZON, frameId: 0, tab };

describe('who may send what', () => {
  it.each<[MessageSource, object]>([
    ['page', page],
    ['page', { ...page, tab }],
    ['guard', guard],
    ['content', content],
  ])('takes "%s" from where it belongs', (from, sender) => {
    expect(trusted(sender, from)).toMatchObject({ url: (sender as { url: string }).url });
  });

  it.each<[string, MessageSource, object]>([
    ['another extension', 'page', { ...page, id: 'somebody-else' }],
    ['a sender without an address', 'page', { id, frameId: 0 }],
    ['a frame with our page in it', 'guard', { ...guard, frameId: 3 }],
    ['a frame of a marketplace’s page', 'content', { ...content, frameId: 3 }],
    ['a content script that plays the guard', 'guard', content],
    ['a content script that plays a page of ours', 'page', content],
    ['a page of ours that plays a content script', 'content', { ...page, tab }],
    ['another page of ours that plays the guard', 'guard', { ...page, tab }],
    ['a guard without a tab', 'guard', { ...guard, tab: undefined }],
    ['a content script without a tab', 'content', { ...content, tab: undefined }],
    [
      'an address that only begins like ours',
      'page',
      { ...page, url: `${ours('/').slice(0, -1)}.evil.example/` },
    ],
    ['a guard’s name under another path', 'guard', { ...guard, url: ours('/x/guard.html') }],
  ])('refuses %s', (_, from, sender) => {
    expect(trusted(sender, from)).toBeUndefined();
  });
});
