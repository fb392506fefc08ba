import type { DatabaseFailure } from '../../domain/session/obstacle.ts';
import type { Health } from '../../flows/ports/browser.ts';
import { session } from '../store/session.ts';
import { rememberedWithheld } from './permissions.ts';

const DATABASE_FAILED = 'health:database';

/**
 * What is in the way of working at all.
 *
 * @param failureOf What stands behind an error of the database.
 */
export function createHealth(failureOf: (error: unknown) => DatabaseFailure): Health {
  const failure = async (): Promise<DatabaseFailure | undefined> =>
    (await session.get(DATABASE_FAILED))[DATABASE_FAILED] as DatabaseFailure | undefined;
  return {
    withheld: rememberedWithheld(),
    databaseFailure: failure,
    async database(failed, error) {
      const before = await failure();
      if (!failed && before === undefined) return;
      // What threw nothing of the database's own says less than what was noted before.
      const reason = error === undefined ? (before ?? 'refused') : failureOf(error);
      if (!failed) await session.remove([DATABASE_FAILED]);
      else if (before !== reason) await session.set({ [DATABASE_FAILED]: reason });
    },
  };
}
