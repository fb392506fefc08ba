import type { From, Soonest } from '../../domain/due/upcoming.ts';

/** An index over what comes of all connections, written with them. */
export interface UpcomingIndex {
  /**
   * What comes first, whatever the number of connections.
   *
   * @param now UTC instant in ms.
   */
  first(froms: readonly From[], now: number): Promise<Soonest>;
  /** The connections with an end before this, and those that have to be looked at one by one. */
  before(until: From, now: number): Promise<string[]>;
  /** Compares the whole index with what it is made of, and mends it; whether anything was wrong. */
  mend(): Promise<boolean>;
}
