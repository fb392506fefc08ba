import type { KeptRun, RunMemory } from '../ports/runs.ts';

/**
 * Memory for which there is always room: a run that the browser refuses to keep is held by this worker, and offered
 * again with the next one that is kept. `put` still says that it was refused.
 */
export function holding(memory: RunMemory): RunMemory {
  const held = new Map<string, KeptRun>();

  async function put(kept: KeptRun): Promise<void> {
    held.set(kept.run.id, kept);
    await memory.put(kept);
    if (held.get(kept.run.id) === kept) held.delete(kept.run.id);
  }

  return {
    ...memory,
    async put(kept) {
      await put(kept);
      for (const other of held.values()) await put(other).catch(() => undefined);
    },
    async get(id) {
      return held.get(id) ?? memory.get(id);
    },
    async all() {
      const others = (await memory.all()).filter(({ run }) => !held.has(run.id));
      return [...others, ...held.values()];
    },
    async forget(ids) {
      for (const id of ids) held.delete(id);
      await memory.forget(ids);
    },
  };
}
