import type { CDPSession, Protocol, Browser as Puppeteer, Target } from 'puppeteer-core';

/**
 * Writes down what every page and worker says to the console, content scripts included, and what they throw.
 * What was said before the session came is told by the protocol afterwards.
 */
export class ConsoleRecord {
  readonly #lines: string[] = [];
  readonly #pending = new Set<Promise<void>>();

  attach(browser: Puppeteer): void {
    const listen = (target: Target) => this.#track(this.#listen(target));
    browser.on('targetcreated', listen);
    for (const target of browser.targets()) listen(target);
  }

  /** Waits for what is being read. */
  async lines(): Promise<string[]> {
    await Promise.all(this.#pending);
    return [...this.#lines];
  }

  clear(): void {
    this.#lines.length = 0;
  }

  #track(work: Promise<void>): void {
    const tracked = work.catch(() => undefined).finally(() => this.#pending.delete(tracked));
    this.#pending.add(tracked);
  }

  async #listen(target: Target): Promise<void> {
    if (target.type() === 'browser') return;
    const session = await target.createCDPSession();
    session.on('Runtime.consoleAPICalled', (event) => this.#track(this.#said(session, event)));
    session.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception, url } }) => {
      this.#lines.push(`${url ?? target.url()}: ${text} ${exception?.description ?? ''}`);
    });
    session.on('Log.entryAdded', ({ entry }) => {
      this.#lines.push(`${entry.url ?? target.url()}: ${entry.level} ${entry.text}`);
    });
    await Promise.all([session.send('Runtime.enable'), session.send('Log.enable')]);
  }

  async #said(session: CDPSession, event: Protocol.Runtime.ConsoleAPICalledEvent): Promise<void> {
    const from = event.stackTrace?.callFrames[0]?.url ?? '';
    const words = await Promise.all(event.args.map((argument) => inWords(session, argument)));
    this.#lines.push(`${from}: ${event.type} ${words.join(' ')}`);
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
  return `${argument.description} ${told?.result.value ?? ''}`;
}
