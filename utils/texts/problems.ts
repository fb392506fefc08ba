import { i18n } from '#i18n';
import type { Problem } from '../flows/reading/views.ts';
import { anyMarketplace } from './names.ts';
import { howToAllowPrivate } from './run/private.ts';

const PROBLEMS = {
  'nothing-stopped': 'problem.nothingStopped',
  busy: 'problem.busy',
  unclear: 'problem.unclear',
  changed: 'problem.changed',
  'rule-refused': 'problem.ruleRefused',
  'connection-gone': 'problem.connectionGone',
  invalid: 'problem.invalid',
  'not-a-shop': 'problem.notAShop',
  'not-an-authorise-address': 'problem.notAnAuthoriseAddress',
  'not-watched': 'problem.notWatched',
  'import-gone': 'problem.importGone',
  organisation: 'problem.organisation',
  database: 'problem.database',
  'database-silent': 'problem.databaseSilent',
} as const satisfies Record<Exclude<Problem, 'private-not-allowed'>, string>;

/** Why something could not be done; `unexpected` for what nobody foresaw. */
export function problemText(problem: Problem | 'unexpected'): string {
  if (problem === 'private-not-allowed') return howToAllowPrivate();
  if (problem === 'unexpected') return i18n.t('problem.unexpected');
  if (problem === 'not-an-authorise-address') return i18n.t(PROBLEMS[problem], [anyMarketplace()]);
  return i18n.t(PROBLEMS[problem]);
}

/**
 * Why something that was asked for was not done, in words; undefined where it was, or where the answer says nothing of
 * it. What throws, or is never answered, is told as unexpected.
 */
export async function refusalOf(ask: () => unknown): Promise<string | undefined> {
  try {
    const { ok, problem } = ((await ask()) ?? {}) as { ok?: unknown; problem?: Problem };
    return ok === false ? problemText(problem ?? 'unexpected') : undefined;
  } catch {
    return problemText('unexpected');
  }
}
