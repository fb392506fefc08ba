import { defineBackground } from 'wxt/utils/define-background';
import { createHouse } from '@/utils/flows/house.ts';
import { ALARM_NAME } from '@/utils/platform/alarm.ts';
import { watchClock } from '@/utils/platform/clock.ts';
import { answerMessages } from './messages.ts';
import { createPorts } from './ports.ts';
import {
  watchAlarm,
  watchContainers,
  watchLetters,
  watchMarkers,
  watchPermissions,
  watchPolicy,
  watchReminders,
  watchRequests,
  watchSync,
  watchTabs,
  watchUpdates,
  watchWindows,
} from './watch.ts';

/**
 * The composition root. Every listener is registered here, synchronously: the browser starts this script anew for
 * each event, and an event without its listener is lost.
 */
export default defineBackground(() => {
  const ports = createPorts();
  const house = createHouse(ports);
  const ready = watchClock(ALARM_NAME).then(() => house.wake());

  watchRequests(house, ready);
  watchMarkers(house, ready);
  watchTabs(house, ports, ready);
  watchWindows(house, ready);
  watchContainers(house, ready);
  watchLetters(house, ready);
  watchPolicy(house, ready);
  watchSync(house, ready);
  watchAlarm(house, ready);
  watchReminders(ports, ready);
  watchPermissions(house, ports, ready);
  watchUpdates(house, ready);
  answerMessages(house, ports, ready);
});
