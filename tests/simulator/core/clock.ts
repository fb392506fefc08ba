/** The simulator's time: the machine's clock plus what a test has added. Expiry of codes is judged by it. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Moves the simulator's time on by `ms` milliseconds; cookies in browsers keep the machine's time. */
  advance(ms: number): void;
}

/** @returns a clock and the means to set it back to the machine's time. */
export function createClock(): { clock: Clock; reset(): void } {
  let offset = 0;
  return {
    clock: {
      now: () => Date.now() + offset,
      advance: (ms) => {
        offset += ms;
      },
    },
    reset: () => {
      offset = 0;
    },
  };
}
