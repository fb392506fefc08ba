import { handoffMatches, watchedHosts } from '@/utils/domain/address/host-patterns.ts';
import { placeUnder } from '@/utils/domain/address/place.ts';
import type { App } from '@/utils/flows/app.ts';
import { browser } from '@/utils/platform/browser.ts';
import { guardUrl } from '@/utils/platform/guard/guard-rules.ts';
import { jarOfTab } from '@/utils/platform/jars/jars.ts';
import { navigatedTab, type SeenRequest } from './seen-request.ts';

/** How Firefox tells that a rule ended a request; what the user or a page ends has another name (Firefox 153). */
const ENDED = 'NS_ERROR_ABORT';

/** The host of the page that began a request; empty where the user or another program did. */
const beganBy = ({ initiator, originUrl }: SeenRequest): string =>
  URL.parse(initiator ?? originUrl ?? '')?.hostname ?? '';

/** Whether a form was sent by a page that is not the marketplace's own. */
function isPosted(request: SeenRequest): boolean {
  const { method, url } = request;
  const from = beganBy(request);
  const to = URL.parse(url)?.hostname ?? '';
  return method === 'POST' && placeUnder(from)?.marketplace !== placeUnder(to)?.marketplace;
}

/**
 * What the guard stops. An address is seen twice: when it is asked for, and when it is redirected to the guard, or in
 * Firefox just ends. Chromium leaves the second out after another site's redirect (seen on Chromium 156), so the first is
 * heard for every navigation to a marketplace, whatever its host and spelling.
 */
export function watchStops(app: App, ready: Promise<void>): void {
  const asked = (details: SeenRequest, sure?: 'at-guard' | 'ended'): void => {
    const tabId = navigatedTab(details);
    if (tabId === null) return;
    if (tabId !== undefined && !sure) void app.callbacks.passing(details.url, tabId);
    const jar = tabId === undefined ? undefined : jarOfTab(details);
    const posted = isPosted(details) && { posted: true as const };
    const by = beganBy(details);
    const seen = { ...(sure && { sure }), ...posted, ...(by && { by }) };
    void app.guard.stopped(details.url, tabId, jar, seen, ready);
  };
  const listen = (details: SeenRequest): undefined => {
    asked(details);
    return undefined;
  };
  browser.webRequest.onBeforeRequest.addListener(listen, { urls: watchedHosts(), types: ['main_frame'] });
  browser.webRequest.onBeforeRequest.addListener(listen, {
    urls: handoffMatches(),
    types: ['xmlhttprequest'],
  });
  browser.webRequest.onBeforeRedirect.addListener(
    (details) => {
      if (details.redirectUrl === guardUrl()) asked(details, 'at-guard');
    },
    { urls: watchedHosts(), types: ['main_frame', 'xmlhttprequest'] },
  );
  if (!import.meta.env.FIREFOX) return;
  browser.webRequest.onErrorOccurred.addListener(
    (details) => {
      if (details.error === ENDED) asked(details, 'ended');
    },
    { urls: watchedHosts(), types: ['main_frame'] },
  );
}
