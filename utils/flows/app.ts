import { createAccounts } from './connections/accounts.ts';
import { createChecklists } from './connections/checklist.ts';
import { createConnectionFlow } from './connections/connections.ts';
import { createDashboard } from './connections/dashboard.ts';
import { createFiles } from './data/files.ts';
import { createSync } from './data/sync.ts';
import { draw } from './due/badge.ts';
import { releaseDone } from './due/queue.ts';
import { createReminders } from './due/reminders.ts';
import { holding } from './engine/held-runs.ts';
import { observed } from './engine/observed.ts';
import { putAwayLeft } from './engine/put-away.ts';
import { createRuns } from './engine/runs.ts';
import { takeUpdate } from './engine/update.ts';
import { createUpkeep } from './engine/upkeep.ts';
import { keepWatching } from './engine/watching.ts';
import { createGuard } from './guard/guard.ts';
import { createPrivateRenewals } from './guard/private.ts';
import { createPolicyFlow } from './policy/managed.ts';
import type { Ports } from './ports/ports.ts';
import { createSerial } from './ports/serial.ts';
import { createDoctor } from './reading/doctor.ts';
import { overview, readObstacles } from './reading/overview.ts';
import { createCallbacks } from './renewal/callbacks.ts';
import { createPages } from './renewal/pages.ts';
import { createShopPopups } from './renewal/popups.ts';
import { createRenewals } from './renewal/renewal.ts';
import { createRunContainers } from './renewal/run-containers.ts';

/** The badge is drawn again for a page that is read, if that was not done for this long: ms. */
const DRAWN_FOR = 60_000;

/**
 * All flows over one set of ports, as the background has them.
 *
 * @param outside The real outside; everything in here sees it through {@link observed}.
 */
export function createApp(outside: Ports) {
  const ports = observed({ ...outside, memory: holding(outside.memory) }, () => upkeep.changed());
  const runs = createRuns(ports);
  const answers = createSerial();
  const reminders = createReminders(ports);
  const callbacks = createCallbacks(ports, runs, answers);
  const containers = createRunContainers(ports, runs);
  const dashboard = createDashboard(ports, runs, containers.release);
  const doctor = createDoctor(ports);
  const managed = createPolicyFlow(ports, runs);
  let drawnAt = Number.NEGATIVE_INFINITY;

  async function drawBadge(): Promise<void> {
    await draw(ports, upkeep.undone().length > 0);
    drawnAt = ports.clock.now();
  }

  let isIndexSound = false;
  /** Once for each worker, behind all else: what was written around us, or lost, is in no index. */
  async function mendIndex(): Promise<void> {
    if (isIndexSound) return;
    if (await ports.upcoming.mend()) await drawBadge();
    isIndexSound = true;
  }

  /** Not in the middle of an answer or of a run's step: all that is in memory goes with the old version. */
  const updated = (): Promise<void> => answers(() => runs.alone(() => takeUpdate(ports)));

  /** What should be, after every change; the first ones are what others build on. */
  const upkeep = createUpkeep([
    { name: 'watching', mend: () => keepWatching(ports) },
    { name: 'runs', mend: () => runs.mend(false) },
    { name: 'release', mend: () => releaseDone(ports, runs) },
    { name: 'containers', mend: containers.leaveEmpty },
    { name: 'left lying', mend: () => putAwayLeft(ports) },
    { name: 'badge', mend: drawBadge },
    { name: 'reminders', mend: reminders.look },
    { name: 'update', mend: updated },
    { name: 'pages', mend: ports.toolbar.changed },
    { name: 'index', mend: mendIndex },
  ]);

  /** A page of ours was read: the day may be another one since the badge was drawn. Nobody waits for that. */
  async function looked(): Promise<void> {
    if (Math.abs(ports.clock.now() - drawnAt) >= DRAWN_FOR) await drawBadge().catch(() => undefined);
  }

  return {
    /** The outside as the flows see it: who changes it through these is noticed. */
    ports,
    reading: {
      overview: () => overview(ports).finally(() => void looked()),
      obstacles: () => readObstacles(ports).finally(() => void looked()),
    },
    runs,
    reminders,
    doctor,
    guard: createGuard(ports, runs, doctor),
    callbacks,
    containers,
    pages: createPages(ports, runs),
    renewals: createRenewals(ports, runs, containers, doctor),
    connections: createConnectionFlow(ports),
    dashboard,
    accounts: createAccounts(ports, runs),
    checklist: createChecklists(ports, runs),
    popups: createShopPopups(ports, runs),
    privately: createPrivateRenewals(ports, runs),
    files: createFiles(ports, runs, managed.apply),
    sync: createSync(ports, runs),
    managed,
    /** A new version waits. It is taken once nobody's cookies are set aside: they would be gone with it. */
    updateWaits: updated,
    /** Something outside has changed: badge, alarm and pages follow. */
    changed: upkeep.changed,
    /** What could not be done, and is tried again. */
    undone: upkeep.undone,
    /** Once everything that was begun has come to its end. */
    async idle(): Promise<void> {
      await answers(() => runs.alone(async () => undefined));
      await runs.left();
      await upkeep.idle();
      await runs.left();
      await runs.alone(async () => undefined);
      await upkeep.idle();
    },
    /**
     * Resumes unfinished work: on every start of the worker, and before anything else. Never rejects: what fails here
     * must not keep the guard and the pages from answering. What nobody has to wait for comes behind it.
     */
    async wake(): Promise<void> {
      await upkeep.first([
        { name: 'rules', mend: ports.guardRules.ensure },
        { name: 'watching', mend: () => keepWatching(ports) },
        { name: 'exemptions', mend: async () => ports.guardRules.exempt(await ports.exemptions.all()) },
        { name: 'policy', mend: managed.apply },
        { name: 'runs', mend: () => runs.mend(true) },
        { name: 'answers', mend: callbacks.readPendingAnswers },
        { name: 'half-made containers', mend: containers.tidy },
        { name: 'markers', mend: doctor.tidy },
        { name: 'bin', mend: dashboard.tidy },
      ]);
      upkeep.changed();
    },
  };
}

export type App = ReturnType<typeof createApp>;
