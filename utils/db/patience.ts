import type { Health } from '../flows/ports/browser.ts';
import { createSerial } from '../flows/ports/serial.ts';

/** How long the database may take with what is asked of it before that is given up: ms. */
export const LIMIT = 2500;

/** The same for what reads or writes whole tables. */
const LIMIT_OF_ALL = 30_000;

/** The same while something else is waited for already: one message asks several things, one after the other. */
const GRACE = 100;

/** After this long a silent port is asked once more: one call may be lost for good while the others are answered. ms */
const PROBE_AFTER = 10_000;

/** The database does not answer. A write that was `begun` may still be done once it does; any other was not tried. */
export class SilentDatabase extends Error {
  override name = 'SilentDatabaseError';
  readonly begun: boolean;

  constructor(begun: boolean) {
    super('The database does not answer');
    this.begun = begun;
  }
}

interface Told {
  /** Somebody was refused because of the silence. */
  silent: () => void;
  /** The database has answered, for the first time or after a silence. */
  answers: () => void;
}

type Call = (...args: unknown[]) => Promise<unknown>;

/** Puts a limit to how long each call of a port is waited for. */
export type Patience = <T extends object>(port: T, whole?: readonly (keyof T)[]) => T;

/**
 * Nobody waits for a database that says nothing: a disk that hangs, a store that the browser does not open, a
 * transaction of somebody else that never ends. What was given up is done all the same if the database comes back
 * before the worker ends, and `answers` is told then. Meanwhile whatever else would have to wait behind it is refused at
 * once, so that no message waits twice.
 */
export function createPatience({ silent, answers }: Told): Patience {
  let isNew = true;
  /** Calls that were given up and are still out, of all ports. */
  const out = new Set<object>();

  return (port, whole = []) => {
    const own = new Set<object>();
    /** When the port was asked last: UTC instant in ms. */
    let asked = 0;

    async function bounded(begin: () => Promise<unknown>, limit: number): Promise<unknown> {
      if (own.size > 0 && Date.now() - asked < PROBE_AFTER) {
        silent();
        throw new SilentDatabase(false);
      }
      asked = Date.now();
      const doing = begin();
      const call = {};
      const heard = (): void => {
        const wasOut = own.size > 0;
        // Whoever is answered now tells that nothing has to be waited for any more.
        for (const each of own) out.delete(each);
        own.clear();
        if (isNew || (wasOut && out.size === 0)) answers();
        isNew = false;
      };
      doing.then(heard, heard);
      let timer: ReturnType<typeof setTimeout> | undefined;
      const given = new Promise<never>((_, reject) => {
        timer = setTimeout(
          () => {
            out.add(call);
            own.add(call);
            silent();
            reject(new SilentDatabase(true));
          },
          out.size > 0 ? GRACE : limit,
        );
      });
      return Promise.race([doing, given]).finally(() => clearTimeout(timer));
    }

    const wrapped = Object.entries(port).map(([name, call]) => {
      const limit = whole.some((each) => each === name) ? LIMIT_OF_ALL : LIMIT;
      return [name, (...args: unknown[]) => bounded(() => (call as Call)(...args), limit)];
    });
    return Object.fromEntries(wrapped);
  };
}

/**
 * Notes the silence for the surfaces to tell it, and takes that back with the first answer: in the order in which it was
 * told, and nobody waits for it. Where it cannot be noted, the next one to be refused notes it.
 *
 * @param recovered Is told then: what could not be done meanwhile can be done now.
 */
export function notedIn(
  health: Pick<Health, 'database' | 'databaseFailure'>,
  recovered: () => void,
): Parameters<typeof createPatience>[0] {
  const inTurn = createSerial();
  const note = (task: () => Promise<void>): void => void inTurn(task).catch(() => undefined);
  return {
    silent: () => note(() => health.database(true, new SilentDatabase(false))),
    answers: () =>
      note(async () => {
        if ((await health.databaseFailure()) !== 'silent') return;
        await health.database(false);
        recovered();
      }),
  };
}
