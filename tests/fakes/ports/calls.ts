import type { World } from '../world.ts';

/** Called before every call outside, and after every one that changes something; one that never comes back is a worker that died there. */
export type Hook = (call: string) => Promise<void>;

/** What is answered at once, and what is no call at all. */
const AT_ONCE: readonly string[] = [
  'clock.now',
  'clock.timeZone',
  'updates.take',
  'updates.hold',
  'unreadable.known',
];

/** Calls that only look. Where a worker dies behind one of them makes no difference. */
const LOOKS =
  /\.(all|get|of|some|standings|unacknowledged|removed|read|find|told|where|atConsent|showing|available|exists|colours|tabs|permitted|waiting|page|withheld|databaseFailure|allowed|any|folded|machine|turn|state|first|before)$/;

type Call = (...args: unknown[]) => Promise<unknown>;

/** The same port, where every call waits for the hook. A worker of an earlier life of the extension hears nothing. */
export function delayed<T extends object>(port: T, name: string, world: World, hook: Hook): T {
  const { life } = world;
  const passed = async (call: string): Promise<void> => {
    if (world.life === life) await hook(call);
    if (world.life !== life) await new Promise(() => {});
  };
  const wrap = (key: string, call: Call): Call => {
    const path = `${name}.${key}`;
    if (AT_ONCE.includes(path)) return call;
    return async (...args) => {
      await passed(path);
      const answer = await call(...args);
      if (!LOOKS.test(path)) await passed(`${path}, done`);
      return answer;
    };
  };
  return Object.fromEntries(
    Object.entries(port).map(([key, value]) => [
      key,
      typeof value === 'function' ? wrap(key, value as Call) : value,
    ]),
  ) as T;
}

/** Refuses what a database refuses that is full or does not open. */
export function databaseOf(world: World): { reads(): void; writes(): void } {
  const reads = (): void => {
    if (world.databaseDead) throw new Error('InvalidStateError');
  };
  return {
    reads,
    writes() {
      reads();
      if (world.databaseFails) throw new Error('QuotaExceededError');
    },
  };
}
