import type { Trouble } from '../../domain/due/badge.ts';
import type { Refusal } from '../../domain/settings/refusal.ts';
import type { GuardRuleStore, Health } from '../../flows/ports/browser.ts';
import { session } from '../store/session.ts';
import { withheldDomains } from './permissions.ts';

const DATABASE_FAILED = 'health:database';

/**
 * What is in the way of working at all.
 *
 * @param refusalOf What stands behind an error of the database.
 */
export function createHealth(guardRules: GuardRuleStore, refusalOf: (error: unknown) => Refusal): Health {
  const refusal = async (): Promise<Refusal | undefined> =>
    (await session.get(DATABASE_FAILED))[DATABASE_FAILED] as Refusal | undefined;
  return {
    async troubles() {
      const found: Trouble[] = [];
      if ((await withheldDomains()).length > 0 || !(await guardRules.ensure())) found.push('guard');
      if (await refusal()) found.push('database');
      return found;
    },
    withheld: withheldDomains,
    refusal,
    async database(failed, error) {
      const before = await refusal();
      if (!failed && before === undefined) return;
      // What threw nothing of the database's own says less than what was noted before.
      const reason = error === undefined ? (before ?? 'refused') : refusalOf(error);
      if (!failed) await session.remove([DATABASE_FAILED]);
      else if (before !== reason) await session.set({ [DATABASE_FAILED]: reason });
    },
  };
}
