import { type Connection, reaches } from '../../domain/account/connection.ts';
import { verdictOn } from '../../domain/account/grant.ts';
import type { Answer } from '../../domain/address/answer.ts';
import { marketplaceById, siteById } from '../../domain/marketplaces/index.ts';
import type { GrantKind } from '../../domain/marketplaces/schema.ts';
import type { Leg, Run } from '../../domain/run/run.ts';
import { takesAnswer } from '../../domain/run/run-end.ts';
import { isPrivate } from '../../domain/session/private.ts';
import type { Runs } from '../engine/runs.ts';
import { connectionOf } from '../ports/connection-of.ts';
import type { Ports } from '../ports/ports.ts';
import type { Serial } from '../ports/serial.ts';
import { ownerOf } from './appstore.ts';

/** An answer, and where it was seen. */
export interface Sighting {
  answer: Answer;
  /** Undefined where nobody can tell: behind a page's own service worker, and in a letter (see `Letters`). */
  tabId?: number | undefined;
  jar?: string | undefined;
}

/** The same answer is seen by the redirect and by the page; within this time two alike are one: ms. */
const SAME_ANSWER = 2 * 60 * 1000;

type Match =
  | { is: 'answer'; run: Run; leg: Leg }
  | { is: 'repeated' }
  /** The run's earlier sign-in was back when it was given: nobody knows with which sign-in that was. */
  | { is: 'late'; leg: Leg }
  /** A consent answered with another state, or something that is no consent answered at all. */
  | { is: 'mismatch' | 'refused'; run: Run }
  | { is: 'stranger' };

const kindFits = (leg: Leg, kind: GrantKind | undefined): boolean => kind === undefined || leg.kind === kind;

/**
 * Whether an answer may go without the state that the run has: eBay's own pages show `null` for it, and two of its
 * forms of refusal leave it out. Neither can reach the integration.
 */
const mayBeSilent = ({ own, outcome }: Answer): boolean => own || outcome === 'declined';

/**
 * Finds the run that an answer belongs to. The state proves it wherever the answer comes from a consent's host;
 * without a state only the run's own tab on a known consent address does.
 */
function matchOf({ answer, tabId, jar }: Sighting, runs: readonly Run[], at: number): Match {
  const own = runs
    .filter((run) => run.marketplace === answer.marketplace && (jar === undefined || run.jar === jar))
    .toSorted((a, b) => b.startedAt - a.startedAt);
  for (const run of own) {
    const inTab = tabId !== undefined && run.tabId === tabId && answer.place === 'known';
    for (const leg of run.legs.toReversed()) {
      const silent = leg.state === undefined || (answer.state === undefined && mayBeSilent(answer));
      const proven = answer.state !== undefined && leg.state === answer.state;
      if (!kindFits(leg, answer.kind) || !(proven || (silent && inTab))) continue;
      if (leg.outcome !== undefined) return { is: 'repeated' };
      return takesAnswer(run, at) ? { is: 'answer', run, leg } : { is: 'late', leg };
    }
  }
  const waiting = own.find((run) => run.phase === 'consenting' && tabId !== undefined && run.tabId === tabId);
  if (!waiting) return { is: 'stranger' };
  return { is: answer.place === 'known' ? 'mismatch' : 'refused', run: waiting };
}

/** Whether an answer is for the region, and the central, of a run's connection. */
function isWithinReach({ marketplace, site, central, anyRegion }: Answer, connection: Connection): boolean {
  const region = anyRegion ? connection.region : siteById(marketplaceById(marketplace), site)?.region;
  return reaches(connection, {
    marketplace,
    region: region ?? '',
    central: anyRegion ? connection.central : central,
  });
}

/**
 * Takes in every answer that is seen: for its run, else as a suggestion, else not at all.
 *
 * @param serial Answers come one after the other, the same one twice in the same moment; and behind what begins the run
 *   that they are for.
 */
export function createCallbacks(ports: Ports, runs: Runs, serial: Serial) {
  const { clock, suggestions, toolbar, pendingAnswers, tabs } = ports;

  async function suggest({ answer, tabId }: Sighting): Promise<void> {
    const { marketplace, site, central, kind, app, accountId, expiresAt } = answer;
    if (answer.outcome !== 'granted' || !kind || answer.place !== 'known') return;
    const at = clock.now();
    const alike = (await suggestions.all()).some(
      (other) =>
        other.kind === kind && other.accountId === accountId && Math.abs(at - other.at) < SAME_ANSWER,
    );
    if (alike) return;
    await suggestions.put({
      id: ports.newId(),
      marketplace,
      site,
      kind,
      at,
      ...(central && { central }),
      ...(app !== undefined && { app }),
      ...(accountId !== undefined && { accountId }),
      ...(expiresAt !== undefined && { expiresAt }),
      ...(tabId !== undefined && { tabId }),
    });
    await toolbar.present(false);
    await toolbar.changed();
  }

  async function takeIn(sighting: Sighting): Promise<void> {
    const { answer } = sighting;
    const at = clock.now();
    const match = matchOf(sighting, await runs.all(), at);
    switch (match.is) {
      case 'repeated':
        return;
      case 'late': {
        const { kind, app } = match.leg;
        return isPrivate(sighting) ? undefined : suggest({ ...sighting, answer: { ...answer, kind, app } });
      }
      case 'mismatch':
        return runs.dispatch(match.run.id, { type: 'state-mismatch', at });
      case 'refused':
        return runs.dispatch(match.run.id, { type: 'page', progress: { refusedAnswer: true }, at });
      case 'stranger':
        return isPrivate(sighting) ? undefined : suggest(sighting);
      case 'answer': {
        const begun = await connectionOf(ports, match.run);
        const { kind, app } = match.leg;
        const { accountId } = answer;
        const connection =
          begun && match.run.appstore
            ? ownerOf(await ports.connections.all(), begun, { kind, app, accountId })
            : begun;
        if (connection && !isWithinReach(answer, connection)) {
          await suggest({ ...sighting, answer: { ...answer, kind, app } });
          return runs.dispatch(match.run.id, { type: 'out-of-reach', at });
        }
        await runs.dispatch(match.run.id, {
          type: 'callback',
          kind,
          outcome: answer.outcome,
          ...(connection && connection !== begun && { connectionId: connection.id }),
          verdict: verdictOn(connection ?? { account: {} }, answer.accountId),
          ...(answer.accountId !== undefined && { accountId: answer.accountId }),
          ...(answer.expiresAt !== undefined && { expiresAt: answer.expiresAt }),
          at,
        });
      }
    }
  }

  /** The only living run of this marketplace whose tab has left it: nobody else can have written the letter. */
  async function tabThatLeft({ marketplace }: Answer): Promise<number | undefined> {
    const left: number[] = [];
    for (const { tabId, phase, marketplace: own } of await runs.living()) {
      if (own !== marketplace || phase !== 'consenting' || tabId === undefined) continue;
      if ((await tabs.where(tabId)) === 'elsewhere') left.push(tabId);
    }
    return left.length === 1 ? left[0] : undefined;
  }

  /**
   * The tab of the run that stands at the consent in this jar: behind a page's own service worker a redirect comes
   * without its tab. A jar has one run of a marketplace at most.
   */
  async function tabAtConsent({ answer, jar }: Sighting): Promise<number | undefined> {
    if (answer.state !== undefined || answer.place !== 'known') return undefined;
    const own = (await runs.living()).find(
      (run) => run.marketplace === answer.marketplace && run.jar === jar && run.phase === 'consenting',
    );
    const { step } = own?.progress ?? {};
    return step === 'consent' || step === 'authorise' ? own?.tabId : undefined;
  }

  return {
    /**
     * An answer was seen. What does not belong to a run is never a grant by itself.
     *
     * @param letter Id of the letter that was written about the same answer; it need not be read any more.
     */
    seen: (sighting: Sighting, letter?: string): Promise<void> =>
      serial(async () => {
        await takeIn({ ...sighting, tabId: sighting.tabId ?? (await tabAtConsent(sighting)) });
        if (letter !== undefined) await pendingAnswers.remove(letter);
      }),

    /** Reads what pages wrote that could not reach a living worker. */
    readPendingAnswers: (): Promise<void> =>
      serial(async () => {
        for (const { id, answer } of await pendingAnswers.all()) {
          await takeIn({ answer, tabId: await tabThatLeft(answer) });
          await pendingAnswers.remove(id);
        }
      }),
  };
}
