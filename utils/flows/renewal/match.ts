import type { Answer } from '../../domain/address/answer/answer.ts';
import type { GrantKind } from '../../domain/marketplaces/definition/schema.ts';
import type { Leg, Run } from '../../domain/run/run.ts';
import { takesAnswer } from '../../domain/run/run-end.ts';

/** An answer, and where it was seen. */
export interface Sighting {
  answer: Answer;
  /** Undefined where nobody can tell: behind a page's own service worker, and in a pending answer (see `PendingAnswers`). */
  tabId?: number | undefined;
  jar?: string | undefined;
  /** Whom the browser went to with it, where that is known. */
  host?: string | undefined;
  /** When it came, where it was written down: UTC instant in ms. */
  at?: number | undefined;
}

/** Whose an answer is. */
export type Match =
  | { is: 'answer'; run: Run; leg: Leg }
  | { is: 'repeated' }
  /** The run's earlier sign-in was back when it was given: nobody knows with which sign-in that was. */
  | { is: 'late'; leg: Leg }
  /** A consent answered with another state, or something that is no consent answered at all. */
  | { is: 'mismatch' | 'refused'; run: Run }
  /** It looks like an answer, and nothing proves that it is this run's: the user has to say. */
  | { is: 'doubtful'; run: Run }
  | { is: 'stranger' };

const kindFits = (leg: Leg, kind: GrantKind | undefined): boolean => kind === undefined || leg.kind === kind;

/**
 * Whether an answer may go without the state that the run has: eBay's own pages show `null` for it, and two of its
 * forms of refusal leave it out. Neither can reach the software.
 */
const mayBeSilent = ({ own, outcome }: Answer): boolean => own || outcome === 'declined';

/** The leg with the state of an answer: of the answer's own kind, where software sends one state for two of them. */
function provenLeg({ legs }: Run, { state, kind }: Answer): Leg | undefined {
  const same = legs.filter((leg) => state !== undefined && leg.state === state);
  return same.findLast((leg) => kindFits(leg, kind)) ?? same.at(-1);
}

/** The leg that the run's own tab answers without a state, on a known address of the consent. */
function silentLeg(run: Run, { answer, tabId }: Sighting): Leg | undefined {
  if (tabId === undefined || run.tabId !== tabId || answer.place !== 'known') return undefined;
  return run.legs.findLast(
    (leg) =>
      kindFits(leg, answer.kind) &&
      (leg.state === undefined || (answer.state === undefined && mayBeSilent(answer))),
  );
}

/**
 * Finds the run that an answer belongs to. The state proves it wherever the answer comes from a consent's host,
 * whatever else is missing or more; without a state only the run's own tab on a known address of the consent does.
 *
 * @param at When the answer was seen: UTC instant in ms.
 */
export function matchOf(sighting: Sighting, runs: readonly Run[], at: number): Match {
  const { answer, tabId, jar } = sighting;
  const own = runs
    .filter((run) => run.marketplace === answer.marketplace && (jar === undefined || run.jar === jar))
    .toSorted((a, b) => b.startedAt - a.startedAt);
  for (const by of [(run: Run) => provenLeg(run, answer), (run: Run) => silentLeg(run, sighting)]) {
    for (const run of own) {
      const leg = by(run);
      if (!leg) continue;
      if (leg.outcome !== undefined) return { is: 'repeated' };
      return takesAnswer(run, at) ? { is: 'answer', run, leg } : { is: 'late', leg };
    }
  }
  const waiting = own.find((run) => run.phase === 'consenting' && tabId !== undefined && run.tabId === tabId);
  if (!waiting) return { is: 'stranger' };
  if (answer.place !== 'known') return { is: 'refused', run: waiting };
  const isDoubtful = answer.outcome === 'failed' || (answer.vague && answer.state === undefined);
  return { is: isDoubtful ? 'doubtful' : 'mismatch', run: waiting };
}
