import { createAccountDesk } from './accounts.ts';
import { redraw } from './badge.ts';
import { createCallbacks } from './callbacks.ts';
import { createChecklistDesk } from './checklist.ts';
import { createConnectionDesk } from './connections.ts';
import { createContainerDesk } from './container-desk.ts';
import { createDashboard } from './dashboard.ts';
import { createDoctor } from './doctor.ts';
import { createFileDesk } from './files.ts';
import { createGuardDesk } from './guard.ts';
import { createLine } from './line.ts';
import { createManagedDesk } from './managed.ts';
import { createPages } from './pages.ts';
import { createPopupDesk } from './popups.ts';
import type { Ports } from './ports.ts';
import { createPrivateDesk } from './private.ts';
import { releaseDone } from './queue.ts';
import { createReminders } from './reminders.ts';
import { createRenewals } from './renewal.ts';
import { createRuns, type Runs } from './runs.ts';
import { createSyncDesk } from './sync.ts';
import { takeUpdate } from './update.ts';

/** All flows over one set of ports, as the background has them. */
export function createHouse(ports: Ports) {
  const reminders = createReminders(ports);
  const runs: Runs = createRuns(ports, async () => {
    await Promise.all([redraw(ports), reminders.look()]);
    await takeUpdate(ports);
    // Not awaited: it tells runs, one after the other, and this is within such a turn.
    void releaseDone(ports, runs).catch(() => undefined);
  });
  const answers = createLine();
  const callbacks = createCallbacks(ports, runs, answers);
  const containers = createContainerDesk(ports, runs);
  const dashboard = createDashboard(ports, containers.release);
  const doctor = createDoctor(ports);
  const managed = createManagedDesk(ports);
  return {
    runs,
    reminders,
    doctor,
    guard: createGuardDesk(ports, runs, doctor),
    callbacks,
    containers,
    pages: createPages(ports, runs, answers),
    renewals: createRenewals(ports, runs, containers, doctor),
    connections: createConnectionDesk(ports),
    dashboard,
    accounts: createAccountDesk(ports, runs),
    checklist: createChecklistDesk(ports, runs),
    popups: createPopupDesk(ports, runs),
    privately: createPrivateDesk(ports, runs),
    files: createFileDesk(ports, managed.apply),
    sync: createSyncDesk(ports),
    managed,
    /** A new version waits. It is taken once nobody's cookies are set aside: they would be gone with it. */
    updateWaits: (): Promise<void> => takeUpdate(ports),
    /**
     * Takes up what is left from before: on every wake, and before anything else. Never rejects: what fails here must
     * not keep the guard and the pages from answering.
     */
    async wake(): Promise<void> {
      const noted = (error: unknown): Promise<void> => ports.health.database(true, error);
      await ports.gate.ensure();
      await ports.exemptions.all().then(ports.gate.exempt).catch(noted);
      await managed.apply().catch(noted);
      await runs.resume().catch(noted);
      await callbacks.readLetters().catch(noted);
      await containers.tidy().catch(noted);
      await dashboard.tidy().catch(noted);
      await doctor.tidy();
    },
  };
}

export type House = ReturnType<typeof createHouse>;
