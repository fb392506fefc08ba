import type { CDPSession, Protocol, Browser as Puppeteer, Target } from 'puppeteer-core';
import { within } from '../wait.ts';

/** Milliseconds that a context gets to answer. */
const patience = 2_000;

/** Workers of the sites themselves are theirs: they come and go as the browser likes. */
const isExtensionWorker = (target: Target): boolean =>
  target.type() === 'service_worker' && target.url().startsWith('chrome-extension:');

/**
 * Writes down what every page and worker says to the console, content scripts included, and what they throw.
 * What was said before a session came is told by the protocol then.
 *
 * Pages are listened to all the time. A worker is read only when asked for: a session on it would keep it from
 * ever stopping, and hold it at its next start.
 */
export class ConsoleRecord {
  /** Once each, though a worker tells everything anew at every reading. */
  readonly #lines = new Map<string, string>();
  readonly #pending = new Set<Promise<void>>();

  listenTo(browser: Puppeteer): void {
    const listen = (target: Target) => {
      if (target.type() === 'page' || target.type() === 'other') this.#track(this.#listen(target));
    };
    browser.on('targetcreated', listen);
    for (const target of browser.targets()) listen(target);
  }

  async readWorkers(browser: Puppeteer): Promise<void> {
    const workers = browser.targets().filter(isExtensionWorker);
    for (const worker of workers) {
      const session = await worker.createCDPSession();
      try {
        await within('a worker that may be about to stop', patience, this.#hear(session, worker));
        await this.#settled();
      } catch {
        // It stopped: it has nothing more to tell.
      } finally {
        await session.detach().catch(() => undefined);
      }
    }
  }

  async lines(): Promise<string[]> {
    await this.#settled();
    return [...this.#lines.values()];
  }

  clear(): void {
    this.#lines.clear();
  }

  /** A page that is going may leave a question without an answer. */
  async #settled(): Promise<void> {
    const told = Promise.all(this.#pending);
    await within('the console', patience, told).catch(() => undefined);
  }

  /** Work on a page that is gone meanwhile has nothing more to tell. */
  #track(work: Promise<unknown>): void {
    const tracked: Promise<void> = work
      .then(
        () => undefined,
        () => undefined,
      )
      .finally(() => this.#pending.delete(tracked));
    this.#pending.add(tracked);
  }

  #add(timestamp: number, line: string): void {
    this.#lines.set(`${timestamp} ${line}`, line);
  }

  async #listen(target: Target): Promise<void> {
    await this.#hear(await target.createCDPSession(), target);
  }

  async #hear(session: CDPSession, target: Target): Promise<void> {
    session.on('Runtime.consoleAPICalled', (event) => this.#track(this.#said(session, event)));
    session.on('Runtime.exceptionThrown', ({ timestamp, exceptionDetails: { text, exception, url } }) => {
      this.#add(timestamp, `${url ?? target.url()}: ${text} ${exception?.description ?? ''}`);
    });
    session.on('Log.entryAdded', ({ entry: { timestamp, url, level, text } }) => {
      this.#add(timestamp, `${url ?? target.url()}: ${level} ${text}`);
    });
    await Promise.all([session.send('Runtime.enable'), session.send('Log.enable')]);
  }

  async #said(session: CDPSession, event: Protocol.Runtime.ConsoleAPICalledEvent): Promise<void> {
    const from = event.stackTrace?.callFrames[0]?.url ?? '';
    const words = await Promise.all(event.args.map((argument) => inWords(session, argument)));
    this.#add(event.timestamp, `${from}: ${event.type} ${words.join(' ')}`);
  }
}

/** Objects as JSON, so that what lies inside them is seen too. */
async function inWords(session: CDPSession, argument: Protocol.Runtime.RemoteObject): Promise<string> {
  if (argument.objectId === undefined) return String(argument.value ?? argument.description);
  const told = await session
    .send('Runtime.callFunctionOn', {
      objectId: argument.objectId,
      functionDeclaration: 'function () { return JSON.stringify(this) }',
      returnByValue: true,
    })
    .catch(() => undefined);
  return told?.result.value ?? argument.description ?? '';
}
