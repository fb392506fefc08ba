import { defineBackground } from 'wxt/utils/define-background';
import { createApp } from '@/utils/flows/app.ts';
import { ALARM_NAME } from '@/utils/platform/alarm.ts';
import { watchClock } from '@/utils/platform/clock.ts';
import { answerMenuAndKeys } from '@/utils/platform/surface/menu.ts';
import { welcomeAtInstall } from '@/utils/platform/surface/own-pages.ts';
import { answerMessages } from './messages.ts';
import { createPorts } from './ports.ts';
import {
  watchAlarm,
  watchContainers,
  watchMarkers,
  watchPendingAnswers,
  watchPermissions,
  watchPolicy,
  watchReminders,
  watchRequests,
  watchSelection,
  watchSync,
  watchTabs,
  watchUpdates,
  watchWindows,
} from './watch.ts';
import { watchStops } from './watch-stops.ts';

/**
 * The composition root. Every listener is registered here, synchronously: the browser starts this script anew for
 * each event, and an event without its listener is lost.
 */
export default defineBackground(() => {
  const ports = createPorts(() => void app.wake());
  const app = createApp(ports);
  const ready = watchClock(ALARM_NAME).then(() => app.wake());

  watchStops(app, ready);
  watchRequests(app, ready);
  watchMarkers(app, ready);
  watchSelection(app, ready);
  watchTabs(app, ports, ready);
  watchWindows(app, ready);
  watchContainers(app, ready);
  watchPendingAnswers(app, ready);
  watchPolicy(app, ready);
  watchSync(app, ready);
  watchAlarm(app, ready);
  watchReminders(ports, ready);
  watchPermissions(app, ready);
  watchUpdates(app, ready);
  welcomeAtInstall();
  answerMenuAndKeys();
  answerMessages(app, ready);
});
