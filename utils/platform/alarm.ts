import type { Alarm } from '../flows/ports/browser.ts';
import { browser } from './browser.ts';
import { onBrowsersClock } from './clock.ts';

/** The one alarm; what is due is found out from the data when it rings. */
export const ALARM_NAME = 'due';

/** An appointment that is this near to the wanted instant is good enough: ms. */
const TOLERANCE = 1000;

/** Wakes the worker. An alarm that stands is left alone: making it anew on every wake would put it off for ever. */
export const alarm: Alarm = {
  async at(instant) {
    const when = onBrowsersClock(instant);
    const standing = await browser.alarms.get(ALARM_NAME);
    if (standing && standing.scheduledTime > Date.now() && standing.scheduledTime <= when + TOLERANCE) return;
    browser.alarms.create(ALARM_NAME, { when });
  },
};
