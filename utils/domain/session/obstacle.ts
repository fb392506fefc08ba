import type { MarketplaceId } from '../marketplaces/definition/ids.ts';
import { optionalOnes } from '../marketplaces/index.ts';

/**
 * Why the database does not let us read or write.
 *
 * - `full`: the disk, or what the browser gives us of it.
 * - `blocked`: something else holds it open in an older version.
 * - `newer`: a newer version of the extension wrote it.
 * - `damaged`: the browser cannot read what it wrote.
 * - `silent`: it says nothing, neither yes nor no.
 * - `refused`: anything else, such as a profile in which nothing may be kept.
 */
export type DatabaseFailure = 'full' | 'blocked' | 'newer' | 'damaged' | 'silent' | 'refused';

/** What in this browser keeps us from working, or a renewal from being safe; the surfaces have a sentence and a button for each. */
export type Obstacle =
  /** The user does not let us see these domains. */
  | { kind: 'hosts'; domains: string[] }
  /** A marketplace whose pages are asked for when it is chosen: nobody has let us see them yet, or no longer. */
  | { kind: 'unwatched'; marketplace: MarketplaceId; domains: string[] }
  /** The browser does not apply the guard's rules. */
  | { kind: 'rules' }
  /** The browser refuses to set cookies in this jar, or to show what was set. */
  | { kind: 'cookies' }
  /** The jar that we see and would clear is not the one that the tab uses. */
  | { kind: 'other-jar' }
  /** The database does not let us read or write. */
  | { kind: 'database'; why: DatabaseFailure };

/** What it means that we may not see these domains. */
export function ofWithheld(domains: string[]): Obstacle {
  const only = optionalOnes.find(({ sessionDomains }) =>
    domains.every((each) => sessionDomains.some(({ domain }) => domain === each)),
  );
  return only ? { kind: 'unwatched', marketplace: only.id, domains } : { kind: 'hosts', domains };
}
