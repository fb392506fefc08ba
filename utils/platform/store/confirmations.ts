import { isAged } from '../../domain/address/address.ts';
import type { Confirmations, SeenConfirmation } from '../../flows/ports/runs.ts';
import { createSerial } from '../../flows/ports/serial.ts';
import { session } from './session.ts';

const KEY = 'confirmations';

/** Of so many tabs, the newest: any page can open such an address. */
const MOST = 50;

type Kept = [tabId: number, seen: SeenConfirmation][];

/** One after the other: an answer may follow while its confirmation is still being written. */
const serial = createSerial();

async function read(): Promise<Kept> {
  const kept = ((await session.get(KEY))[KEY] as Kept | undefined) ?? [];
  return kept.filter(([, { at }]) => !isAged(at, Date.now()));
}

const without = (kept: Kept, tabId: number): Kept => kept.filter(([own]) => own !== tabId);

/** Confirmations that tabs have come by, in memory alone. */
export const confirmations: Confirmations = {
  put: (tabId, seen) =>
    serial(async () => session.set({ [KEY]: [...without(await read(), tabId), [tabId, seen]].slice(-MOST) })),
  get: (tabId) => serial(async () => (await read()).find(([own]) => own === tabId)?.[1]),
  drop: (tabId) =>
    serial(async () => {
      const kept = await read();
      const left = without(kept, tabId);
      if (left.length < kept.length) await session.set({ [KEY]: left });
    }),
};
