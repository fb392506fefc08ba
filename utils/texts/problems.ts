import { i18n } from '#i18n';
import type { Problem } from '../flows/views.ts';

const PROBLEMS = {
  'nothing-stopped': 'problem.nothingStopped',
  busy: 'problem.busy',
  unclear: 'problem.unclear',
  'connection-gone': 'problem.connectionGone',
  invalid: 'problem.invalid',
  'not-an-authorise-address': 'problem.notAnAuthoriseAddress',
  'private-not-allowed': 'private.notAllowed',
  database: 'problem.database',
} as const satisfies Record<Problem, string>;

/** Why something could not be done; `unexpected` for what nobody foresaw. */
export function problemText(problem: Problem | 'unexpected'): string {
  return problem === 'unexpected' ? i18n.t('problem.unexpected') : i18n.t(PROBLEMS[problem]);
}
