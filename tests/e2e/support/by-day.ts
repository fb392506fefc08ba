import type { BrowserKind } from '../../driver/index.ts';

interface OneEngine {
  in: BrowserKind;
  /** Why the other engine would say the same. */
  because: string;
}

/**
 * Journeys whose outcome no engine decides, by their name: `npm test` plays each in one, the nightly run in both. What
 * the engines do differently on the way (stopping an address, cleaning a jar, seeing an answer, drawing a page) is asked
 * of both by day in the guard's, the clean's, the main job's and the variants' journeys.
 */
export const ONE_ENGINE: Readonly<Record<string, OneEngine>> = {
  'a wrong account': { in: 'chromium', because: 'which account counts is compared in utils/domain/account' },
  'a permission': { in: 'firefox', because: 'a list of apps leads to an answer like any other' },
  'a renewal in steps': { in: 'chromium', because: 'what a run waits for is decided in utils/domain/run' },
  'a date known by hand': { in: 'firefox', because: 'a form is filled in; nothing is seen of a marketplace' },
  'two addresses at the same time': { in: 'chromium', because: 'which run holds a jar is kept by the flows' },
  'the whole checklist': { in: 'chromium', because: 'the steps are data, and tick by what the run has seen' },
  'an answer outside its renewal': {
    in: 'chromium',
    because: 'whose answer it is follows from the digest of its state, in utils/domain/run',
  },
  'an address that waits at the guard': {
    in: 'firefox',
    because: 'which address a renewal goes on with is kept by the flows',
  },
  'a queue': { in: 'chromium', because: 'what is due next is sorted in utils/domain/due' },
  'the dashboard': { in: 'firefox', because: 'the list is sorted and searched by the page itself' },
  'between two renewals': {
    in: 'firefox',
    because: 'a date is entered; the page at the marketplace is only opened',
  },
  'an earlier sign-in': {
    in: 'firefox',
    because: 'when it comes back is decided by the run; how exactly, the first journey asks of both',
  },
  'the guard’s question': {
    in: 'chromium',
    because: 'what is asked and what an answer begins is kept by the flows; stopping is asked of both',
  },
  'a file': { in: 'firefox', because: 'a file is read by the page and checked in utils/domain/data' },
  'the card at eBay': { in: 'chromium', because: 'what it warns of stands in eBay’s definition' },
  'a page of bol': { in: 'firefox', because: 'which page it is stands in bol’s definition' },
  'a walk of the chaos seller': { in: 'chromium', because: 'the night takes twenty walks in each' },
  'the days': { in: 'firefox', because: 'rungs and days are counted in utils/domain/due' },
  'a renewal that was not seen': { in: 'chromium', because: 'a click or a date is noted, no page is read' },
};

/** The engines that play a journey. */
export function enginesFor(
  name: string,
  kinds: readonly BrowserKind[],
  { nightly }: { nightly: boolean },
): BrowserKind[] {
  const one = nightly ? undefined : ONE_ENGINE[name];
  return kinds.filter((kind) => one === undefined || one.in === kind);
}

/**
 * The first rows of a cover, as many as it takes to show each value of each switch.
 *
 * @param rows a cover by pairs, its most telling rows first
 */
export function everyValue<R extends object>(rows: readonly R[]): R[] {
  const values = (some: readonly R[]): number =>
    new Set(some.flatMap((row) => Object.entries(row).map(String))).size;
  const all = values(rows);
  let count = 0;
  while (values(rows.slice(0, count)) < all) count += 1;
  return rows.slice(0, count);
}
