import type { RunContainer } from '../session/container.ts';
import type { Leg, LivingRun, Run, RunInCleaning } from './run.ts';
import type { RunEffect, RunEvent, Step } from './run-events.ts';

/** What a run begins with. */
export type Start = Pick<
  Run,
  | 'id'
  | 'connectionId'
  | 'marketplace'
  | 'site'
  | 'mode'
  | 'jar'
  | 'kinds'
  | 'appstore'
  | 'shares'
  | 'follows'
  | 'aside'
  | 'keepsLogin'
> & {
  leg?: Leg;
  tabId?: number;
  /** UTC instant in ms. */
  at: number;
};

/** Begins a run: with a clean or, if the user says so, without one. */
export function beginRun({ leg, tabId, at, ...rest }: Start): Step {
  const run: RunInCleaning = {
    ...rest,
    phase: 'cleaning',
    legs: leg ? [leg] : [],
    progress: {},
    startedAt: at,
    ...(tabId !== undefined && { tabId }),
  };
  switch (run.mode) {
    case 'as-is':
      return goOn(run, at);
    case 'container':
      // Without an address there is nothing to open in it yet.
      return leg ? enter(run) : goOn(run, at);
    default:
      return clean(run);
  }
}

/** From a jar that is ready to the marketplace, or to waiting for the software. */
export function goOn(run: LivingRun, at: number, again?: true): Step {
  const leg = run.legs.findLastIndex(({ outcome }) => outcome === undefined);
  if (leg < 0) return { run: { ...run, phase: 'awaiting', quietSince: at }, effects: [] };
  const { quietSince: _, askedAt: __, returned: ___, ...active } = run;
  return {
    run: { ...active, phase: 'consenting' },
    effects: [{ type: 'open', leg, ...(again && { again }) }],
  };
}

/** A clean begins with counting what is there. */
export function clean(run: LivingRun): Step {
  return { run: { ...run, phase: 'cleaning' }, effects: [{ type: 'count' }] };
}

const isInJar = (run: LivingRun): boolean => run.phase === 'cleaning' && run.container?.state !== 'making';

/** It is known what is there: it is set aside, or removed. The first count stays, a repeated clean finds less. */
export function onCounted(run: LivingRun, found: Record<string, number>): Step {
  const next: RunEffect = run.mode === 'set-aside' && !run.aside ? { type: 'set-aside' } : { type: 'clean' };
  return { run: { ...run, found: { ...found, ...run.found } }, effects: isInJar(run) ? [next] : [] };
}

/** The cookies are kept, or there are none: now they can be removed. */
export function onSetAside(run: LivingRun, cookies: number): Step {
  const aside = run.aside ?? (cookies > 0 ? { cookies, state: 'kept' as const } : undefined);
  return { run: { ...run, ...(aside && { aside }) }, effects: isInJar(run) ? [{ type: 'clean' }] : [] };
}

/** What a clean came to. */
export function onCleaned(run: LivingRun, { receipt, at }: Extract<RunEvent, { type: 'cleaned' }>): Step {
  if (!isInJar(run)) return { run, effects: [] };
  if (receipt.clean) return goOn({ ...run, receipt }, at);
  return { run: { ...run, receipt, phase: 'not-clean' }, effects: [{ type: 'present' }] };
}

/** Into the container: first of all it must be there. */
export function enter(run: LivingRun): Step {
  const container: RunContainer = run.container ?? { state: 'making' };
  return { run: { ...run, phase: 'cleaning', container }, effects: [{ type: 'enter' }] };
}

/** A container is about to be made. What is there already is kept first: what is new after a death is ours. */
export function onMaking(run: LivingRun, before: string[]): Step {
  if (run.container?.state !== 'making') return { run, effects: [] };
  return { run: { ...run, container: { state: 'making', before } }, effects: [{ type: 'enter' }] };
}

/** The run's tab is in its container. */
export function onEntered(run: LivingRun, event: Extract<RunEvent, { type: 'entered' }>): Step {
  if (run.phase !== 'cleaning' || run.mode !== 'container' || !run.container) return { run, effects: [] };
  const { jar, tabId, from, closes, at } = event;
  // What the first leg's sign-in left there is what the second one needs.
  const ready = event.pure || run.legs.some(({ outcome }) => outcome === 'granted');
  const container: RunContainer = {
    state: 'in-use',
    ...(event.pure && { pure: true }),
    ...(from !== undefined && !closes && { from }),
  };
  const inside = { ...run, jar, tabId, container };
  const next = ready ? goOn(inside, at) : clean(inside);
  const closing: RunEffect[] = from !== undefined && closes ? [{ type: 'close-guard', tabId: from }] : [];
  return { run: next.run, effects: [...closing, ...next.effects] };
}

/** The run that keeps this one from beginning: it has its session, its connection or its address. */
export function inTheWay(living: readonly LivingRun[], start: Start): LivingRun | undefined {
  const url = start.leg?.url;
  const own = living.filter(({ marketplace }) => marketplace === start.marketplace);
  return (
    own.find(({ jar }) => jar === start.jar) ??
    own.find(({ connectionId: id }) => id !== undefined && id === start.connectionId) ??
    own.find(({ legs }) => url !== undefined && legs.some((leg) => leg.url === url))
  );
}
