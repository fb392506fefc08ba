import { expect } from 'vitest';
import type { Page } from '../../driver/index.ts';
import { until } from '../../driver/wait.ts';
import type { GrantRecord } from '../../simulator/index.ts';
import type { ExtensionScope, Stage } from './harness.ts';
import { pressAway } from './person.ts';

/** What became of a renewal, read where it counts. */

interface KeptGrant {
  kind: string;
  accountId?: string;
  verdict: string;
  at: number;
  expiry: { basis: string; at?: number };
}

interface KeptRun {
  result?: string;
  reason?: string;
  phase: string;
  receipt?: { clean: boolean };
}

/** Reads a table of the extension's database, as it is on disk. */
export async function table<T>({ browser }: Stage, name: string): Promise<T[]> {
  const rows = await browser.background(
    (store) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('grantkeeper');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction(store).objectStore(store).getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result);
          };
        };
      }),
    name,
  );
  return rows as T[];
}

export const grantsKept = (stage: Stage): Promise<KeptGrant[]> => table(stage, 'grants');
export const runsKept = (stage: Stage): Promise<KeptRun[]> => table(stage, 'runs');
export const suggestionsKept = (stage: Stage): Promise<object[]> => table(stage, 'suggestions');

/** Waits until a renewal has ended so. */
export async function runEnds(stage: Stage, result: string): Promise<KeptRun> {
  return until(`a renewal to end: ${result}`, async () =>
    (await runsKept(stage)).find((run) => run.phase === 'ended' && run.result === result),
  );
}

/** The extension recorded exactly these grants, in this order; none is still on its way. */
export async function expectGrants(stage: Stage, wanted: Partial<KeptGrant>[]): Promise<void> {
  await until(`${wanted.length} grants to be recorded`, async () =>
    (await grantsKept(stage)).length >= wanted.length ? true : undefined,
  );
  const kept = (await grantsKept(stage)).sort((a, b) => a.at - b.at);
  expect(kept).toMatchObject(wanted);
  expect(kept).toHaveLength(wanted.length);
}

/** The integration has exactly these grants, in this order; the extension can know of one before it does. */
export async function expectAtIntegration(
  { simulator }: Stage,
  wanted: Partial<GrantRecord>[],
): Promise<void> {
  await until(`${wanted.length} grants at the integration`, async () =>
    simulator.grants.length >= wanted.length ? true : undefined,
  );
  expect(simulator.grants).toMatchObject(wanted);
  expect(simulator.grants).toHaveLength(wanted.length);
}

/** No tab is let through any more. */
export async function expectNoAllowance({ browser }: Stage): Promise<void> {
  await until('the allowances to be taken back', async () => {
    const rules = await browser.background(() => {
      const { chrome } = globalThis as unknown as ExtensionScope;
      return chrome.declarativeNetRequest.getSessionRules();
    });
    return rules.every(({ action }) => action.type !== 'allow') || undefined;
  });
}

/** Milliseconds: a press that closed the pop-up in the moment in which it opened by itself is tried once more. */
const POPUP_PATIENCE = 30_000;

/** The pop-up with this text in it; it may open by itself at any moment, and a press would close it again. */
export async function popupSays({ browser }: Stage, text: string | RegExp): Promise<Page> {
  const address = browser.extensionUrl('popup.html');
  const look = async (): Promise<Page | undefined> => {
    const pages = await browser.pages();
    const urls = await Promise.all(pages.map((page) => page.url().catch(() => '')));
    const popup = pages[urls.indexOf(address)] ?? (await browser.popup());
    return (await popup.text(text).count()) > 0 ? popup : undefined;
  };
  return until(`the pop-up to say “${text}”`, look, { timeout: POPUP_PATIENCE });
}

/** Presses a button of the pop-up that is gone afterwards. */
export async function pressInPopup(stage: Stage, name: string): Promise<void> {
  await pressAway(await popupSays(stage, name), name);
}
