import type { Run } from './run.ts';
import type { RunEvent, Step } from './run-events.ts';

/** Allows a shop's pop-ups for the time of a run, as soon as the user grants the permission. */
export function onPopups(run: Run, { host, permitted }: Extract<RunEvent, { type: 'want-popups' }>): Step {
  if (permitted) {
    return { run: { ...run, popups: { host, state: 'allowed' } }, effects: [{ type: 'allow-popups' }] };
  }
  // What stands already is to be undone first.
  const stands = run.popups?.state === 'allowed';
  return { run: stands ? run : { ...run, popups: { host, state: 'wanted' } }, effects: [] };
}

/** The pop-ups' setting is as it was before the run. */
export function popupsBack<T extends Pick<Run, 'popups'>>(run: T): T {
  return run.popups?.state === 'allowed' ? { ...run, popups: { ...run.popups, state: 'back' } } : run;
}
