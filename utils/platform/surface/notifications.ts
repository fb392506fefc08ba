import type { Notifications } from '../../flows/ports/browser.ts';
import { reminderText } from '../../texts/due/reminders.ts';
import { browser } from '../browser.ts';

/** The notification about several connections; one about a single connection has its id behind it. */
const REMINDER = 'reminder';

const idOf = (connectionId?: string): string =>
  connectionId === undefined ? REMINDER : `${REMINDER}:${connectionId}`;

/** The API is there only while the person allows it. */
const api = (): typeof browser.notifications | undefined => browser.notifications;

/** Notifications of the system. One that is shown again takes the place of the first. */
export const notifications: Notifications = {
  async show(due) {
    const [first, ...others] = due;
    if (!first) return false;
    const id = idOf(others.length === 0 ? first.connection.id : undefined);
    const iconUrl = browser.runtime.getURL('/icon/128.png');
    const shown = await api()
      ?.create(id, { type: 'basic', iconUrl, ...reminderText(due) })
      .catch(() => undefined);
    return shown !== undefined;
  },
  async withdraw(connectionId) {
    await api()?.clear(idOf(connectionId));
  },
};

/** Whether the person allows notifications. */
export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['notifications'] });
}

/** Asks for notifications. To be called first thing in a click's handler: the browser wants the gesture. */
export function askToNotify(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['notifications'] });
}

/** Rings until the background has begun anew. */
const ANEW = 'begin-anew';

/** A background without work has ended long before. */
const ANEW_MINUTES = 1;

/**
 * A stopped background is wakened for a press only if it listened from its beginning (Firefox 153): where it could not
 * yet, it is to begin once more soon, so that what is shown now can be pressed later.
 */
function beginAnew(): void {
  browser.alarms.create(ANEW, { delayInMinutes: ANEW_MINUTES });
}

/**
 * Calls back when a reminder is clicked, with its connection where it is about one alone. The browser hears of it
 * from the moment on in which notifications are allowed.
 */
export function onReminderClicked(listener: (connectionId: string | undefined) => void): void {
  const clicked = (id: string): void => {
    const [kind, connectionId] = id.split(':', 2);
    if (kind === REMINDER) listener(connectionId);
  };
  const listen = (): boolean => {
    if (api()?.onClicked.hasListener(clicked) === false) api()?.onClicked.addListener(clicked);
    return api() !== undefined;
  };
  const fromTheBeginning = listen();
  browser.permissions.onAdded.addListener(() => {
    const isLate = listen() && !fromTheBeginning;
    if (import.meta.env.FIREFOX && isLate) beginAnew();
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ANEW && !fromTheBeginning) beginAnew();
  });
}
