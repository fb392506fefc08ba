import { accessible } from './accessible.ts';
import { type Finder, finder } from './finder.ts';
import { type Hands, hands } from './hands.ts';

/** What isolated functions get as their first argument. */
export interface PageLibrary {
  finder: Finder;
  hands: Hands;
}

/** Runs in the isolated world: with the page's library, and with values that survive JSON. */
export type IsolatedFunction<A extends unknown[], R> = (library: PageLibrary, ...args: A) => R | Promise<R>;

/** The isolated world's name, in both browsers. */
export const worldName = 'grantkeeper-driver';

/** A script that puts the library into an isolated world; once for each document. */
export const librarySource = `globalThis.driverLibrary = (() => {
  const found = (${finder})((${accessible})());
  return { finder: found, hands: (${hands})(found) };
})(); undefined;`;

/** What a call gives when the document has not got the library yet. */
export const libraryMissing = 'library missing';

/** What a call gives when the document may have closed shadow roots that the library does not know. */
export const rootsMissing = 'roots missing';

/**
 * A function declaration for both protocols: its first argument is the list of arguments as JSON, the others
 * are the document's closed shadow roots where the driver has asked for them; the result is JSON,
 * {@link libraryMissing} or {@link rootsMissing}.
 */
export function isolatedDeclaration(fn: { toString(): string }, knowsRoots: boolean): string {
  return `async function (args, ...roots) {
    const library = globalThis.driverLibrary;
    if (library === undefined) return ${JSON.stringify(libraryMissing)};
    library.finder.adopt(roots);
    if (!${knowsRoots} && library.finder.mayHoldMore()) return ${JSON.stringify(rootsMissing)};
    return JSON.stringify(await (${fn})(library, ...JSON.parse(args)));
  }`;
}

/** The same for the page's own world, without library and shadow roots. */
export function plainDeclaration(fn: { toString(): string }): string {
  return `async function (args) { return JSON.stringify(await (${fn})(...JSON.parse(args))); }`;
}

/** A result of either declaration. */
export function parseResult<R>(json: string | undefined): R {
  return (json === undefined ? undefined : JSON.parse(json)) as R;
}
