import type { Fault } from './script.ts';

interface Waiting {
  port: string;
  go: () => void;
}

/** A small generator of numbers from 0 to 1: the same seed gives the same ones. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Once everything that can go on by itself has done so. */
const quiet = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Decides when each call to the outside comes back, in which order, and which one does not. */
export class Order {
  #waiting: Waiting[] = [];
  #random: (() => number) | undefined;
  #fault: Fault | undefined;
  #calls = 0;
  readonly #struck: (is: Fault['is']) => void;
  readonly #passed: () => void;
  /** Calls that were refused. */
  readonly refused: string[] = [];

  /**
   * @param struck What happens where a worker or the browser ends.
   * @param passed Every call takes time.
   */
  constructor(struck: (is: Fault['is']) => void, passed: () => void) {
    this.#struck = struck;
    this.#passed = passed;
  }

  /** From here on in this order, and with this fault. */
  begin(order: number | undefined, fault: Fault | undefined): void {
    this.#random = order ? numbers(order) : undefined;
    this.#fault = fault;
    this.#calls = 0;
  }

  /** Comes back when it is the call's turn. Calls of one port keep their order. */
  async call(name: string): Promise<void> {
    this.#passed();
    this.#calls += 1;
    if (
      this.#fault &&
      this.#calls >= this.#fault.at &&
      !(this.#fault.is === 'refused' && name.endsWith('done'))
    ) {
      const { is } = this.#fault;
      this.#fault = undefined;
      if (is === 'refused') {
        this.refused.push(name);
        throw new Error(`${name} is refused`);
      }
      this.#struck(is);
      return;
    }
    if (!this.#random) return;
    const [port = ''] = name.split('.');
    await new Promise<void>((go) => this.#waiting.push({ port, go }));
  }

  /** Lets so many calls come back; without a number, until nothing waits any more. */
  async run(calls = Number.POSITIVE_INFINITY): Promise<void> {
    for (let released = 0; released < calls; released += 1) {
      await quiet();
      const heads = this.#waiting.filter(
        ({ port }, index) => this.#waiting.findIndex((each) => each.port === port) === index,
      );
      const next = heads[Math.floor((this.#random?.() ?? 0) * heads.length)];
      if (!next) return;
      this.#waiting.splice(this.#waiting.indexOf(next), 1);
      next.go();
    }
  }
}
