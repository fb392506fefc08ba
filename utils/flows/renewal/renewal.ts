import { readAddress } from '../../domain/address/address.ts';
import { unbroken } from '../../domain/address/url-parts.ts';
import { kindsNeeded } from '../../domain/integrations/index.ts';
import type { Run } from '../../domain/run/run.ts';
import type { RunChoice } from '../../domain/run/run-choice.ts';
import type { RunMode } from '../../domain/session/modes.ts';
import type { Obstacle } from '../../domain/session/obstacle.ts';
import { isPrivate } from '../../domain/session/private.ts';
import { putAwayWrong } from '../connections/accounts.ts';
import { rememberMode } from '../connections/remember.ts';
import { othersDue, predecessorOf, releaseDone } from '../due/queue.ts';
import { type Preview, previewClean, tabsBehind } from '../engine/effects/clean.ts';
import type { Runs } from '../engine/runs.ts';
import { keepWatching } from '../engine/watching.ts';
import { openPrivately } from '../guard/private.ts';
import { connectionOf } from '../ports/connection-of.ts';
import type { Ports } from '../ports/ports.ts';
import type { Doctor } from '../reading/doctor.ts';
import type { Outcome } from '../reading/views.ts';
import type { RunContainers } from './run-containers.ts';

/** What a start from the pop-up would do. */
export interface StartPreview extends Preview {
  /** The name of the connection with whose sign-in it can go on: the same account's, just renewed. */
  follows?: string;
}

/** Whether the last page that a run's tab showed is one that is answered: from a sign-in people go elsewhere and back. */
function hasLeftConsent(run: Run): boolean {
  if (run.phase !== 'consenting' || run.returned) return false;
  const { step, lostApp } = run.progress;
  return !lostApp && (step === 'consent' || step === 'authorise');
}

/** Starting a renewal from the pop-up, and steering a living one. */
export function createRenewals(ports: Ports, runs: Runs, containers: RunContainers, doctor: Doctor) {
  const { connections, clock, tabs, ledger, health } = ports;

  return {
    /** What a clean start of this connection would touch now, or what is in its way. */
    async preview(
      connectionId: string,
      jar: string,
    ): Promise<StartPreview | { obstacle: Obstacle } | undefined> {
      const connection = await connections.get(connectionId);
      if (!connection) return undefined;
      const { marketplace, site } = connection;
      const obstacle = await doctor.beforeStart({ marketplace, site, jar });
      if (obstacle) return { obstacle };
      const before = await predecessorOf(ports, runs, connection, jar);
      const follows = before && (await connectionOf(ports, before))?.name;
      const preview = await previewClean(ports, marketplace, site, jar);
      return { ...preview, ...(follows !== undefined && { follows }) };
    },

    /**
     * Starts a run that waits for the software's authorise address.
     *
     * @param queued One of several that are due: the sign-in stays for the others of its account.
     */
    async start(connectionId: string, mode: RunMode, jar: string, queued = false): Promise<Outcome> {
      const connection = await connections.get(connectionId);
      if (!connection) return { ok: false, problem: 'connection-gone' };
      await rememberMode(ports, connection, mode);
      await putAwayWrong(ports, runs, connectionId);
      const before = mode === 'as-is' ? await predecessorOf(ports, runs, connection, jar) : undefined;
      const shares = queued && mode !== 'container' && (await othersDue(ports, connection));
      const begun = await runs.begin({
        id: ports.newId(),
        connectionId,
        marketplace: connection.marketplace,
        site: connection.site,
        mode,
        jar: mode === 'container' ? (connection.container?.jar ?? '') : jar,
        kinds: kindsNeeded(connection.integration, connection.marketplace),
        ...(before && { follows: before.id }),
        ...(shares && { shares }),
        at: clock.now(),
      });
      return 'busy' in begun ? { ok: false, problem: 'busy' } : { ok: true };
    },

    /** Opens an authorise address that another browser got: the guard stops it like any other. */
    async paste(text: string, privately: boolean): Promise<Outcome> {
      const url = unbroken(text);
      const { request } = readAddress(url);
      if (!request) return { ok: false, problem: 'not-an-authorise-address' };
      // Nothing would stop it: it would open in whatever session there is.
      if ((await health.withheld([request.domain])).length > 0) return { ok: false, problem: 'not-watched' };
      await keepWatching(ports);
      if (privately) return openPrivately(ports, url);
      await tabs.open(url);
      return { ok: true };
    },

    async choose(runId: string, choice: RunChoice): Promise<void> {
      const at = clock.now();
      switch (choice) {
        case 'clean-again':
        case 'keep-login':
        case 'put-back-again':
          return runs.dispatch(runId, { type: choice });
        case 'go-on-unclean':
        case 'reopen':
        case 'still-wanted':
        case 'finish':
          return runs.dispatch(runId, { type: choice, at });
        case 'worked':
        case 'not-worked':
        case 'still-at-it':
          return runs.dispatch(runId, { type: 'told', what: choice, at });
        case 'clear-instead':
          return runs.dispatch(runId, { type: 'clean-again', mode: 'clear' });
        case 'reload-tabs':
          for (const tab of await tabsBehind(ports, await runs.get(runId))) await tabs.reload(tab.id);
          return;
        case 'keep-container':
        case 'drop-container':
          return containers.keep(runId, choice === 'keep-container');
        case 'cancel':
          return runs.dispatch(runId, { type: 'end', reason: 'cancelled', at });
        case 'release':
          return runs.dispatch(runId, { type: choice });
        case 'put-away':
          if (isPrivate((await runs.get(runId)) ?? {})) return runs.forget([runId]);
          // The container goes before the entry does: whatever dies in between, the ledger still knows of it.
          await runs.dispatch(runId, { type: 'release' });
          await runs.dispatch(runId, { type: 'leave' });
          await ledger.acknowledge(runId);
          return;
      }
    },

    /** Looks where the tabs of living runs are, and lets the runs' time pass. */
    async tick(): Promise<void> {
      for (const run of await runs.living()) {
        const at = clock.now();
        if (run.tabId !== undefined) {
          const where = await tabs.where(run.tabId);
          if (where === undefined) await runs.dispatch(run.id, { type: 'tab-closed', tabId: run.tabId, at });
          else if (where === 'elsewhere' && hasLeftConsent(run))
            await runs.dispatch(run.id, { type: 'returned', at });
          else if (where === 'elsewhere') await runs.dispatch(run.id, { type: 'away', at });
          else if (run.quietSince !== undefined && run.returned === undefined)
            await runs.dispatch(run.id, { type: 'page', progress: {}, at });
        }
        await runs.dispatch(run.id, { type: 'tick', at });
      }
      await releaseDone(ports, runs);
    },
  };
}
