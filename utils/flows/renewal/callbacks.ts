import { type Connection, reaches } from '../../domain/account/connection.ts';
import { verdictOn } from '../../domain/account/grant.ts';
import type { Answer } from '../../domain/address/answer/answer.ts';
import type { GrantKind, MarketplaceId } from '../../domain/marketplaces/definition/schema.ts';
import { marketplaceById, siteById } from '../../domain/marketplaces/index.ts';
import { isPrivate } from '../../domain/session/private.ts';
import type { Runs } from '../engine/runs.ts';
import { connectionOf } from '../ports/connection-of.ts';
import type { Ports } from '../ports/ports.ts';
import type { Serial } from '../ports/serial.ts';
import { createAppstore, ownerOf } from './appstore.ts';
import { type Match, matchOf, type Sighting } from './match.ts';

export type { Sighting } from './match.ts';

/** Without a state to tell them apart, two alike from one tab are the same answer within this time: ms. */
const SAME_ANSWER = 10 * 1000;

/** So many answers are remembered to know one again that is seen twice. */
const REMEMBERED = 50;

/** Whether an answer is for the region, and the central, of a run's connection. */
function isWithinReach({ marketplace, site, central, anyRegion }: Answer, connection: Connection): boolean {
  const region = anyRegion ? connection.region : siteById(marketplaceById(marketplace), site)?.region;
  return reaches(connection, {
    marketplace,
    region: region ?? '',
    central: anyRegion ? connection.central : central,
    site: anyRegion ? undefined : site,
  });
}

/** Whether an instant is one that a grant can end at: eBay writes 1970, or a day that is over, where it names none. */
const isAhead = (instant: number | undefined, now: number): instant is number =>
  instant !== undefined && instant > now;

/**
 * Takes in every answer that is seen: for its run, else as a suggestion, else not at all.
 *
 * @param serial Answers come one after the other, the same one twice in the same moment; and behind what begins the run
 *   that they are for.
 */
export function createCallbacks(ports: Ports, runs: Runs, serial: Serial) {
  const appstore = createAppstore(ports, runs);
  const { clock, suggestions, toolbar, pendingAnswers, tabs } = ports;

  /** States of the suggestions made lately, by suggestion: in memory alone, as digests. */
  const states = new Map<string, string>();

  /**
   * The same answer is seen by the redirect and by the page. It is known again by its state; where that is missing, or
   * forgotten with the worker, by all that it says and the tab that it came from within seconds.
   */
  async function isKnown({ answer, tabId }: Sighting, at: number): Promise<boolean> {
    const { state, kind, askedKind, app, accountId } = answer;
    return (await suggestions.all()).some((other) => {
      const known = states.get(other.id);
      if (known !== undefined && state !== undefined) return known === state;
      return (
        other.kind === (kind ?? askedKind) &&
        other.app === app &&
        other.accountId === accountId &&
        (tabId === undefined || other.tabId === undefined || other.tabId === tabId) &&
        Math.abs(at - other.at) < SAME_ANSWER
      );
    });
  }

  /** When an answer came. One that was written down came earlier; a clock that was set back makes nothing come later. */
  const cameAt = ({ at }: Sighting): number => Math.min(at ?? clock.now(), clock.now());

  /** Whether it is recorded already: the browser ended before what was written down of it was removed. */
  async function isRecorded(
    { at: written, answer }: Sighting,
    kind: GrantKind,
    at: number,
  ): Promise<boolean> {
    if (written === undefined) return false;
    return (await ports.grants.all()).some(
      (grant) =>
        grant.runId !== undefined &&
        grant.kind === kind &&
        grant.accountId === answer.accountId &&
        Math.min(Math.abs(grant.at - at), Math.abs(grant.at - written)) < SAME_ANSWER,
    );
  }

  /** Offers a grant that belongs to no run. No granted answer of a consent ends in nothing. */
  async function suggest(sighting: Sighting): Promise<void> {
    const { answer, tabId } = sighting;
    const { marketplace, site, central, app, accountId, expiresAt, state } = answer;
    const kind = answer.kind ?? answer.askedKind;
    if (answer.outcome !== 'granted' || !kind || (answer.vague && answer.place !== 'known')) return;
    const at = cameAt(sighting);
    if ((await isKnown(sighting, at)) || (await isRecorded(sighting, kind, at))) return;
    const id = ports.newId();
    if (state !== undefined) {
      states.set(id, state);
      for (const old of [...states.keys()].slice(0, -REMEMBERED)) states.delete(old);
    }
    await suggestions.put({
      id,
      marketplace,
      site,
      kind,
      at,
      ...(central && { central }),
      ...(app !== undefined && { app }),
      ...(accountId !== undefined && { accountId }),
      ...(isAhead(expiresAt, at) && { expiresAt }),
      ...(tabId !== undefined && { tabId }),
    });
    await toolbar.present(false);
  }

  /** An answer that no run waited for may come of the marketplace's own list of apps. */
  async function confirmed(match: Match, sighting: Sighting): Promise<Match> {
    if (match.is !== 'stranger' && match.is !== 'mismatch' && match.is !== 'doubtful') return match;
    return (await appstore.claim(sighting)) ?? match;
  }

  /** @param isSecond The run that it belonged to was over before it heard of it. */
  async function takeIn(seen: Sighting, isSecond = false): Promise<void> {
    const sighting = await appstore.completed(seen);
    const { answer } = sighting;
    const at = cameAt(sighting);
    const match = await confirmed(matchOf(sighting, await runs.all(), at), sighting);
    switch (match.is) {
      case 'repeated':
        return;
      case 'late': {
        const { kind, app } = match.leg;
        return isPrivate(sighting) ? undefined : suggest({ ...sighting, answer: { ...answer, kind, app } });
      }
      case 'mismatch':
        await runs.dispatch(match.run.id, { type: 'state-mismatch', at });
        return isPrivate(sighting) ? undefined : suggest(sighting);
      case 'doubtful':
        return runs.dispatch(match.run.id, {
          type: 'returned',
          ...(sighting.host && { host: sighting.host }),
          at,
        });
      case 'refused':
        return runs.dispatch(match.run.id, { type: 'page', progress: { refusedAnswer: true }, at });
      case 'stranger':
        return isPrivate(sighting) ? undefined : suggest(sighting);
      case 'answer': {
        const begun = await connectionOf(ports, match.run);
        const { kind, app } = match.leg;
        const { accountId, outcome } = answer;
        if (outcome === 'failed') {
          return runs.dispatch(match.run.id, { type: 'error', code: answer.error ?? 'unknown_error', at });
        }
        const connection =
          begun && match.run.appstore
            ? ownerOf(await ports.connections.all(), begun, { kind, app, accountId })
            : begun;
        if (connection && !isWithinReach(answer, connection)) {
          await suggest({ ...sighting, answer: { ...answer, kind, app } });
          return runs.dispatch(match.run.id, { type: 'out-of-reach', at });
        }
        const heard = await runs.deliver(match.run.id, {
          type: 'callback',
          kind,
          outcome,
          ...(connection && connection !== begun && { connectionId: connection.id }),
          verdict: verdictOn(connection ?? { account: {} }, answer.accountId),
          ...(answer.accountId !== undefined && { accountId: answer.accountId }),
          ...(isAhead(answer.expiresAt, at) && { expiresAt: answer.expiresAt }),
          ...(answer.own && outcome === 'granted' && { showsCode: true }),
          at,
        });
        if (!heard && !isSecond) await takeIn(seen, true);
      }
    }
  }

  /** The only living run of this marketplace whose tab has left it: nobody else can have written the pending answer. */
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
    /** A tab asks for an address of a marketplace: what it confirms there is remembered for the answer. */
    passing: appstore.passing,

    /**
     * An answer was seen. What does not belong to a run is never a grant by itself.
     *
     * @param pendingId The pending answer that was written about the same answer; it need not be read any more.
     */
    seen: (sighting: Sighting, pendingId?: string): Promise<void> =>
      serial(async () => {
        try {
          await takeIn({ ...sighting, tabId: sighting.tabId ?? (await tabAtConsent(sighting)) });
        } catch (error) {
          // It is taken in at the next occasion. Of a private window nothing is written down.
          const { answer } = sighting;
          if (pendingId === undefined && !isPrivate(sighting))
            await pendingAnswers.put(ports.newId(), { answer, at: cameAt(sighting) });
          throw error;
        }
        if (pendingId !== undefined) await pendingAnswers.remove(pendingId);
      }),

    /** A tab has gone from a page of the consent to a stranger's, and nothing in the address is an answer. */
    returned: (marketplace: MarketplaceId, host: string, tabId: number | undefined): Promise<void> =>
      serial(async () => {
        const run = (await runs.living()).find(
          (each) => each.marketplace === marketplace && each.tabId === tabId && each.phase === 'consenting',
        );
        if (run) await runs.dispatch(run.id, { type: 'returned', host, at: clock.now() });
      }),

    /** Reads what pages wrote that could not reach a living worker. */
    readPendingAnswers: (): Promise<void> =>
      serial(async () => {
        const errors: unknown[] = [];
        for (const { id, answer, at = clock.now() } of await pendingAnswers.all()) {
          try {
            await takeIn({ answer, at, tabId: await tabThatLeft(answer) });
            await pendingAnswers.remove(id);
          } catch (error) {
            errors.push(error);
          }
        }
        if (errors.length > 0) throw new AggregateError(errors, 'Answers that are still to be taken in');
      }),
  };
}
