import type { Trouble } from '../domain/badge.ts';
import type { GuardGate, Health } from '../flows/ports.ts';
import { withheldDomains } from './permissions.ts';
import { session } from './session.ts';

const DATABASE_FAILED = 'health:database';

/** What is in the way of working at all. */
export function createHealth(gate: GuardGate): Health {
  return {
    async troubles() {
      const found: Trouble[] = [];
      if ((await withheldDomains()).length > 0 || !(await gate.ensure())) found.push('guard');
      if ((await session.get(DATABASE_FAILED))[DATABASE_FAILED]) found.push('database');
      return found;
    },
    withheld: withheldDomains,
    async database(failed) {
      const before = Boolean((await session.get(DATABASE_FAILED))[DATABASE_FAILED]);
      if (before !== failed) await session.set({ [DATABASE_FAILED]: failed });
    },
  };
}
