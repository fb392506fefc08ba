import { soundNow } from '../domain/due/zone.ts';
import type { Clock } from '../flows/ports/browser.ts';
import { localZone } from '../texts/due/zone.ts';
import { browser } from './browser.ts';

/**
 * Whether this is the build for tests that go through the days (`wxt build --mode clock`). In every other build all
 * that depends on it is left out.
 */
const SETTABLE = import.meta.env.MODE === 'clock';

const KEY = 'test-clock';

/** By how much the clock is ahead of the browser's: ms. */
let ahead = 0;

/** The UTC instant in ms of the browser's own clock at which ours shows this instant. */
export const onBrowsersClock = (instant: number): number => instant - ahead;

export const clock: Clock = {
  now: () => soundNow(Date.now() + ahead),
  timeZone: () => localZone().id,
};

/** The alarm lies on the browser's clock: it moves with ours, and one that was slept over rings at once. */
async function moveAlarm(name: string, before: number): Promise<void> {
  const standing = await browser.alarms.get(name);
  if (!standing) return;
  const at = standing.scheduledTime + before;
  browser.alarms.create(name, { when: Math.max(Date.now(), onBrowsersClock(at)) });
}

/** Lets a test set the clock. Resolves once it is known how it is set. */
export async function watchClock(alarmName: string): Promise<void> {
  if (!SETTABLE) return;
  browser.storage.onChanged.addListener((changes, area) => {
    const change = changes[KEY];
    if (area !== 'local' || !change) return;
    ahead = Number(change.newValue ?? 0);
    void moveAlarm(alarmName, Number(change.oldValue ?? 0));
  });
  ahead = Number((await browser.storage.local.get(KEY))[KEY] ?? 0);
}
