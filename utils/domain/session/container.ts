import { sha256Hex } from '../address/answer/digest.ts';
import type { MarketplaceId } from '../marketplaces/definition/schema.ts';
import { type Cookie, identity, isLoginCookie } from './cleaning.ts';

/** A Firefox container, as the browser lists it. */
export interface Container {
  /** Its cookie store. */
  jar: string;
  name: string;
}

/** What a run has to do with its container, and what is to be undone of it. */
export interface RunContainer {
  /**
   * - `making`: it may be there or not.
   * - `in-use`: the run lives in it, or the marketplace's or the software's last page is still open in it.
   * - `kept`, `removed`: dealt with.
   * - `gone`: somebody else removed it.
   */
  state: 'making' | 'in-use' | 'kept' | 'removed' | 'gone';
  /** The containers that were there before: what is new after a worker's death is ours. */
  before?: string[];
  /** It held nothing but the account's own session, and was not cleaned. */
  pure?: true;
  /** The guard's tab that was left for it and stays open: a window of the software's page is not ours to close. */
  from?: number;
}

/**
 * Tells whether two sign-ins are the same one without keeping either; undefined where nobody is signed in.
 *
 * @param salt Whatever the digest shall be of no use without: the connection's id.
 */
export function loginsDigest(
  marketplace: MarketplaceId,
  cookies: readonly Cookie[],
  salt: string,
): string | undefined {
  const logins = cookies
    .filter((cookie) => isLoginCookie(marketplace, cookie))
    .map((cookie) => `${identity(cookie)}=${cookie.value}`)
    .toSorted();
  return logins.length === 0 ? undefined : sha256Hex([salt, ...logins].join('\n'));
}
