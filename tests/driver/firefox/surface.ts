import type { IsolatedFunction } from '../page-library/library.ts';
import type { Surface } from '../surface.ts';
import type { Box, Viewport } from '../types.ts';
import { type Bidi, BidiError } from './bidi.ts';
import { chordActions, typingActions } from './keys.ts';
import type { CallResident } from './residence.ts';
import { provide, runInContext, runIsolated } from './script.ts';

interface PromptOpened {
  context: string;
  message: string;
}

/** One tab or pop-up of Firefox. */
export class FirefoxSurface implements Surface {
  readonly #bidi: Bidi;
  readonly #call: CallResident;
  readonly #context: string;
  readonly #isPopup: boolean;

  /** @param isPopup the protocol can close tabs alone */
  constructor(bidi: Bidi, call: CallResident, context: string, isPopup: boolean) {
    this.#bidi = bidi;
    this.#call = call;
    this.#context = context;
    this.#isPopup = isPopup;
  }

  url(): Promise<string> {
    return this.evaluate(() => location.href);
  }

  isolated<A extends unknown[], R>(fn: IsolatedFunction<A, R>, ...args: A): Promise<R> {
    return runIsolated(this.#bidi, this.#context, fn, args);
  }

  provide(source: string): Promise<void> {
    return provide(this.#bidi, this.#context, source);
  }

  evaluate<A extends unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    return runInContext(this.#bidi, this.#context, fn, args);
  }

  /** Waiting is done by conditions: the protocol's own `complete` was seen to hang under load. */
  async navigate(url: string): Promise<void> {
    await this.#send('browsingContext.navigate', { url, wait: 'none' }).catch((error: unknown) => {
      // An extension ended the request; what it shows instead comes next.
      if (!String(error).includes('NS_ERROR_ABORT')) throw error;
    });
  }

  async back(): Promise<void> {
    await this.#send('browsingContext.traverseHistory', { delta: -1 });
  }

  async reload(): Promise<void> {
    await this.#send('browsingContext.reload', { wait: 'none' });
  }

  async close(): Promise<void> {
    if (this.#isPopup) await this.evaluate(() => window.close()).catch(unlessGone);
    else await this.#send('browsingContext.close').catch(unlessGone);
  }

  async bringToFront(): Promise<void> {
    if (!this.#isPopup) await this.#send('browsingContext.activate');
    await this.#call('intoPage', this.#context);
  }

  async press(x: number, y: number): Promise<void> {
    const button = 0;
    await this.#perform('pointer', [
      { type: 'pointerMove', x, y },
      { type: 'pointerDown', button },
      { type: 'pointerUp', button },
    ]);
  }

  async chord(keys: readonly string[]): Promise<void> {
    await this.#perform('key', chordActions(keys));
  }

  async type(text: string): Promise<void> {
    await this.#perform('key', typingActions(text));
  }

  async screenshot(area: 'viewport' | 'page' | Box): Promise<Uint8Array> {
    const options =
      typeof area === 'string'
        ? { origin: area === 'page' ? 'document' : 'viewport' }
        : { origin: 'document', clip: { type: 'box', ...area } };
    const { data } = await this.#send<{ data: string }>('browsingContext.captureScreenshot', options);
    return Buffer.from(data, 'base64');
  }

  async setViewport({ width, height, scale = 1 }: Viewport): Promise<void> {
    await this.#send('browsingContext.setViewport', { viewport: { width, height }, devicePixelRatio: scale });
  }

  async acceptDialogs(heard: (message: string) => void): Promise<void> {
    await this.#bidi.send('session.subscribe', { events: ['browsingContext.userPromptOpened'] });
    this.#bidi.on<PromptOpened>('browsingContext.userPromptOpened', ({ context, message }) => {
      if (context !== this.#context) return;
      heard(message);
      void this.#send('browsingContext.handleUserPrompt', { accept: true });
    });
  }

  #send<R>(method: string, params: object = {}): Promise<R> {
    return this.#bidi.send(method, { context: this.#context, ...params });
  }

  /** Input may close or replace the page that it happens in, and is refused its answer then. */
  async #perform(type: 'pointer' | 'key', actions: object[]): Promise<void> {
    await this.#send('input.performActions', { actions: [{ type, id: type, actions }] }).catch(unlessGone);
  }
}

function unlessGone(error: unknown): void {
  if (!(error instanceof BidiError && error.code === 'no such frame')) throw error;
}
