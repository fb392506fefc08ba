import { expect } from 'vitest';
import type { JarCookie } from '../../driver/index.ts';
import { until } from '../../driver/wait.ts';
import { comingBack, sorted } from './corpus.ts';
import type { ExtensionScope, Stage } from './harness.ts';

/** The cookies of a marketplace, read outside the extension. */
export async function jarOf({ browser }: Stage, domain: string): Promise<JarCookie[]> {
  const all = await browser.cookies();
  return sorted(all.filter((cookie) => cookie.domain === domain || cookie.domain.endsWith(`.${domain}`)));
}

/** Waits until a marketplace's cookies are these again, every attribute included. */
export async function expectBack(stage: Stage, domain: string, before: JarCookie[]): Promise<void> {
  await until('the cookies to be back', async () =>
    (await jarOf(stage, domain)).length === before.length ? true : undefined,
  ).catch(() => undefined);
  expect(await jarOf(stage, domain)).toEqual(sorted(before.map(comingBack)));
}

/**
 * From now on tabs send none of the default jar's cookies with such a request, as in a container of a browser whose
 * extensions do not reach it.
 */
export function tabsUseAnotherJar({ browser }: Stage): Promise<void> {
  return browser.background(() => {
    const { chrome } = globalThis as unknown as ExtensionScope;
    return chrome.declarativeNetRequest.updateSessionRules({
      addRules: [
        {
          id: 4711,
          // Before the guard's own rules: what those let through keeps its headers as they are.
          priority: 1_000,
          action: { type: 'modifyHeaders', requestHeaders: [{ header: 'cookie', operation: 'remove' }] },
          condition: { urlFilter: '/grantkeeper-marker', resourceTypes: ['sub_frame'] },
        },
      ],
    });
  });
}

/** Undoes it. */
export const tabsUseTheirOwn = ({ browser }: Stage): Promise<void> =>
  browser.background(() => {
    const { chrome } = globalThis as unknown as ExtensionScope;
    return chrome.declarativeNetRequest.updateSessionRules({ removeRuleIds: [4711] });
  });
