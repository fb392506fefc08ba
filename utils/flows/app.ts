import { createAccounts } from './connections/accounts.ts';
import { createChecklists } from './connections/checklist.ts';
import { createConnectionFlow } from './connections/connections.ts';
import { createDashboard } from './connections/dashboard.ts';
import { createFiles } from './data/files.ts';
import { createSync } from './data/sync.ts';
import { redraw } from './due/badge.ts';
import { releaseDone } from './due/queue.ts';
import { createReminders } from './due/reminders.ts';
import { createRuns, type Runs } from './engine/runs.ts';
import { takeUpdate } from './engine/update.ts';
import { createGuard } from './guard/guard.ts';
import { createPrivateRenewals } from './guard/private.ts';
import { createPolicyFlow } from './policy/managed.ts';
import type { Ports } from './ports/ports.ts';
import { createSerial } from './ports/serial.ts';
import { createDoctor } from './reading/doctor.ts';
import { createCallbacks } from './renewal/callbacks.ts';
import { createPages } from './renewal/pages.ts';
import { createShopPopups } from './renewal/popups.ts';
import { createRenewals } from './renewal/renewal.ts';
import { createRunContainers } from './renewal/run-containers.ts';

/** All flows over one set of ports, as the background has them. */
export function createApp(ports: Ports) {
  const reminders = createReminders(ports);
  const runs: Runs = createRuns(ports, async () => {
    await Promise.all([redraw(ports), reminders.look()]);
    await takeUpdate(ports);
    // Not awaited: it tells runs, one after the other, and this is within such a turn.
    void releaseDone(ports, runs).catch(() => undefined);
  });
  const answers = createSerial();
  const callbacks = createCallbacks(ports, runs, answers);
  const containers = createRunContainers(ports, runs);
  const dashboard = createDashboard(ports, containers.release);
  const doctor = createDoctor(ports);
  const managed = createPolicyFlow(ports);
  return {
    runs,
    reminders,
    doctor,
    guard: createGuard(ports, runs, doctor),
    callbacks,
    containers,
    pages: createPages(ports, runs, answers),
    renewals: createRenewals(ports, runs, containers, doctor),
    connections: createConnectionFlow(ports),
    dashboard,
    accounts: createAccounts(ports, runs),
    checklist: createChecklists(ports, runs),
    popups: createShopPopups(ports, runs),
    privately: createPrivateRenewals(ports, runs),
    files: createFiles(ports, managed.apply),
    sync: createSync(ports),
    managed,
    /** A new version waits. It is taken once nobody's cookies are set aside: they would be gone with it. */
    updateWaits: (): Promise<void> => takeUpdate(ports),
    /**
     * Takes up what is left from before: on every wake, and before anything else. Never rejects: what fails here must
     * not keep the guard and the pages from answering.
     */
    async wake(): Promise<void> {
      const noted = (error: unknown): Promise<void> => ports.health.database(true, error);
      await ports.guardRules.ensure();
      await ports.exemptions.all().then(ports.guardRules.exempt).catch(noted);
      await managed.apply().catch(noted);
      await runs.resume().catch(noted);
      await callbacks.readPendingAnswers().catch(noted);
      await containers.tidy().catch(noted);
      await dashboard.tidy().catch(noted);
      await doctor.tidy();
    },
  };
}

export type App = ReturnType<typeof createApp>;
