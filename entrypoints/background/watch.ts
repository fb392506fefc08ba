import { classifyUrl, placeOfHost } from '@/utils/domain/consent-url.ts';
import { handoffMatches } from '@/utils/domain/host-patterns.ts';
import { redraw } from '@/utils/flows/badge.ts';
import type { House } from '@/utils/flows/house.ts';
import type { Ports } from '@/utils/flows/ports.ts';
import { ALARM_NAME } from '@/utils/platform/alarm.ts';
import { browser } from '@/utils/platform/browser.ts';
import { guardUrl } from '@/utils/platform/gate.ts';
import { jarOfTab } from '@/utils/platform/jars.ts';

/**
 * Redirects on the consents' hosts: the guard's own, and the first hop to a callback.
 *
 * Not narrowed to main frames: behind a page's own service worker Chromium reports a navigation as an
 * `xmlhttprequest` without a tab (seen on Chromium 156).
 */
export function watchRequests(house: House, ready: Promise<void>): void {
  browser.webRequest.onBeforeRedirect.addListener(
    (details) => {
      const tabId = details.tabId < 0 ? undefined : details.tabId;
      const navigates = details.type === 'main_frame' || tabId === undefined;
      if (!navigates) return;
      if (details.redirectUrl === guardUrl()) {
        void ready.then(() => house.guard.stopped(details.url, tabId));
        return;
      }
      const from = placeOfHost(URL.parse(details.url)?.hostname ?? '')?.marketplace.id;
      if (!from) return;
      const callback = classifyUrl(details.redirectUrl, { from });
      if (callback.step !== 'callback') return;
      const jar = jarOfTab(details);
      void ready.then(() => house.callbacks.handedOff({ from: details.url, callback, tabId, jar }));
    },
    { urls: handoffMatches(), types: ['main_frame', 'xmlhttprequest'] },
  );
}

/** Closed tabs end what lived in them. */
export function watchTabs(house: House, ports: Ports, ready: Promise<void>): void {
  browser.tabs.onRemoved.addListener((tabId) => {
    void ready.then(async () => {
      await ports.stops.drop(tabId);
      for (const run of await house.runs.living()) {
        await house.runs.dispatch(run.id, { type: 'tab-closed', tabId, at: ports.clock.now() });
      }
    });
  });
}

/** Midnight, and a look at living runs. */
export function watchAlarm(house: House, ready: Promise<void>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM_NAME) void ready.then(() => house.renewals.tick());
  });
}

/** A host permission that is withdrawn takes the guard with it, and the badge says so. */
export function watchPermissions(ports: Ports, ready: Promise<void>): void {
  const redrawn = (): void => void ready.then(() => redraw(ports));
  browser.permissions.onAdded.addListener(redrawn);
  browser.permissions.onRemoved.addListener(redrawn);
  // The start itself wakes the worker; the badge lasts only for the browser's session and is drawn anew then.
  browser.runtime.onStartup.addListener(redrawn);
  browser.runtime.onInstalled.addListener(redrawn);
}
