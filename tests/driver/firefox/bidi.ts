import { within } from '../wait.ts';

/** Milliseconds that a command may take; a hung one would hold up the whole run. */
const commandLimit = 10_000;

interface Answer {
  id?: number | null;
  type: 'success' | 'error' | 'event';
  method?: string;
  result?: unknown;
  params?: unknown;
  error?: string;
  message?: string;
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** A refusal of the browser; `code` is WebDriver's, such as `no such frame`. */
export class BidiError extends Error {
  readonly code: string;

  constructor(method: string, code: string, message: string) {
    super(`${method}: ${code}: ${message}`);
    this.code = code;
  }
}

/** WebDriver BiDi over a WebSocket. */
export class Bidi {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Map<string, Set<(params: unknown) => void>>();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data))));
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('Firefox closed the connection.'));
      this.#waiting.clear();
    });
  }

  /** @param address of the browser, as it prints it */
  static async connect(address: string): Promise<Bidi> {
    const socket = new WebSocket(`${address}/session`);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true });
      socket.addEventListener('error', () => reject(new Error(`No connection to ${address}.`)), {
        once: true,
      });
    });
    return new Bidi(socket);
  }

  /** @throws BidiError when the browser refuses, Error when it does not answer */
  async send<R>(method: string, params: object = {}): Promise<R> {
    this.#lastId += 1;
    const id = this.#lastId;
    const answer = new Promise<unknown>((resolve, reject) => {
      const refuse = (error: Error) =>
        reject(error instanceof BidiError ? new BidiError(method, error.code, error.message) : error);
      this.#waiting.set(id, { resolve, reject: refuse });
    });
    this.#socket.send(JSON.stringify({ id, method, params }));
    return (await within(method, commandLimit, answer)) as R;
  }

  /** The event has to be subscribed to as well. */
  on<P>(event: string, listener: (params: P) => void): void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listener as (params: unknown) => void));
  }

  #receive(answer: Answer): void {
    if (answer.type === 'event') {
      for (const listener of this.#listeners.get(answer.method ?? '') ?? []) listener(answer.params);
      return;
    }
    const id = answer.id ?? 0;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (answer.type === 'success') waiting?.resolve(answer.result);
    else waiting?.reject(new BidiError('', answer.error ?? '', answer.message ?? ''));
  }
}
