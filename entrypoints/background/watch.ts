import { answerOf, returnedTo } from '@/utils/domain/address/answer/answer.ts';
import { handoffMatches } from '@/utils/domain/address/host-patterns.ts';
import { httpError } from '@/utils/domain/run/page/http-error.ts';
import { markerMatches, markersIn } from '@/utils/domain/session/marker.ts';
import type { App } from '@/utils/flows/app.ts';
import type { Ports } from '@/utils/flows/ports/ports.ts';
import { ALARM_NAME } from '@/utils/platform/alarm.ts';
import { browser, type WebRequest } from '@/utils/platform/browser.ts';
import { guardUrl } from '@/utils/platform/guard/guard-rules.ts';
import { hasStandIn, standInClosed } from '@/utils/platform/guard/stand-ins.ts';
import { IN_PRIVATE_INSTANCE } from '@/utils/platform/instance.ts';
import { onContainerRemoved } from '@/utils/platform/jars/containers.ts';
import { jarOfTab } from '@/utils/platform/jars/jars.ts';
import { onSelection } from '@/utils/platform/jars/selection.ts';
import { onPolicy } from '@/utils/platform/policy.ts';
import { onPendingAnswer } from '@/utils/platform/store/pending-answers.ts';
import { onSyncDue } from '@/utils/platform/store/sync-area.ts';
import { onReminderClicked } from '@/utils/platform/surface/notifications.ts';
import { onChanged } from '@/utils/platform/surface/toolbar.ts';
import { onUpdate } from '@/utils/platform/updates.ts';
import { navigatedTab, type SeenRequest } from './seen-request.ts';

const RESOURCE_TYPES: WebRequest.ResourceType[] = ['main_frame', 'xmlhttprequest'];

/** A page that was answered with an error may name it better than its status does: so long it is left to be read, ms. */
const PAGE_FIRST = 1500;

/** The first hop to a callback. */
export function watchRequests(app: App, ready: Promise<void>): void {
  const redirected = (details: SeenRequest, to: string): void => {
    const tabId = navigatedTab(details);
    if (tabId === null) return;
    const answer = answerOf(details.url, to);
    const { host, marketplace } = returnedTo(details.url, to) ?? {};
    const jar = jarOfTab(details);
    if (answer) void ready.then(() => app.callbacks.seen({ answer, tabId, jar, host }));
    else if (host && marketplace) void ready.then(() => app.callbacks.returned(marketplace, host, tabId));
  };
  browser.webRequest.onBeforeRedirect.addListener(
    (details) => {
      if (details.redirectUrl !== guardUrl()) redirected(details, details.redirectUrl);
    },
    { urls: handoffMatches(), types: RESOURCE_TYPES },
  );
  browser.webRequest.onCompleted.addListener(
    ({ url, tabId, statusCode }) => {
      if (httpError(statusCode) === undefined) return;
      setTimeout(() => void ready.then(() => app.pages.refused(tabId, url, statusCode)), PAGE_FIRST);
    },
    { urls: handoffMatches(), types: ['main_frame'] },
  );
  if (import.meta.env.FIREFOX) watchWorkersRedirects(redirected);
}

/**
 * Behind a page's own service worker Firefox tells of no redirect: the worker's fetch ends with the answer, and the
 * page goes on unseen (seen on Firefox 153). So the answer's own header is read.
 */
function watchWorkersRedirects(redirected: (details: SeenRequest, to: string) => void): void {
  browser.webRequest.onHeadersReceived.addListener(
    (details) => {
      const { tabId, url, statusCode, responseHeaders } = details;
      if (tabId >= 0 || statusCode < 300 || statusCode > 399) return undefined;
      const location = responseHeaders?.find(({ name }) => name.toLowerCase() === 'location')?.value;
      const to = location === undefined ? null : URL.parse(location, url);
      if (to) redirected(details, to.href);
      return undefined;
    },
    { urls: handoffMatches(), types: ['xmlhttprequest'] },
    ['responseHeaders'],
  );
}

/**
 * Which markers a tab was about to send. Chromium tells of a request's cookies before it refuses the port, to those who
 * ask for extra headers (seen on Chromium 156).
 */
export function watchMarkers(app: App, ready: Promise<void>): void {
  if (import.meta.env.FIREFOX) return;
  browser.webRequest.onSendHeaders.addListener(
    ({ tabId, requestHeaders }) => {
      const header = requestHeaders?.find(({ name }) => name.toLowerCase() === 'cookie')?.value ?? '';
      void ready.then(() => app.doctor.told(tabId, markersIn(header)));
    },
    { urls: markerMatches(), types: ['sub_frame'] },
    // The polyfill's types are Firefox's.
    ['requestHeaders', 'extraHeaders' as 'requestHeaders'],
  );
}

/** The account that a marketplace's pages act for is one for the whole session, whichever tab chose it. */
export function watchSelection(app: App, ready: Promise<void>): void {
  onSelection((marketplace, jar) => void ready.then(() => app.pages.switched(marketplace, jar)));
}

/** Closed tabs end what lived in them. */
export function watchTabs(app: App, ports: Ports, ready: Promise<void>): void {
  browser.tabs.onRemoved.addListener((tabId) => {
    void ready.then(async () => {
      await standInClosed(tabId);
      const isWaitedFor = await hasStandIn(tabId);
      await ports.stops.drop(tabId);
      await ports.confirmations.drop(tabId);
      await app.doctor.closed(tabId);
      for (const run of await app.runs.living()) {
        await app.runs.dispatch(run.id, { type: 'tab-closed', tabId, at: ports.clock.now() });
      }
      await app.containers.tabClosed(tabId);
      if (isWaitedFor) app.changed();
    });
  });
}

/** The last private window takes with it what was known of it. */
export function watchWindows(app: App, ready: Promise<void>): void {
  browser.windows.onRemoved.addListener(() => void ready.then(() => app.privately.windowClosed()));
}

/** Containers that somebody removes. */
export function watchContainers(app: App, ready: Promise<void>): void {
  onContainerRemoved((jar) => void ready.then(() => app.containers.removed(jar)));
}

/** Letters of pages that were left. */
export function watchPendingAnswers(app: App, ready: Promise<void>): void {
  onPendingAnswer(() => void ready.then(() => app.callbacks.readPendingAnswers()));
}

/** A new version of the extension. */
export function watchUpdates(app: App, ready: Promise<void>): void {
  onUpdate(() => void ready.then(() => app.updateWaits()));
}

/** Midnight, reminders, and a look at living runs. */
export function watchAlarm(app: App, ready: Promise<void>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== ALARM_NAME) return;
    void ready.then(async () => {
      await app.renewals.tick();
      app.changed();
    });
  });
}

/** A press on a reminder: on to the start of that renewal. Nothing is cleared before a press on our own page. */
export function watchReminders(ports: Ports, ready: Promise<void>): void {
  onReminderClicked((connectionId) => void ready.then(() => ports.toolbar.openStart(connectionId)));
}

/**
 * A host permission that is withdrawn takes the guard with it, and the badge says so. Given back, it lets what could
 * not be done without it be done: cookies that were to come back, say.
 */
export function watchPermissions(app: App, ready: Promise<void>): void {
  const redrawn = (): void => void ready.then(() => app.changed());
  const given = async (): Promise<void> => {
    await ready;
    await app.wake();
    await app.popups.permitted();
    redrawn();
  };
  browser.permissions.onAdded.addListener(() => void given());
  browser.permissions.onRemoved.addListener(redrawn);
  // The start itself wakes the worker; the badge lasts only for the browser's session and is drawn anew then.
  browser.runtime.onStartup.addListener(redrawn);
  browser.runtime.onInstalled.addListener(redrawn);
}

/** Changes here and on the person's other machines. Private windows have nothing to compare. */
export function watchSync(app: App, ready: Promise<void>): void {
  if (!IN_PRIVATE_INSTANCE) onSyncDue(() => ready.then(() => app.sync.compare()), onChanged);
}

/** A policy that the organisation changes while the browser runs. */
export function watchPolicy(app: App, ready: Promise<void>): void {
  onPolicy(() => void ready.then(() => app.managed.apply()));
}
