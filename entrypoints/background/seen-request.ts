import type { WebRequest } from '@/utils/platform/browser.ts';

/** What the browser tells of a request. */
export interface SeenRequest {
  url: string;
  type: WebRequest.ResourceType;
  tabId: number;
  method?: string;
  cookieStoreId?: string;
  incognito?: boolean;
  /** Whose page began it: Chromium's and Firefox's name for that. */
  initiator?: string;
  originUrl?: string;
}

/**
 * The tab that a request navigates; undefined for the tabless `xmlhttprequest` as which the browsers report a
 * navigation behind a page's own service worker, and null where nothing navigates (Chromium 156, Firefox 153).
 */
export function navigatedTab({ type, tabId }: SeenRequest): number | undefined | null {
  if (tabId < 0) return undefined;
  return type === 'main_frame' ? tabId : null;
}
