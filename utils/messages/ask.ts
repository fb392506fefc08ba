import type { Outcome } from '../flows/reading/views.ts';
import { problemText } from '../texts/problems.ts';

/** Why something that a page asked for was not done, in words; undefined where it was. */
export async function problemOf(asked: Promise<Outcome>): Promise<string | undefined> {
  const outcome = await asked.catch(() => ({ ok: false, problem: 'unexpected' }) as const);
  return outcome.ok ? undefined : problemText(outcome.problem);
}
