import type { MessageSource } from '@/utils/messages/message.ts';
import { browser } from '@/utils/platform/browser.ts';
import { guardUrl } from '@/utils/platform/guard/guard-rules.ts';

/** What the browser itself says about a message's sender; nothing in here comes from the sender. */
interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?:
    | { id?: number | undefined; cookieStoreId?: string | undefined; incognito?: boolean; active?: boolean }
    | undefined;
}

/** A sender that may send what it sent. */
export interface TrustedSender {
  url: string;
  /** Set for guard pages and content scripts. */
  tab: { id: number; cookieStoreId?: string | undefined; incognito?: boolean; active?: boolean } | undefined;
}

/**
 * Whether a message may come from where it came from. Refused are: other extensions; frames; extension pages that
 * pretend to be content scripts and the other way round; and, for the guard's messages, every page but the guard.
 */
export function trusted(sender: Sender, from: MessageSource): TrustedSender | undefined {
  if (sender.id !== browser.runtime.id || sender.url === undefined || (sender.frameId ?? 0) !== 0)
    return undefined;
  const tab = sender.tab?.id === undefined ? undefined : { ...sender.tab, id: sender.tab.id };
  const ours = sender.url.startsWith(browser.runtime.getURL('/'));
  switch (from) {
    case 'content':
      return !ours && tab ? { url: sender.url, tab } : undefined;
    case 'guard':
      return URL.parse(sender.url)?.pathname === URL.parse(guardUrl())?.pathname && ours && tab
        ? { url: sender.url, tab }
        : undefined;
    case 'page':
      return ours ? { url: sender.url, tab } : undefined;
  }
}
