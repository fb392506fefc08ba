/** What decides which of several stops is kept. */
export interface Held {
  /** When it was stopped: UTC instant in ms. */
  at: number;
  /** When its guard page was last in view, if it was. */
  seenAt?: number;
  /** Who began it: the host of the page, and the tab that opened its tab. Whom nobody can name shares one. */
  by?: string;
  opener?: number;
}

/** Of how many stops the rooms are that this one shares: with those of its page's host, and of its opener. */
function crowd(stop: Held, all: readonly Held[]): number {
  const ofHost = all.filter(({ by }) => by === stop.by).length;
  const ofOpener = stop.opener === undefined ? 0 : all.filter(({ opener }) => opener === stop.opener).length;
  return Math.max(ofHost, ofOpener);
}

/**
 * Which stops go where there is not room for all. Any page can have as many addresses stopped as it likes: it pushes out
 * its own. Of those, what was never in view goes before what was, and the oldest first.
 *
 * @param most How many there is room for.
 */
export function crowdedOut<T extends Held>(stops: readonly T[], most: number): T[] {
  let left = [...stops];
  const gone: T[] = [];
  while (left.length > most) {
    const crowds = new Map(left.map((stop) => [stop, crowd(stop, left)]));
    const [first] = left.toSorted(
      (a, b) =>
        (crowds.get(b) ?? 0) - (crowds.get(a) ?? 0) || (a.seenAt ?? 0) - (b.seenAt ?? 0) || a.at - b.at,
    );
    if (!first) break;
    gone.push(first);
    left = left.filter((stop) => stop !== first);
  }
  return gone;
}
