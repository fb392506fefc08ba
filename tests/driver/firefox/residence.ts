import { alerts } from './alerts.ts';
import type { Bidi } from './bidi.ts';
import { type Resident, resident } from './resident.ts';
import { runInContext } from './script.ts';

/** Calls a function of the {@link resident} by its name. */
export type CallResident = <K extends keyof Resident>(
  name: K,
  ...args: Parameters<Resident[K]>
) => Promise<Awaited<ReturnType<Resident[K]>>>;

/**
 * Puts the resident into Firefox, in a place that all its windows share, so that it outlives any of them.
 *
 * @param addonId of the extension that it is asked about; empty in a control run
 */
export async function moveIn(bidi: Bidi, addonId: string): Promise<CallResident> {
  const run = async <R>(source: string, args: unknown[]): Promise<R> => {
    const { contexts } = await bidi.send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
      'moz:scope': 'chrome',
      maxDepth: 0,
    });
    const context = contexts[0]?.context;
    if (context === undefined) throw new Error('Firefox has no window.');
    return runInContext<R>(bidi, context, source, args);
  };
  const place = 'Cu.getGlobalForObject(Services)';
  await run(`(id) => { ${place}.grantkeeperDriver = (${resident})(id, (${alerts})()); }`, [addonId]);
  return (name, ...args) =>
    run(`(name, ...args) => ${place}.grantkeeperDriver[name](...args)`, [name, ...args]);
}
