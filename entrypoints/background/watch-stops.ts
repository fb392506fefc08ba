import { handoffMatches, watchedHosts } from '@/utils/domain/address/host-patterns.ts';
import { placeUnder } from '@/utils/domain/address/place.ts';
import type { App } from '@/utils/flows/app.ts';
import { browser } from '@/utils/platform/browser.ts';
import { guardUrl } from '@/utils/platform/guard/guard-rules.ts';
import { jarOfTab } from '@/utils/platform/jars/jars.ts';
import { navigatedTab, type SeenRequest } from './seen-request.ts';

/** Whether a form was sent by a page that is not the marketplace's own. */
function isPosted({ method, url, initiator, originUrl }: SeenRequest): boolean {
  const from = URL.parse(initiator ?? originUrl ?? '')?.hostname ?? '';
  const to = URL.parse(url)?.hostname ?? '';
  return method === 'POST' && placeUnder(from)?.marketplace !== placeUnder(to)?.marketplace;
}

/**
 * What the guard stops. An address is seen twice: when it is asked for, and when it is redirected to the guard. Chromium
 * leaves the second out after another site's redirect (seen on Chromium 156), so the first is heard for every
 * navigation to a marketplace, whatever its host and spelling.
 */
export function watchStops(app: App, ready: Promise<void>): void {
  const asked = (details: SeenRequest, redirected?: true): void => {
    const tabId = navigatedTab(details);
    if (tabId === null) return;
    if (tabId !== undefined && !redirected) void app.callbacks.passing(details.url, tabId);
    const jar = tabId === undefined ? undefined : jarOfTab(details);
    const posted = isPosted(details) && { posted: true as const };
    const seen = { ...(redirected && { redirected }), ...posted };
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
      if (details.redirectUrl === guardUrl()) asked(details, true);
    },
    { urls: watchedHosts(), types: ['main_frame', 'xmlhttprequest'] },
  );
}
