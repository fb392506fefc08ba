import { type Connection, reaches } from './connection.ts';
import { type Grant, sameAccount } from './grant.ts';

/**
 * The connection of the same software that a grant in quarantine belongs to: it is probably wanted there, so nothing is
 * to be revoked.
 *
 * @param connection The connection that the grant came back to.
 * @returns undefined where the callback named nobody, or an account that no other connection expects.
 */
export function homeOf(
  { accountId }: Pick<Grant, 'accountId'>,
  connection: Connection,
  all: readonly Connection[],
): Connection | undefined {
  if (accountId === undefined) return undefined;
  return all.find(
    (each) =>
      each.id !== connection.id &&
      reaches(each, connection) &&
      each.integration === connection.integration &&
      each.software === connection.software &&
      each.account.id !== undefined &&
      sameAccount(each.account.id, accountId),
  );
}

/** What the person recognises an account by, the best first: how they sign in there, its name, its number. */
export function nameOfAccount({
  signInName,
  account,
}: Pick<Connection, 'signInName' | 'account'>): string | undefined {
  return signInName ?? account.label ?? account.user ?? account.id;
}

/** What is wrong with an account number that the user entered; undefined if nothing is. */
export function accountIdProblem(entered: string): 'mail' | 'spaces' | undefined {
  const id = entered.trim();
  if (id.includes('@')) return 'mail';
  return /\s/.test(id) ? 'spaces' : undefined;
}
