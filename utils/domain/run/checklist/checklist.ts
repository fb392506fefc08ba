import type { Connection, OwnStep } from '../../account/connection.ts';
import { consentSteps } from '../../integrations/consent-steps.ts';
import { stepsFor } from '../../integrations/index.ts';
import type { Step } from '../../integrations/schema.ts';
import { type AccountHint, accountHint } from '../page/account-hint.ts';
import type { LivingRun, Run, RunEnded } from '../run.ts';

/** A step of an integration, or one that the person wrote. */
export type ListedStep = Step & { text?: string };

/**
 * A step of a renewal, as the overlay and the pop-up list it. All that is to be done on the page at hand is `now`; of
 * what is to be done elsewhere only the first.
 */
export interface ChecklistStep {
  step: ListedStep;
  state: 'done' | 'now' | 'open' | 'warning';
}

/** Own steps have ids that no integration has. */
const listed = ({ id, when, text, link }: OwnStep): ListedStep => ({
  id: `own:${id}`,
  when,
  text,
  ...(link !== undefined && { link }),
});

/** Every step of a connection's renewal, in its order, the person's own where the software is theirs to describe. */
export function stepsOf(
  connection: Pick<Connection, 'integration' | 'marketplace' | 'ownSteps'>,
): ListedStep[] {
  const { integration, marketplace, ownSteps = [] } = connection;
  const steps = stepsFor(integration, marketplace);
  if (integration !== 'other') return steps;
  const own = (when: OwnStep['when']): ListedStep[] =>
    ownSteps.filter((each) => each.when === when).map(listed);
  return steps.flatMap((step) => {
    if (step.detector === 'opened') return [...own('before'), step];
    return step.when === 'after' ? [...own('after'), step] : [step];
  });
}

/** The steps after the marketplace's answer, with the ticks the user has made. */
export function finishingSteps(connection: Connection): ChecklistStep[] {
  const done = connection.finishing?.done ?? [];
  const steps = stepsOf(connection).filter(({ when }) => when === 'after');
  const next = steps.find(({ id }) => !done.includes(id));
  return steps.map((step) => ({
    step,
    state: done.includes(step.id) ? 'done' : step === next ? 'now' : 'open',
  }));
}

type Seen = Pick<Run, 'progress' | 'mode' | 'receipt' | 'container' | 'ticked'> & {
  legs: readonly Pick<Run['legs'][number], 'outcome'>[];
} & ({ phase: LivingRun['phase'] } | Pick<RunEnded, 'phase' | 'result' | 'reason'>);

/** What the detectors know of a run. */
interface Detected {
  ready: boolean;
  opened: boolean;
  signedIn: boolean;
  /** Of the leg at hand. */
  consentSeen: boolean;
  boxTicked: boolean;
  answered: boolean;
  allAnswered: boolean;
  hint: AccountHint;
}

function detect(run: Seen, hint: AccountHint, signedIn: boolean): Detected {
  const isGranted = run.phase === 'ended' && run.result === 'granted';
  const answered = isGranted || run.phase === 'between-legs';
  const ready =
    answered || run.mode === 'as-is' || run.container?.pure === true || run.receipt?.clean === true;
  return {
    ready,
    answered,
    hint,
    opened: run.legs.length > 0,
    signedIn: ready && (signedIn || run.legs.length > 0),
    consentSeen: answered || (ready && run.progress.consentSeen === true),
    boxTicked: answered || run.progress.boxTicked === true,
    allAnswered: isGranted && run.reason !== 'finished-early',
  };
}

function isDone({ when, detector }: Step, seen: Detected): boolean {
  switch (detector) {
    case 'cleaned':
      return seen.ready;
    case 'opened':
      return seen.opened;
    case 'signed-in':
      return when === 'before' ? seen.signedIn : seen.consentSeen;
    case 'right-account':
      return seen.answered || (seen.consentSeen && seen.hint === 'match');
    case 'box-ticked':
      return seen.boxTicked;
    case 'confirmed':
    case 'callback':
      return seen.answered;
    case 'all-callbacks':
      return seen.allAnswered;
    case undefined:
      return false;
  }
}

/** What is to be done on the marketplace's pages, once the software has opened them. */
function stateOnPage({ detector }: Step, seen: Detected): ChecklistStep['state'] {
  if (!seen.ready || !seen.opened) return 'open';
  switch (detector) {
    case 'signed-in':
      return 'now';
    case 'right-account':
      if (!seen.consentSeen) return 'open';
      return seen.hint === 'different' ? 'warning' : 'now';
    case 'box-ticked':
    case 'confirmed':
      return seen.consentSeen && seen.hint !== 'different' ? 'now' : 'open';
    case 'all-callbacks':
      return seen.answered ? 'now' : 'open';
    default:
      return 'open';
  }
}

/**
 * The whole checklist of a renewal: what was detected is ticked, and what the person ticked.
 *
 * @param connection Absent in private windows: only the consent itself is listed.
 * @param signedIn Somebody is signed in in the run's jar, by a fresh read; matters only before the address is opened.
 */
export function checklistOf(
  run: Seen & Pick<Run, 'marketplace' | 'id'>,
  connection: Connection | undefined,
  signedIn = false,
): ChecklistStep[] {
  const seen = detect(run, accountHint(run, connection), signedIn);
  const steps = connection ? stepsOf(connection) : consentSteps(run.marketplace);
  const ticked = [
    ...(run.ticked ?? []),
    ...(connection?.finishing?.runId === run.id ? connection.finishing.done : []),
  ];
  const done = (step: ListedStep): boolean => ticked.includes(step.id) || isDone(step, seen);
  const next = (when: 'before' | 'after'): ListedStep | undefined =>
    steps.find((step) => step.when === when && !done(step));
  const inSoftware = seen.allAnswered ? next('after') : undefined;
  const elsewhere = seen.opened && seen.ready ? inSoftware : next('before');
  return steps.map((step) => {
    if (done(step)) return { step, state: 'done' };
    if (step.when === 'on') return { step, state: stateOnPage(step, seen) };
    return { step, state: step === elsewhere ? 'now' : 'open' };
  });
}

/**
 * The few steps that the overlay has room for: the clean, and what is to be done on the marketplace's pages. The box and
 * the button share a line: first the one, then the other.
 */
export function stepsOnPage(checklist: readonly ChecklistStep[]): ChecklistStep[] {
  const box = checklist.find(({ step }) => step.detector === 'box-ticked');
  const hidden = box && (box.state === 'done' ? 'box-ticked' : 'confirmed');
  return checklist.filter(
    ({ step: { when, detector } }) =>
      (when === 'on' || detector === 'cleaned') && detector !== 'all-callbacks' && detector !== hidden,
  );
}

/** What the card on the page says of a checklist: the next step, the one after it, and all that it counts. */
export interface OnPage {
  /** See `stepsOnPage`. */
  steps: ChecklistStep[];
  next?: ChecklistStep;
  /** Absent after a warning: nothing else is to be done before that is mended. */
  then?: ChecklistStep;
}

/** The next step on the marketplace's pages and what follows it: a warning first, and the button after its box. */
export function nextOnPage(checklist: readonly ChecklistStep[]): OnPage {
  const steps = stepsOnPage(checklist);
  const open = steps.filter(({ state }) => state !== 'done');
  const next = open.find(({ state }) => state === 'warning') ?? open[0];
  if (!next) return { steps };
  const button = checklist.find(({ step }) => step.detector === 'confirmed');
  const then = next.step.detector === 'box-ticked' && button ? button : open.find((each) => each !== next);
  return { steps, next, ...(then && next.state !== 'warning' && { then }) };
}
