import type { CDPSession } from 'puppeteer-core';
import { until, within } from '../wait.ts';
import { runInPage } from './isolated-world.ts';

/** Milliseconds; a page that stays without an answer must not stay open: it would hold the extension's database. */
const answerLimit = 14_000;

/**
 * Runs a function with the extension's API in a target that stands in no tab strip, so no tab event wakes the
 * background. The manifest is a page of the extension that runs nothing of its own.
 *
 * @param browser session of the browser itself
 */
export async function runInExtension<R>(
  browser: CDPSession,
  extensionId: string,
  fn: { toString(): string },
  args: unknown[],
): Promise<R> {
  const url = `chrome-extension://${extensionId}/manifest.json`;
  const { targetId } = await browser.send('Target.createTarget', { url, hidden: true });
  try {
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
    const session = browser.connection()?.session(sessionId);
    if (!session) throw new Error('The connection to Chromium is closed.');
    await until('a page of the extension', async () => {
      const state = () => [location.href, document.readyState];
      const now = await runInPage<string[]>(session, state, []);
      return now.join() === `${url},complete` ? true : undefined;
    });
    return await within('a page of the extension', answerLimit, runInPage<R>(session, fn, args));
  } finally {
    await browser.send('Target.closeTarget', { targetId });
  }
}
