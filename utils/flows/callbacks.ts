import { type CallbackResult, handoffPlace, placeOfHost } from '../domain/consent-url.ts';
import { verdictOn } from '../domain/grant.ts';
import type { GrantKind } from '../domain/marketplaces/schema.ts';
import type { Leg, Run } from '../domain/run.ts';
import { digest } from './digest.ts';
import { createLine } from './line.ts';
import type { Ports } from './ports.ts';
import type { Runs } from './runs.ts';

/** The browser is seen leaving a marketplace's page for a callback. */
export interface Handoff {
  /** The marketplace's address that the browser leaves. */
  from: string;
  callback: CallbackResult;
  /** Undefined where a page's own service worker made the request. */
  tabId: number | undefined;
  jar: string;
}

/** The same answer is seen by the redirect and by the page; within this time two alike are one: ms. */
const SAME_ANSWER = 2 * 60 * 1000;

const kindFits = (leg: Leg, kind: GrantKind | undefined): boolean => kind === undefined || leg.kind === kind;

/** eBay writes `null` for a state that it was not given. */
const stateOf = ({ state }: CallbackResult): Promise<string | undefined> =>
  state === undefined || state === 'null' ? Promise.resolve(undefined) : digest(state);

type Match =
  | { is: 'answer'; run: Run; leg: Leg }
  | { is: 'repeated' }
  /** A consent answered with another state, or something that is no consent answered at all. */
  | { is: 'mismatch' | 'refused'; run: Run }
  | { is: 'stranger' };

/**
 * Whether an answer may go without the state that the run has: eBay's own pages show `null` for it, and two of its
 * forms of refusal leave it out. Neither can reach the integration.
 */
const mayBeSilent = ({ own, outcome }: CallbackResult): boolean => own || outcome === 'declined';

/**
 * Finds the run that an answer belongs to. The state proves it wherever the answer comes from a consent's host;
 * without a state only the run's own tab on a known consent address does.
 */
function matchOf(
  { from, callback, tabId, jar }: Handoff,
  state: string | undefined,
  runs: readonly Run[],
): Match {
  const place = handoffPlace(from, callback.marketplace);
  const own = runs
    .filter((run) => run.marketplace === callback.marketplace && run.jar === jar)
    .toSorted((a, b) => b.startedAt - a.startedAt);
  for (const run of own) {
    const inTab = tabId !== undefined && run.tabId === tabId && place === 'known';
    for (const leg of run.legs.toReversed()) {
      const silent = state === undefined && (leg.state === undefined || mayBeSilent(callback));
      const proven = state !== undefined && leg.state === state && place !== 'no';
      if (!kindFits(leg, callback.kind) || !(proven || (silent && inTab))) continue;
      return leg.outcome === undefined ? { is: 'answer', run, leg } : { is: 'repeated' };
    }
  }
  const waiting = own.find((run) => run.phase === 'consenting' && tabId !== undefined && run.tabId === tabId);
  if (!waiting) return { is: 'stranger' };
  return { is: place === 'known' ? 'mismatch' : 'refused', run: waiting };
}

/** Takes in every handoff: an answer for its run, else a suggestion, else nothing. */
export function createCallbacks(ports: Ports, runs: Runs) {
  const { clock, connections, suggestions, face } = ports;
  // One after the other: the same answer is seen twice in the same moment.
  const line = createLine();

  async function suggest({ from, callback, tabId }: Handoff): Promise<void> {
    const { marketplace, kind, accountId, expiresAt } = callback;
    const site = placeOfHost(URL.parse(from)?.hostname ?? '')?.site.id;
    if (callback.outcome !== 'granted' || !kind || !site || handoffPlace(from, marketplace) !== 'known')
      return;
    const at = clock.now();
    const alike = (await suggestions.all()).some(
      (other) =>
        other.kind === kind &&
        other.accountId === accountId &&
        other.tabId === tabId &&
        Math.abs(at - other.at) < SAME_ANSWER,
    );
    if (alike) return;
    await suggestions.put({
      id: ports.newId(),
      marketplace,
      site,
      kind,
      at,
      ...(accountId !== undefined && { accountId }),
      ...(expiresAt !== undefined && { expiresAt }),
      ...(tabId !== undefined && { tabId }),
    });
    await face.present(false);
    await face.changed();
  }

  async function takeIn(handoff: Handoff): Promise<void> {
    const { callback } = handoff;
    const match = matchOf(handoff, await stateOf(callback), await runs.all());
    const at = clock.now();
    switch (match.is) {
      case 'repeated':
        return;
      case 'mismatch':
        return runs.dispatch(match.run.id, { type: 'state-mismatch', at });
      case 'refused':
        return runs.dispatch(match.run.id, { type: 'page', progress: { refusedAnswer: true }, at });
      case 'stranger':
        return suggest(handoff);
      case 'answer': {
        const connection = await connections.get(match.run.connectionId);
        await runs.dispatch(match.run.id, {
          type: 'callback',
          kind: match.leg.kind,
          outcome: callback.outcome,
          verdict: verdictOn(connection ?? { account: {} }, callback.accountId),
          ...(callback.accountId !== undefined && { accountId: callback.accountId }),
          ...(callback.expiresAt !== undefined && { expiresAt: callback.expiresAt }),
          at,
        });
      }
    }
  }

  return {
    /** A callback was seen. What does not belong to a run is never a grant by itself. */
    handedOff: (handoff: Handoff): Promise<void> => line(() => takeIn(handoff)),
  };
}
