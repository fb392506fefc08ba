import type { CDPSession } from 'puppeteer-core';
import { until, within } from '../wait.ts';
import { runInPage } from './isolated-world.ts';

/** Milliseconds until a function that does not come back is given up, and its page with it. */
const answerLimit = 14_000;

interface Opened {
  targetId: string;
  session: CDPSession;
}

/**
 * A page of the extension in a target that stands in no tab strip, so no tab event wakes the background. The manifest
 * is a page that runs nothing of its own. It is opened when it is first needed, and stays: making one takes Chromium
 * a process.
 */
export class ExtensionPage {
  readonly #browser: CDPSession;
  readonly #url: string;
  #opening: Promise<Opened> | undefined;

  /**
   * @param browser session of the browser itself
   * @param url of the extension's manifest, or of a page of Chromium's own
   */
  constructor(browser: CDPSession, url: string) {
    this.#browser = browser;
    this.#url = url;
  }

  /** Runs a function with the extension's API. */
  async run<R>(fn: { toString(): string }, args: unknown[]): Promise<R> {
    const { session } = await this.#opened();
    try {
      return await within('a page of the extension', answerLimit, runInPage<R>(session, fn, args));
    } catch (error) {
      // It may hang, or be gone with the extension; an open database would go with it too.
      await this.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    const opened = await this.#opening?.catch(() => undefined);
    this.#opening = undefined;
    if (opened === undefined) return;
    await this.#browser.send('Target.closeTarget', { targetId: opened.targetId }).catch(() => undefined);
  }

  #opened(): Promise<Opened> {
    this.#opening ??= this.#open().catch((error: unknown) => {
      this.#opening = undefined;
      throw error;
    });
    return this.#opening;
  }

  async #open(): Promise<Opened> {
    const { targetId } = await this.#browser.send('Target.createTarget', { url: this.#url, hidden: true });
    const { sessionId } = await this.#browser.send('Target.attachToTarget', { targetId, flatten: true });
    const session = this.#browser.connection()?.session(sessionId);
    if (!session) throw new Error('The connection to Chromium is closed.');
    await until('a page of the extension', async () => {
      const state = () => [location.href, document.readyState];
      const now = await runInPage<string[]>(session, state, []);
      return now.join() === `${this.#url},complete` ? true : undefined;
    });
    return { targetId, session };
  }
}
