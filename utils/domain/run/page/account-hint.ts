import type { Connection } from '../../account/connection.ts';
import { sameAccount } from '../../account/grant.ts';
import type { MarketplaceId } from '../../marketplaces/definition/schema.ts';
import { marketplaceById } from '../../marketplaces/index.ts';
import { type Cookie, isWithin } from '../../session/cleaning.ts';
import type { Run } from '../run.ts';

/** How who is signed in compares with who is expected: hints on both sides, never a proof. */
export type AccountHint = 'match' | 'different' | 'unknown';

/** What is known of an account beforehand. */
type Expected = Pick<Connection, 'account'> & Partial<Pick<Connection, 'signInName'>>;

const isMail = (name: string): boolean => name.includes('@');

/** With what a user's name on the page is to be compared: pages show what was typed, an e-mail address or a user name. */
function expectedUser(seen: string | undefined, connection: Expected | undefined): string | undefined {
  const { account: { id, user } = {}, signInName } = connection ?? {};
  if (seen === undefined) return undefined;
  if (signInName !== undefined && sameAccount(seen, signInName)) return signInName;
  if (isMail(seen)) return signInName !== undefined && isMail(signInName) ? signInName : undefined;
  return id ?? user;
}

/** A user's name is short; what is longer is none. */
const USER_LIMIT = 100;

/**
 * Compares what page and cookies show with what is remembered from the last good grant, like with like: names of the
 * page with names of the page, an e-mail address with the sign-in name, user names with that, with user names and with
 * the account's id. Hints that contradict each other say nothing.
 */
export function accountHint(
  { progress }: Pick<Run, 'progress'>,
  connection: Expected | undefined,
): AccountHint {
  if (progress.switched) return 'unknown';
  const { label } = connection?.account ?? {};
  const pairs: [string | undefined, string | undefined][] = [
    [progress.label, label],
    [progress.user, expectedUser(progress.user, connection)],
  ];
  const said = pairs.flatMap(([seen, expected]) =>
    seen === undefined || expected === undefined ? [] : [sameAccount(seen, expected)],
  );
  if (said.length === 0 || new Set(said).size > 1) return 'unknown';
  return said[0] ? 'match' : 'different';
}

/** Whether a consent was there and was read: only then can be said that nobody is named. */
export function isConsentRead({ progress }: Pick<Run, 'progress'>): boolean {
  return progress.consentSeen === true && progress.read === true;
}

/** The names that page and cookies show, the better one first. */
export function nameSeen({ progress }: Pick<Run, 'progress'>): string | undefined {
  return progress.user ?? progress.label;
}

/**
 * The name to compare it with, of the same kind where there is one. Where the page shows none yet it is the one that its
 * header will show: a number says nothing to somebody who looks for a name.
 */
export function nameExpected(
  { progress, marketplace }: Pick<Run, 'progress' | 'marketplace'>,
  connection: Expected | undefined,
): string | undefined {
  const { id, label, user } = connection?.account ?? {};
  const showsUsers = marketplaceById(marketplace).accountLabels.some(({ namesUser }) => namesUser);
  const byLabel = progress.user === undefined && (progress.label !== undefined || !showsUsers);
  if (byLabel) return label ?? id ?? user;
  return expectedUser(progress.user, connection) ?? id ?? user ?? label;
}

function decoded(text: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('*', '=')), (char) => char.charCodeAt(0));
    const name = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
    // Anything but one printable line is no name.
    return name && name.length <= USER_LIMIT && !/\p{C}/u.test(name) ? name : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The user whom a marketplace's cookies name at a host. Undefined where they name nobody, where the sign-in that they
 * speak of is over, and where they contradict each other.
 *
 * @param host Whose cookies count: those that it gets.
 */
export function userInCookies(
  marketplace: MarketplaceId,
  host: string,
  cookies: readonly Pick<Cookie, 'name' | 'value' | 'domain'>[],
): string | undefined {
  const definition = marketplaceById(marketplace);
  const { accountCookie } = definition;
  if (!accountCookie) return undefined;
  const { name, user, beside } = accountCookie;
  const sent = cookies.filter(({ domain }) => isWithin(host, domain));
  const isSignedIn = sent.some(
    ({ name: given, value }) =>
      value !== '' && beside.some((mark) => mark.name === given && value.includes(mark.having)),
  );
  if (!isSignedIn) return undefined;
  const nobody = definition.loginCookies.flatMap((login) =>
    login.name === name ? (login.without ?? []) : [],
  );
  const named = sent
    .filter((each) => each.name === name && !nobody.some((text) => each.value.includes(text)))
    .map(({ value }) => decoded(new RegExp(user).exec(value)?.[1] ?? ''));
  return new Set(named).size === 1 ? named[0] : undefined;
}

/** The account's number in an address of the marketplace, where it carries one: known before the consent. */
export function accountInAddress(marketplace: MarketplaceId, url: string): string | undefined {
  const { name, take } = marketplaceById(marketplace).accountInAddress ?? {};
  const value = name === undefined ? undefined : URL.parse(url)?.searchParams.get(name);
  return take && value ? new RegExp(take).exec(value)?.[1] : undefined;
}
