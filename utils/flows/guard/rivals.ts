import { type Connection, isVerifiedApp, reaches } from '../../domain/account/connection.ts';
import type { ConsentRequest } from '../../domain/address/address.ts';
import { marketplaceById, siteById } from '../../domain/marketplaces/index.ts';
import { kindsMissing, type LivingRun, openLeg } from '../../domain/run/run.ts';
import { goesOnSignedIn } from '../due/queue.ts';
import { isSignedOut } from '../engine/effects/clean.ts';
import type { Runs } from '../engine/runs.ts';
import type { Ports } from '../ports/ports.ts';
import type { Stop } from '../ports/runs.ts';

const waits = ({ phase }: LivingRun): boolean => phase === 'awaiting' || phase === 'between-legs';

/**
 * The living run that an address meets: one that has this very address, one that waits for an address in this jar or
 * in no jar yet, or one that holds the jar.
 */
export async function rivalOf(
  runs: Runs,
  { url: asked, marketplace }: ConsentRequest,
  jar: string,
): Promise<LivingRun | undefined> {
  const own = (await runs.living()).filter((run) => run.marketplace === marketplace);
  return (
    own.find((run) => run.legs.some(({ url }) => url === asked)) ??
    own.find((run) => run.jar === jar && waits(run)) ??
    own.find((run) => run.mode === 'container' && waits(run)) ??
    own.find((run) => run.jar === jar)
  );
}

/**
 * Whether a run's own tab has gone on to another sign-in than the one that the run looked at. There the run is over:
 * that session is looked at and cleaned like any other.
 */
export function isLeftBehind(run: LivingRun, request: ConsentRequest, tabId: number): boolean {
  const domains = siteById(marketplaceById(run.marketplace), run.site)?.sessionDomains ?? [];
  return run.phase === 'consenting' && run.tabId === tabId && !domains.includes(request.domain);
}

/**
 * Whether an address is how a run goes on whose own address named no application: in its tab, in the session that it
 * looked at, from one of the marketplace's hosts to another. The first one that names an application is the last.
 */
function goesOnUnnamed(run: LivingRun, stop: Stop, tabId: number): boolean {
  const leg = openLeg(run);
  const own = run.phase === 'consenting' && run.tabId === tabId && !isLeftBehind(run, stop, tabId);
  return own && leg !== undefined && leg.app === undefined && leg.kind === stop.ask.kind;
}

/**
 * Whether an address asks for another kind of grant that the run needs as well: also where the answer to the one before
 * is not known yet, or was not recognised.
 */
export function isFurtherLeg(run: LivingRun, { ask }: ConsentRequest): boolean {
  const goesOn = run.phase === 'between-legs' || run.phase === 'consenting';
  return goesOn && openLeg(run)?.kind !== ask.kind && kindsMissing(run).includes(ask.kind);
}

/**
 * Whether a stopped address is so surely the one that a run waits for that nothing is left to decide: it was stopped
 * after the run began to wait, its application is known, and the session is still clean.
 */
export async function goesOnAlone(
  ports: Ports,
  runs: Runs,
  stop: Stop,
  run: LivingRun,
  connection: Connection | undefined,
  tabId: number,
): Promise<boolean> {
  if (goesOnUnnamed(run, stop, tabId)) return true;
  const { kind, app } = stop.ask;
  if (!waits(run) || stop.at < (run.quietSince ?? run.startedAt)) return false;
  if (!connection || !reaches(connection, stop) || app === undefined) return false;
  if (!isVerifiedApp(connection, kind, app) || !kindsMissing(run).includes(kind)) return false;
  // Into a container it is cleaned on the way.
  if (run.phase === 'between-legs' || run.mode === 'container') return true;
  return (await isSignedOut(ports, run)) || goesOnSignedIn(ports, runs, run);
}
