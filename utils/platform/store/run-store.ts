import { isAlive } from '../../domain/run/run.ts';
import type { KeptRun, RunMemory } from '../../flows/ports/runs.ts';
import { session } from './session.ts';

const RUN = 'run:';
async function entries<T>(prefix: string): Promise<T[]> {
  return Object.values(await session.under(prefix)) as T[];
}

/**
 * The runs as they lie in `session`. This context alone writes them there, so it reads them once in its life: each step
 * of a renewal looks at them several times.
 */
let known: Promise<Map<string, KeptRun>> | undefined;

function runs(): Promise<Map<string, KeptRun>> {
  known ??= entries<KeptRun>(RUN).then(
    (found) => new Map(found.map((kept) => [kept.run.id, kept])),
    (error) => {
      known = undefined;
      throw error;
    },
  );
  return known;
}

async function forget(ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await session.remove(ids.map((id) => RUN + id));
  const all = await runs();
  for (const id of ids) all.delete(id);
}

/** Runs with their secrets. */
export const memory: RunMemory = {
  all: async () => [...(await runs()).values()],
  get: async (id) => (await runs()).get(id),
  async put(kept) {
    await session.set({ [RUN + kept.run.id]: kept });
    (await runs()).set(kept.run.id, kept);
  },
  async forgetBefore(instant) {
    const old = [...(await runs()).values()].filter(
      ({ run, pending }) =>
        !isAlive(run) &&
        pending.length === 0 &&
        run.container?.state !== 'in-use' &&
        run.aside?.state !== 'kept' &&
        run.endedAt < instant,
    );
    await forget(old.map(({ run }) => run.id));
  },
  forget,
};
