import type { UnsavedRow, UnsavedRows } from '../../flows/ports/runs.ts';
import { browser } from '../browser.ts';

const PREFIX = 'unsaved:';

/** The rows as they lie in the storage: this context alone writes them there, so it reads them once in its life. */
let known: Promise<Map<string, UnsavedRow>> | undefined;

async function read(): Promise<Map<string, UnsavedRow>> {
  const keys = (await browser.storage.local.getKeys()).filter((key) => key.startsWith(PREFIX));
  const found = keys.length === 0 ? {} : await browser.storage.local.get(keys);
  return new Map((Object.values(found) as UnsavedRow[]).map((row) => [row.entry.id, row]));
}

function rows(): Promise<Map<string, UnsavedRow>> {
  known ??= read().catch((error) => {
    known = undefined;
    throw error;
  });
  return known;
}

/** Rows that the database refused, in `storage.local`. Nothing in a row is a secret. */
export const unsaved: UnsavedRows = {
  all: async () => [...(await rows()).values()],
  async put(row) {
    (await rows()).set(row.entry.id, row);
    await browser.storage.local.set({ [PREFIX + row.entry.id]: row });
  },
  async remove(id) {
    await browser.storage.local.remove(PREFIX + id);
    (await rows()).delete(id);
  },
};
