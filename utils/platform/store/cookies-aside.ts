import type { Cookie } from '../../domain/session/cleaning.ts';
import type { Asides } from '../../flows/ports/session.ts';
import { session } from './session.ts';

const PREFIX = 'aside:';

/** Cookies set aside, in `storage.session`: memory that is never written to disk and ends with the browser. */
export const asides: Asides = {
  async keep(runId, cookies) {
    await session.set({ [PREFIX + runId]: cookies });
  },
  async get(runId) {
    return (await session.get(PREFIX + runId))[PREFIX + runId] as Cookie[] | undefined;
  },
  drop: (runId) => session.remove(PREFIX + runId),
  all: async () => (await session.keys(PREFIX)).map((key) => key.slice(PREFIX.length)),
};
