import { isAlive, type Run } from '../../domain/run/run.ts';
import type { RunEffect } from '../../domain/run/run-events.ts';

/** Effects that make sense only while a run lives. */
const OF_LIVING: readonly RunEffect['type'][] = [
  'count',
  'set-aside',
  'clean',
  'enter',
  'close-guard',
  'allow-popups',
  'open',
];

/** What is still to be done for a run as it is now. */
export const pendingOf = (run: Run, effects: readonly RunEffect[]): RunEffect[] =>
  effects.filter(({ type }) => isAlive(run) || !OF_LIVING.includes(type));

/** The list without the first effect of this content. */
export function without(effects: readonly RunEffect[], done: RunEffect): RunEffect[] {
  const index = effects.findIndex((each) => JSON.stringify(each) === JSON.stringify(done));
  return index < 0 ? [...effects] : effects.toSpliced(index, 1);
}
